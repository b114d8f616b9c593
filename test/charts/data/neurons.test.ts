import { expect, it } from 'vitest';
import { neuronName, neuronsName, sampleName, samplesName } from '../../../src/charts/data/neurons.ts';

it('neurons and samples are counted from 1 in their class, as in the papers', () => {
  expect(neuronName(16, 200)).toBe('neuron +17');
  expect(neuronName(116, 200)).toBe('neuron −17');
  expect(sampleName(3, Float64Array.of(1, 1, 1, -1))).toBe('sample 4 (y = −1)');
});

it('several that follow each other are named by the first and the last', () => {
  expect(neuronsName([40, 41, 42, 43], 200)).toBe('neurons +41 to +44');
  expect(neuronsName([140, 141], 200)).toBe('neurons −41 to −42');
  expect(neuronsName([140], 200)).toBe('neuron −41');
  expect(samplesName([0, 1], Float64Array.of(1, 1))).toBe('samples 1 to 2 (y = +1)');
});

it('several apart are listed, and of many the first three', () => {
  expect(neuronsName([2, 16, 40, 59], 200)).toBe('neurons +3, +17, +41, +60');
  expect(neuronsName([2, 16, 40, 59, 60, 61], 200)).toBe('neurons +3, +17, +41 and 3 more');
  expect(samplesName([1, 5], Float64Array.of(1, -1, 1, 1, 1, -1))).toBe('samples 2, 6 (y = −1)');
});
