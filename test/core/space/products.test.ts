import { expect, it } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { ProductMaker } from '../../../src/core/space/products.ts';
import { finish } from '../finish.ts';
import { smallProblem } from './small-problem.ts';

it('inner products are taken once for a draw, whatever scale they are wanted at', () => {
  let taken = 0;
  const counting: Kernels = {
    ...PLAIN,
    rowProducts(...args) {
      taken++;
      PLAIN.rowProducts(...args);
    },
  };
  const problem = smallProblem({ neurons: 4, K: 3, dim: 5, tests: 2 });
  const all = (initialScale: number) => {
    const maker = new ProductMaker({ ...problem, initialScale }, counting);
    finish(maker.featureTest());
    return [maker.featureGram(), maker.initialFeatures(), maker.initialTest(), maker.initialGram()].map(
      finish,
    );
  };
  const [gram, features, tests, squares] = all(1);
  expect(taken).toBe(5);
  const [gram3, features3, tests3, squares3] = all(3);
  expect(taken).toBe(5);
  expect(gram3).toEqual(gram);
  expect(features3).toEqual(features!.map((x) => 3 * x));
  expect(tests3).toEqual(tests!.map((x) => 3 * x));
  expect(squares3).toEqual(squares!.map((x) => 9 * x));
  // Another draw, though of the same numbers, has its own.
  finish(new ProductMaker({ ...problem, draw: { ...problem.draw } }, counting).featureGram());
  expect(taken).toBe(6);
});
