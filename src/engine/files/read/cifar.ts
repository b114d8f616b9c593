/**
 * The binary version of CIFAR-10 and CIFAR-100 (A. Krizhevsky, cs.toronto.edu/~kriz/cifar.html): records of one label
 * byte (CIFAR-100: a coarse and a fine one), then 32×32 bytes of red, of green and of blue.
 */
import type { Source } from '../bytes/source.ts';
import { FileProblem } from '../problem.ts';
import type { Cell, Images, ReadOptions } from '../table.ts';
import { grouped } from '../words.ts';
import { channelsLast, ImageStore } from './array-images.ts';
import { ByteReader } from './byte-reader.ts';
import { watched } from './watched.ts';

const SIDE = 32;
const CHANNELS = 3;
const PIXELS = SIDE * SIDE * CHANNELS;
const TOGETHER = 20;

const NAMES_10 = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'];

/** Label bytes a record, and how many labels there are. */
const KINDS = {
  'cifar-10': { labels: 1, classes: 10 },
  'cifar-100': { labels: 2, classes: 100 },
} as const;
export type CifarKind = keyof typeof KINDS;

/** Which of the two a file of this name, size and first bytes is, or null. */
export function cifarKind(name: string, size: number, head: Uint8Array): CifarKind | null {
  const [first = 255, second = 255] = head;
  const base = name.replace(/.*[/\\]/, '');
  if (
    size > 0 &&
    size % (1 + PIXELS) === 0 &&
    first < 10 &&
    /^(data_batch|test_batch|cifar).*\.bin/i.test(base)
  ) {
    return 'cifar-10';
  }
  if (
    size > 0 &&
    size % (2 + PIXELS) === 0 &&
    first < 20 &&
    second < 100 &&
    /^(train|test|cifar).*\.bin/i.test(base)
  ) {
    return 'cifar-100';
  }
  return null;
}

/** @throws FileProblem */
export async function readCifar(source: Source, kind: CifarKind, options: ReadOptions): Promise<Images> {
  const { name, size } = source;
  const { labels: labelBytes, classes } = KINDS[kind];
  const record = labelBytes + PIXELS;
  if (size === null || size === 0 || size % record !== 0) {
    throw new FileProblem(
      `${name} is not made of records of ${grouped(record)} bytes, as a batch of CIFAR is`,
      'cut-off',
    );
  }
  const total = size / record;
  const store = new ImageStore(name, PIXELS, channelsLast(CHANNELS, SIDE * SIDE));
  const labels: Cell[] = [];
  let first = 0;
  const reader = new ByteReader(watched(source, options, () => first));
  try {
    while (first < total) {
      const bytes = await reader.take(record * Math.min(TOGETHER, total - first));
      const count = Math.floor(bytes.length / record);
      if (count === 0)
        throw new FileProblem(`${name} ends within image ${grouped(first + 1)}`, 'cut-off', first + 1);
      for (let row = 0; row < count; row++) {
        labels.push(labelOf(name, bytes[row * record + labelBytes - 1]!, classes, first + row + 1));
      }
      store.add({
        first,
        count,
        cell: (row, column) => bytes[row * record + labelBytes + column]!,
        bytes: null,
      });
      first += count;
    }
  } finally {
    await reader.close();
  }
  const { notes: sampled, ...kept } = store.finish();
  return {
    kind: 'images',
    format: kind,
    name,
    shape: [SIDE, SIDE, CHANNELS],
    ...kept,
    labels: Array.from({ length: kept.count }, (_, image) => labels[kept.indexOf(image)]!),
    notes: [
      `${kind === 'cifar-10' ? 'CIFAR-10' : 'CIFAR-100'}: colour pictures of 32 × 32 pixels.`,
      ...sampled,
    ],
  };
}

function labelOf(name: string, label: number, classes: number, image: number): Cell {
  if (label >= classes) {
    throw new FileProblem(
      `${name}, image ${grouped(image)}: its label is ${label}; CIFAR-${classes} has 0 to ${classes - 1}`,
      'label-range',
      image,
    );
  }
  return classes === 10 ? NAMES_10[label]! : label;
}
