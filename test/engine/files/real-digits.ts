import { existsSync, readFileSync } from 'node:fs';

const MNIST = new URL('../../../../shared/data/mnist/', import.meta.url);
const DIGITS = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'];

/** The real MNIST test digits, or null (with a warning that names what is missing) where they are not there. */
export function realDigits(): readonly File[] | null {
  const missing = DIGITS.map((name) => new URL(name, MNIST).pathname).filter((path) => !existsSync(path));
  if (missing.length > 0) {
    console.warn(`SKIPPED: the tests with real digits need ${missing.join(' and ')}`);
    return null;
  }
  return DIGITS.map((name) => new File([readFileSync(new URL(name, MNIST))], name));
}
