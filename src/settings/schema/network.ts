import { choice, number } from '../spec.ts';

/** What the network is. */
export const NETWORK = {
  activation: choice({
    kind: 'choice',
    key: 'act',
    symbol: 'φ',
    name: 'Activation',
    default: 'leaky-relu',
    options: [
      { value: 'leaky-relu', label: 'Leaky ReLU' },
      {
        value: 'smooth-leaky-relu',
        label: 'Smoothed leaky ReLU',
      },
      { value: 'relu-power', label: 'Power of ReLU' },
    ],
  }),
  gamma: number({
    kind: 'real',
    key: 'g',
    symbol: 'γ',
    name: 'Leak (slope below zero)',
    default: 0.1,
    min: 0,
    max: 1,
    scale: 'linear',
    step: 0.01,
    appliesTo: (s) => s['activation'] !== 'relu-power',
  }),
  q: number({
    kind: 'real',
    key: 'q',
    symbol: 'q',
    name: 'Power',
    default: 2,
    min: 2,
    max: 6,
    scale: 'linear',
    step: 0.5,
    appliesTo: (s) => s['activation'] === 'relu-power',
  }),
  m: number({
    kind: 'integer',
    key: 'm',
    symbol: 'm',
    name: 'Neurons per class',
    default: 100,
    min: 1,
    max: 10_000,
    scale: 'log',
  }),
  secondLayer: choice({
    kind: 'choice',
    key: 'a',
    symbol: 'a',
    name: 'Second layer',
    default: '1/m',
    options: [
      { value: '1/m', label: '±1/m' },
      {
        value: '1/sqrt(2m)',
        label: '±1/√(2m)',
      },
      { value: '1', label: '±1' },
    ],
  }),
} as const;
