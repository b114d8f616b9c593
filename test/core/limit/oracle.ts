import type { Programme } from '../../../src/core/limit/programme.ts';

/** M λ, n entries. */
export const times = ({ n, matrix }: Programme, lambda: ArrayLike<number>): number[] =>
  Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += matrix[i * n + k]! * lambda[k]!;
    return sum;
  });

/** ½λᵀMλ − bᵀλ. */
export const objectiveAt = (programme: Programme, lambda: ArrayLike<number>): number =>
  times(programme, lambda).reduce(
    (sum, product, i) => sum + lambda[i]! * (product / 2 - programme.linear[i]!),
    0,
  );

/** The optimum by trying every support: the KKT conditions of one of those with independent columns hold, or there is none. */
export function byEnumeration(programme: Programme): number[] | null {
  const { n, linear } = programme;
  for (let subset = 0; subset < 2 ** n; subset++) {
    const support = Array.from({ length: n }, (_, i) => i).filter((i) => ((subset >> i) & 1) === 1);
    const values = eliminate(programme, support);
    if (values === null || values.some((value) => value < 0)) continue;
    const lambda = new Array<number>(n).fill(0);
    for (const [p, i] of support.entries()) lambda[i] = values[p]!;
    if (times(programme, lambda).every((product, i) => product >= linear[i]! - 1e-9)) return lambda;
  }
  return null;
}

/** M_SS⁻¹ b_S by Gauss and Jordan; null where it is singular. */
function eliminate({ n, matrix, linear }: Programme, support: readonly number[]): number[] | null {
  const rows = support.map((i) => [...support.map((k) => matrix[i * n + k]!), linear[i]!]);
  for (const [p] of support.entries()) {
    const best = rows.slice(p).reduce((a, b) => (Math.abs(b[p]!) > Math.abs(a[p]!) ? b : a));
    if (Math.abs(best[p]!) < 1e-9) return null;
    rows.splice(rows.indexOf(best), 1);
    rows.splice(p, 0, best);
    for (const row of rows) {
      if (row === best) continue;
      const factor = row[p]! / best[p]!;
      for (const [c, entry] of best.entries()) row[c]! -= factor * entry;
    }
  }
  return rows.map((row, p) => row[support.length]! / row[p]!);
}
