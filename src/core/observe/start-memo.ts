import type { Draw, Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';
import type { StartMemo, WeightView } from './weight-view.ts';

/** Scales σ₀ of a draw that are remembered: an axis of a study has up to so many. */
const SCALES = 8;

const known = new WeakMap<Draw, Map<number, Map<string, StartMemo>>>();

function memosOf({ draw, initialScale }: Problem): Map<string, StartMemo> {
  const scales = known.get(draw) ?? new Map<number, Map<string, StartMemo>>();
  known.set(draw, scales);
  const memos = scales.get(initialScale) ?? new Map<string, StartMemo>();
  // The latest last.
  scales.delete(initialScale);
  scales.set(initialScale, memos);
  const [oldest] = scales.keys();
  if (scales.size > SCALES) scales.delete(oldest!);
  return memos;
}

/**
 * The view, with operators that remember what was measured of W(0): a function of the draw, σ₀ and the view alone, and
 * half of what a short run costs beside its epochs. So moving γ, η or T does not measure it again, and changes no bit.
 */
export function withStartMemo(view: WeightView, problem: Problem, { space, products }: Ground): WeightView {
  const memos = memosOf(problem);
  const kind = `${space.kind} ${products.initialGram === null}`;
  return {
    ...view,
    operator(from, to) {
      const operator = view.operator(from, to);
      const key = `${kind} ${from} ${to} ${operator.dimension}`;
      const memo = memos.get(key) ?? { pair: null, singularValues: null };
      memos.set(key, memo);
      return { ...operator, atStart: () => (space.c.every((c) => c === 0) ? memo : null) };
    },
  };
}
