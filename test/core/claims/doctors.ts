import { SCALARS, type ScalarName } from '../../../src/core/observe/quantities.ts';
import type { State } from '../../../src/core/claims/state.ts';
import type { Doctor } from './replay.ts';

/** From an epoch on. */
export const from =
  (epoch: number, doctor: Doctor): Doctor =>
  (state, start) => {
    if (state.t >= epoch) doctor(state, start);
  };

/** At one epoch. */
export const only =
  (epoch: number, doctor: Doctor): Doctor =>
  (state, start) => {
    if (state.t === epoch) doctor(state, start);
  };

export const scale =
  (name: 'c' | 'z' | 'margins' | 'lossSlopes', factor: number): Doctor =>
  (state) => {
    for (let k = 0; k < state[name].length; k++) state[name][k] = state[name][k]! * factor;
  };

export const setScalar =
  (name: ScalarName, change: (value: number) => number): Doctor =>
  ({ scalars }) => {
    const k = SCALARS.indexOf(name);
    scalars[k] = change(scalars[k]!);
  };

export const ninefold = (name: ScalarName): Doctor => setScalar(name, (value) => 9 * value);

/** An excess of the stable rank that falls like 1/t^0.01, t counting the points of a flow. */
export const slowExcess: Doctor = (state) => {
  const excess = (state.t + 1) ** -0.01;
  Object.assign(state, { excess: () => [excess, excess] } satisfies Partial<State>);
};

/** A stable rank that falls like 1/t^0.01. */
export const slowRank: Doctor = (state, start) => {
  const rank = (): number => 1 + (state.t + 1) ** -0.01;
  setScalar('stableRankPositive', rank)(state, start);
  setScalar('stableRankNegative', rank)(state, start);
};
