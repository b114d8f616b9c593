import type { ThreePointsSpec } from '../experiment.ts';
import { onePatchSamples, type Samples } from './problem.ts';

const NONE = new Float64Array(0);

/**
 * F App. B.8: x_1 = −e_1, x_2 = ε e_1 + √(1 − ε²) e_2, x_3 = e_3, y = (−1, +1, +1). Nothing is drawn, and there are no test
 * points.
 *
 * @throws RangeError when ε is outside [0, 1]
 */
export function threePoints({ epsilon }: ThreePointsSpec): Samples {
  if (!(epsilon >= 0 && epsilon <= 1)) throw new RangeError(`ε = ${epsilon} is outside 0 to 1`);
  const x = Float64Array.of(-1, 0, 0, epsilon, Math.sqrt(1 - epsilon * epsilon), 0, 0, 0, 1);
  return onePatchSamples(3, x, Float64Array.of(-1, 1, 1), NONE, NONE);
}
