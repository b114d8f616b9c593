import { describe, expect, it } from 'vitest';
import { MENG } from '../../../../src/core/claims/meng/all.ts';
import { fullGradientStep, orthogonalSecond } from '../../../../src/core/claims/meng/full-gradient.ts';
import { gramOf } from '../../../../src/core/claims/gram.ts';
import { Run } from '../../../../src/core/claims/run.ts';
import { judge } from '../replay.ts';
import { runOf } from './runs.ts';

describe('facts that M uses, which no run can show', () => {
  it('e^(1 − A)/(1 + e^(1 − A)) (√A + 1)² is at most 2, at A = 1 (C11)', () => {
    const value = (A: number): number => {
      const e = Math.exp(1 - A);
      return (e / (1 + e)) * (Math.sqrt(A) + 1) ** 2;
    };
    expect(value(1)).toBeCloseTo(2, 12);
    for (let k = 0; k <= 4_000; k++) expect(value(k / 100)).toBeLessThanOrEqual(2 + 1e-12);
  });

  it('the logarithm in T₂ is −2.34 as printed, for n = 20, m = 10 and δ = 0.01 (C5)', () => {
    const product = Math.log(20) * Math.sqrt(Math.log((8 * 10 * 20) / 0.01));
    expect(Math.log(1 / product)).toBeCloseTo(-2.34, 2);
  });

  it('the W* of stage 3 is a noise patch’s length as far away when ξ/‖ξ‖ stands for ξ/‖ξ‖² (C6)', () => {
    const claims = MENG.filter(({ id }) => id.startsWith('meng-distance') && id !== 'meng-distance-falls');
    const [corrected, printed] = judge(runOf('standard'), claims).map(({ verdict }) =>
      verdict.kind === 'measured' ? verdict.measured.fitted : NaN,
    );
    expect(corrected).toBeCloseTo(1, 1);
    expect(printed! / corrected!).toBeGreaterThan(35);
  });
});

/** A run of six samples whose noise is orthogonal, as of an epoch in its middle. */
function middle() {
  const { start, states } = runOf('orthogonal');
  const run = new Run(start, states[0]!);
  const { z, margins } = states[20]!;
  return { run, z, steepness: margins.map((q) => 1 / (1 + Math.exp(q))) };
}

/** ½‖∇L‖² = ½ tr(D G Dᵀ) at Z, from the definitions alone. */
function penaltyAt(run: Run, z: Float64Array): number {
  const { m, n, y } = run;
  const K = n + 1;
  const gram = run.derive(gramOf);
  const margins = Array.from({ length: n }, (_, i) => {
    let f = 0;
    for (let r = 0; r < 2 * m; r++) {
      const [signal, noise] = [Math.max(0, y[i]! * z[r * K]!), Math.max(0, z[r * K + 1 + i]!)];
      f += (r < m ? 1 : -1) * (signal * signal + noise * noise);
    }
    return y[i]! * f;
  });
  let sum = 0;
  for (let r = 0; r < 2 * m; r++) {
    const d = new Float64Array(K);
    for (let i = 0; i < n; i++) {
      const pull = ((r < m ? 1 : -1) * y[i]! * -1) / (1 + Math.exp(margins[i]!)) / n;
      d[0] = d[0]! + pull * 2 * Math.max(0, y[i]! * z[r * K]!) * y[i]!;
      d[1 + i] = pull * 2 * Math.max(0, z[r * K + 1 + i]!);
    }
    for (let i = 0; i < K; i++) for (let k = 0; k < K; k++) sum += d[i]! * gram[i * K + k]! * d[k]!;
  }
  return sum / 2;
}

/** The largest difference over the largest entry. */
function error(left: Float64Array, right: Float64Array): number {
  const most = right.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  return left.reduce((worst, value, e) => Math.max(worst, Math.abs(value - right[e]!)), 0) / most;
}

describe('the gradient of FGR’s penalty (C2)', () => {
  const { run, z, steepness } = middle();
  const differences = z.map((value, e) => {
    const step = 1e-5;
    const [up, down] = [z.slice(), z.slice()];
    up[e] = value + step;
    down[e] = value - step;
    return (penaltyAt(run, up) - penaltyAt(run, down)) / (2 * step);
  });

  it('is that of finite differences, by the Hessian’s product and by the corrected closed form', () => {
    const { second } = fullGradientStep(run, run.derive(gramOf), z, steepness);
    expect(error(second, differences)).toBeLessThan(1e-7);
    // The second layer is ±1: c = 1.
    expect(error(orthogonalSecond(run, z, steepness, 8, false), differences)).toBeLessThan(1e-7);
  });

  it('is not the printed one', () => {
    expect(error(orthogonalSecond(run, z, steepness, 4, true), differences)).toBeGreaterThan(0.1);
  });
});
