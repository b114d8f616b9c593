/** Pixels from an arrow's tip within which the pointer is on it. */
const REACH = 16;

/**
 * The neuron whose arrow's tip is under the pointer; null where none is.
 *
 * @param scale pixels of an arrow's unit
 * @param x,y pixels from the origin, y downward
 */
export function neuronNear(arrows: Float64Array, scale: number, x: number, y: number): number | null {
  let nearest: number | null = null;
  let least = REACH;
  for (let at = 0; at < arrows.length; at += 2) {
    const distance = Math.hypot(scale * arrows[at]! - x, -scale * arrows[at + 1]! - y);
    if (distance < least) [least, nearest] = [distance, at / 2];
  }
  return nearest;
}
