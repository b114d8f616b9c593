import { before } from '../before.ts';
import type { Run, Statistic } from '../run.ts';
import { scalesOf } from './scales.ts';

/** φ′(z) of all pre-activations, 2m×n. */
interface Slopes {
  readonly now: Float64Array;
  /** Of the epoch before; as they were last where that was not recorded. */
  readonly before: Float64Array;
}

/** For claims that ask seldom: nothing is computed at other epochs. */
export function slopes(run: Run): Statistic<Slopes> {
  const { slope } = run.derive(scalesOf);
  const lastOf = run.share(before);
  const kept = { now: new Float64Array(run.z0.length), before: new Float64Array(run.z0.length) };
  const take = (z: Float64Array, into: Float64Array): void => {
    for (let e = 0; e < into.length; e++) into[e] = slope(z[e]!);
  };
  return {
    at(state) {
      take(state.z, kept.now);
      const last = lastOf(state);
      if (last !== null) take(last.z, kept.before);
      return kept;
    },
  };
}
