import { expect, it } from 'vitest';
import { copyOf, indicesOf, matrixCopy, scaledCopy } from '../../../src/core/kernels/copies.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { finish } from '../finish.ts';

it('copies are equal arrays of their own, in however many pieces they are made', () => {
  // An entry counts as 4 of the 2e6 multiply–adds of a piece.
  const matrix = Float64Array.from({ length: 1.2e6 }, (_, k) => k);
  const copy = finish(matrixCopy(PLAIN, matrix));
  expect(copy === matrix).toBe(false);
  expect(copy.every((value, k) => value === k) && copy.length === matrix.length).toBe(true);
  const scaled = finish(scaledCopy(PLAIN, matrix, -2));
  expect(scaled.every((value, k) => value === -2 * k) && scaled.length === matrix.length).toBe(true);
  expect([...matrixCopy(PLAIN, matrix)]).toHaveLength(2);
  expect([...scaledCopy(PLAIN, matrix, 1)]).toHaveLength(2);
});

it('copies of a few numbers and of indices are equal', () => {
  const numbers = Float64Array.of(1, -2.5);
  const indices = Int32Array.of(3, 0, 7);
  expect(copyOf(PLAIN, numbers)).toEqual(numbers);
  expect(copyOf(PLAIN, numbers)).not.toBe(numbers);
  expect(indicesOf(PLAIN, indices)).toEqual(indices);
  expect(indicesOf(PLAIN, indices)).not.toBe(indices);
});
