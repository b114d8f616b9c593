import type { Field } from './field.ts';

/**
 * Where f changes its sign, as pieces of line: x1, y1, x2, y2 in turn, in units of the field's steps from its top left
 * corner. Marching squares: between two nodes f is taken for linear.
 */
export function boundaryOf({ nodes, values }: Field): Float64Array {
  const pieces: number[] = [];
  const cut = (ax: number, ay: number, bx: number, by: number): readonly [number, number] | null => {
    const [a, b] = [values[ay * nodes + ax]!, values[by * nodes + bx]!];
    if (a >= 0 === b >= 0) return null;
    const share = a / (a - b);
    return [ax + share * (bx - ax), ay + share * (by - ay)];
  };
  for (let y = 0; y + 1 < nodes; y++) {
    for (let x = 0; x + 1 < nodes; x++) {
      const cuts = [
        cut(x, y, x + 1, y),
        cut(x + 1, y, x + 1, y + 1),
        cut(x + 1, y + 1, x, y + 1),
        cut(x, y + 1, x, y),
      ].filter((one) => one !== null);
      // Of four the two ways to join them are as good; a piece of no length says nothing.
      for (let k = 0; k + 1 < cuts.length; k += 2) {
        const [from, to] = [cuts[k]!, cuts[k + 1]!];
        if (from[0] !== to[0] || from[1] !== to[1]) pieces.push(...from, ...to);
      }
    }
  }
  return Float64Array.from(pieces);
}
