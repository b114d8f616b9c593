import { atan } from '../special/atan.ts';
import type { Limit } from './max-margin.ts';
import { normOf, squaredDistance, type WeightsInFeatures } from './weights.ts';

/**
 * The angle between W and the limit, in radians from 0 to π: 2 arctan(‖a − b‖/‖a + b‖) of the unit directions a and b, which
 * is right to all digits for small angles as for large ones. NaN where one of the two is 0.
 */
export function angleToLimit(limit: Limit, weights: WeightsInFeatures): number {
  const { network, squaredNorm } = limit;
  const alpha = 1 / normOf(network, weights);
  const beta = 1 / Math.sqrt(squaredNorm);
  if (!(alpha < Infinity && beta < Infinity)) return NaN;
  const apart = squaredDistance(network, weights, alpha, limit, beta);
  const together = squaredDistance(network, weights, alpha, limit, -beta);
  return 2 * atan(Math.sqrt(apart / together));
}
