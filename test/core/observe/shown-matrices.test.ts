import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { fullBatch } from '../../../src/core/method/batches.ts';
import { ActivationPattern } from '../../../src/core/observe/activation-pattern.ts';
import { ShownMatrices } from '../../../src/core/observe/shown-matrices.ts';
import { smallPatches } from './small-patches.ts';

describe('the matrices of a snapshot', () => {
  /** Patches of the two samples: μ, ξ_1, −μ, ξ_2. */
  const SIGNED = Float64Array.of(1, 1, 1, -1, 1, -1, 1, 1, 1, -1, 1, -1, 1, 1, 1, 1);

  const take = (rows: number[], columns: number[]) => {
    const { problem, ground } = smallPatches();
    const full = fullBatch(problem.samples, PLAIN);
    const pattern = new ActivationPattern(PLAIN, 4, problem.samples.y, 2);
    pattern.update(SIGNED);
    const shape = { rows: Int32Array.from(rows), columns: Int32Array.from(columns) };
    const { rho, active } = new ShownMatrices(problem, full, ground, pattern, shape).take();
    return { rho: [...rho], active: [...active] };
  };

  it('hold ρ = C ‖ξ_i‖² of each sample’s noise, and who fires for it', () => {
    expect(take([0, 1, 2, 3], [0, 1])).toEqual({
      rho: [2 * 9, 3, 12 * 9, 13, 22 * 9, 23, 32 * 9, 33],
      active: [1, 0, 0, 1, 0, 0, 1, 1],
    });
  });

  it('show the neurons and samples of the shape alone', () => {
    expect(take([1, 3], [1])).toEqual({ rho: [13, 33], active: [1, 1] });
    expect(take([0, 2], [0, 1])).toEqual({ rho: [18, 3, 22 * 9, 23], active: [1, 0, 0, 0] });
  });
});
