import { log } from '../special/log.ts';
import { normalQuantile } from './normal.ts';
import { fillUniforms, type StreamName } from './stream.ts';

/** Two uniforms an attempt; about one attempt in a thousand is refused for large dof, one in twenty for dof = 2. */
const ATTEMPTS_AT_ONCE = 4;
const uniforms = new Float64Array(2 * ATTEMPTS_AT_ONCE);

/**
 * The length of a standard normal vector of `dof` entries: √(χ²_dof), χ²_dof = 2·Gamma(dof/2) by Marsaglia and Tsang
 * (2000), a function of (seed, stream, row, dof) alone. It moves smoothly with dof but where an attempt is refused.
 *
 * @param dof degrees of freedom, at least 1
 * @throws RangeError when dof < 1
 */
export function chi(seed: number, stream: StreamName, row: number, dof: number): number {
  if (!(dof >= 1)) throw new RangeError(`degrees of freedom = ${dof} of a length are below 1`);
  if (dof === 1) {
    fillUniforms(seed, stream, row, uniforms, 0, 1);
    return Math.abs(normalQuantile(uniforms[0]!));
  }
  const d = dof / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let from = 0; ; from += 2 * ATTEMPTS_AT_ONCE) {
    const draws = from === 0 ? uniforms : new Float64Array(from + 2 * ATTEMPTS_AT_ONCE);
    fillUniforms(seed, stream, row, draws, from, 2 * ATTEMPTS_AT_ONCE);
    for (let k = from; k < from + 2 * ATTEMPTS_AT_ONCE; k += 2) {
      const x = normalQuantile(draws[k]!);
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      if (log(draws[k + 1]!) < 0.5 * x * x + d - d * v + d * log(v)) return Math.sqrt(2 * d * v);
    }
  }
}
