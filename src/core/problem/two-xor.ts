import type { TwoXorSpec } from '../experiment.ts';
import { fillUniforms } from '../random/stream.ts';
import { noisyPoints } from './clusters.ts';
import { onePatchSamples, type Samples } from './problem.ts';

/**
 * F §5, noisy 2-xor: x = z + ξ with z uniform on {±μ₁, ±μ₂}, μ₁ = ‖μ‖e_1, μ₂ = ‖μ‖e_2 (F leaves the orthogonal
 * directions open; the law of all that is observed does not depend on them), ξ ~ N(0, σ_p² I_d), and
 * y = sign(|⟨μ₁, x⟩| − |⟨μ₂, x⟩|), a tie counting as +1.
 *
 * @throws RangeError when d < 2
 */
export function twoXor(spec: TwoXorSpec, seed: number, testPoints: number): Samples {
  const { n, d, meanNorm, noiseSd } = spec;
  if (d < 2) throw new RangeError(`dimension d = ${d} is below 2: the two cluster directions need two`);

  const draw = (count: number, corner: 'label' | 'test-label', noise: 'data' | 'test-data') => {
    const u = new Float64Array(count);
    fillUniforms(seed, corner, 0, u, 0, count);
    const x = noisyPoints(seed, noise, count, d, noiseSd, (i, row) => {
      const cluster = Math.floor(4 * u[i]!);
      const axis = cluster >> 1;
      row[axis] = row[axis]! + (cluster % 2 === 0 ? meanNorm : -meanNorm);
    });
    // With ‖μ‖ = 0 both products vanish; the label still follows the two coordinates.
    const y = Float64Array.from(u, (_, i) => (Math.abs(x[i * d]!) >= Math.abs(x[i * d + 1]!) ? 1 : -1));
    return { x, y };
  };

  const train = draw(n, 'label', 'data');
  const test = draw(testPoints, 'test-label', 'test-data');
  return onePatchSamples(d, train.x, train.y, test.x, test.y);
}
