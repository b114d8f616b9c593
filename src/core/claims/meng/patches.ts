import { before } from '../before.ts';
import type { Run, Statistic } from '../run.ts';
import { scalesOf } from './scales.ts';

/** Of every sample, from Z and the definitions of M §2 and Lemma 5.1, in the run's units. */
export interface Patches {
  /** F_{+1}(x_i), then F_{−1}(x_i): 2n entries. */
  readonly parts: Float64Array;
  /** q_i = y_i(F₊₁ − F₋₁)(x_i). */
  readonly margins: Float64Array;
  /** ζ_i = Σ_r (R²(⟨w_r, y_iμ⟩)‖μ‖² + R²(⟨w_r, ξ_i⟩)‖ξ_i‖²), R = ReLU. */
  readonly zeta: Float64Array;
}

/** Fills a {@link Patches} from Z, 2m×K. */
function reader(run: Run): (z: Float64Array) => Patches {
  const { m, n, y } = run;
  const { c, squaredSignal, squaredNoise } = run.derive(scalesOf);
  const make = (length: number) => new Float64Array(length);
  const all: Patches = { parts: make(2 * n), margins: make(n), zeta: make(n) };
  const { parts, margins, zeta } = all;
  return (z) => {
    parts.fill(0);
    zeta.fill(0);
    for (let r = 0, e = 0; r < 2 * m; r++) {
      const part = r < m ? 0 : n;
      const signalOf = z[e++]!;
      for (let i = 0; i < n; i++, e++) {
        const signal = Math.max(0, y[i]! * signalOf);
        const noise = Math.max(0, z[e]!);
        parts[part + i] = parts[part + i]! + c * (signal * signal + noise * noise);
        zeta[i] = zeta[i]! + signal * signal * squaredSignal + noise * noise * squaredNoise[i]!;
      }
    }
    for (let i = 0; i < n; i++) margins[i] = y[i]! * (parts[i]! - parts[n + i]!);
    return all;
  };
}

/** To be had by `run.share(patches)`. */
export function patches(run: Run): Statistic<Patches> {
  const read = reader(run);
  return { at: ({ z }) => read(z) };
}

/** The same at the epoch before; null where that was not recorded. */
export function patchesBefore(run: Run): Statistic<Patches | null> {
  const lastOf = run.share(before);
  const read = reader(run);
  return {
    at(state) {
      const last = lastOf(state);
      return last === null ? null : read(last.z);
    },
  };
}

/** Least and greatest entries of Z over the neurons of a class: 2K entries each, those of the positive neurons first. */
export interface Extremes {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

export function extremes(run: Run): Statistic<Extremes> {
  const { m } = run;
  const { K } = run.derive(scalesOf);
  const result: Extremes = { least: new Float64Array(2 * K), greatest: new Float64Array(2 * K) };
  const { least, greatest } = result;
  return {
    at({ z }) {
      least.fill(Infinity);
      greatest.fill(-Infinity);
      for (let r = 0, e = 0; r < 2 * m; r++) {
        const part = r < m ? 0 : K;
        for (let k = 0; k < K; k++, e++) {
          if (z[e]! < least[part + k]!) least[part + k] = z[e]!;
          if (z[e]! > greatest[part + k]!) greatest[part + k] = z[e]!;
        }
      }
      return result;
    },
  };
}

/** max |z| of an entry of {@link Extremes}. */
export const magnitude = ({ least, greatest }: Extremes, at: number): number =>
  Math.max(-least[at]!, greatest[at]!);
