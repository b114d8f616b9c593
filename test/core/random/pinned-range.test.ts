import { expect, it } from 'vitest';
import { chi } from '../../../src/core/random/chi.ts';
import { normalQuantile } from '../../../src/core/random/normal.ts';
import { around, between, bitsOfAll, positive } from '../special/pinned-range.ts';

it('normalQuantile has the bits that links were made with, over its whole range', () => {
  const joints = around(0.075, 0.925, 1.3887943864964021e-11);
  expect(bitsOfAll([...between(0, 1), ...positive(-1000, -1), ...joints].map(normalQuantile))).toBe(
    'f0f857750ad53c25',
  );
});

it('chi has the bits that links were made with, from one degree of freedom to a million', () => {
  const values = [1, 1.5, 2, 3, 10, 784, 1e6].flatMap((dof) =>
    Array.from({ length: 100 }, (_, row) => chi(3, 'data-length', row, dof)),
  );
  expect(bitsOfAll(values)).toBe('b6907593e38ad7cb');
});
