import type { TwoXorSpec } from '../experiment.ts';
import { fillUniforms } from '../random/stream.ts';
import type { Work } from '../slices.ts';
import { gaussianBasis, noisyPoints, type GaussianBasis } from './gaussian-basis.ts';
import { gaussianSamples, type Samples } from './problem.ts';

/**
 * F §5, noisy 2-xor: x = z + ξ with z uniform on {±μ₁, ±μ₂}, μ₁ = ‖μ‖e_1, μ₂ = ‖μ‖e_2 (F leaves the orthogonal
 * directions open; they are not observed), ξ ~ N(0, σ_p² I_d), and y = sign(|⟨μ₁, x⟩| − |⟨μ₂, x⟩|), a tie counting as
 * +1. With ‖μ‖ = 0 both products vanish and the label still follows the two coordinates.
 *
 * @throws RangeError when d < 2
 */
export function* twoXor(spec: TwoXorSpec, seed: number, testPoints: number, neurons: number): Work<Samples> {
  const { n, d, meanNorm, noiseSd } = spec;
  if (d < 2) throw new RangeError(`dimension d = ${d} is below 2: the two cluster directions need two`);
  const basis = gaussianBasis(d, 2, n, neurons);

  const draw = function* (
    count: number,
    corner: 'label' | 'test-label',
    noise: GaussianBasis['noise'],
  ): Work<{ readonly x: Float64Array; readonly y: Float64Array }> {
    const u = new Float64Array(count);
    fillUniforms(seed, corner, 0, u, 0, count);
    const x = yield* noisyPoints(basis, noise, seed, count, noiseSd, (i) => {
      const cluster = Math.floor(4 * u[i]!);
      return { axis: cluster >> 1, length: cluster % 2 === 0 ? meanNorm : -meanNorm };
    });
    const { dim } = basis;
    const y = u.map((_, i) => (Math.abs(x[i * dim]!) >= Math.abs(x[i * dim + 1]!) ? 1 : -1));
    return { x, y };
  };

  const train = yield* draw(n, 'label', basis.noise);
  const test = yield* draw(testPoints, 'test-label', basis.testNoise);
  return gaussianSamples(basis, train.x, train.y, test.x, test.y);
}
