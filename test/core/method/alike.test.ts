import { expect, it } from 'vitest';
import { whyApart, type Moves } from '../../../src/core/method/alike.ts';

const moves: Moves = {
  activation: 'leaky-relu',
  method: 'gradient-descent',
  unpenalisedFrom: 0,
  m: 8,
  epochs: 10,
  space: 'auto',
  kind: 'feature',
};

it('the first thing that keeps neurons from moving by groups is named', () => {
  expect(whyApart(moves)).toBeNull();
  expect(whyApart({ ...moves, activation: 'relu-power' })).toBe('activation');
  expect(whyApart({ ...moves, method: 'sgd' })).toBe('method');
  expect(whyApart({ ...moves, kind: 'weight' })).toBe('space');
  expect(whyApart({ ...moves, space: 'feature' })).toBe('space');
  expect(whyApart({ ...moves, unpenalisedFrom: 10 })).toBe('penalty');
  expect(whyApart({ ...moves, unpenalisedFrom: 9 })).toBeNull();
  expect(whyApart({ ...moves, m: 7 })).toBe('neurons');
  expect(whyApart({ ...moves, m: 7, space: 'grouped' })).toBeNull();
});
