import type { Kernels } from '../kernels/kernels.ts';
import { Lanczos } from '../linalg/lanczos.ts';
import type { Problem } from '../problem/problem.ts';
import type { Space } from '../space/space.ts';
import { slices, type Work } from '../slices.ts';

/** Products by which a vector that Lanczos' method found becomes the leading one to its last bits. */
const POLISH = 2;
const TOLERANCE = 1e-13;

/**
 * Σ_{k>1} σ_k²/σ_1² of W₊, W₋ and W: stable rank − 1 without its cancellation. The leading right singular vector v is taken
 * out of every row, and what is left is measured, ‖W − (Wv)vᵀ‖_F²/‖Wv‖²; an error of v enters by its square.
 */
export class Excess {
  /** W, W(0): 2m×dim. */
  private readonly w: Float64Array;
  private readonly u: Float64Array;
  private readonly lanczos: Lanczos;
  /** The leading vectors, from one call to the next. */
  private readonly vectors: readonly Float64Array[];
  private readonly image: Float64Array;
  private readonly along: Float64Array;

  /** @param space where C is read */
  constructor(
    private readonly problem: Problem,
    private readonly space: Pick<Space, 'c'>,
    private readonly kernels: Kernels,
  ) {
    const { neurons, samples } = problem;
    const { dim, features } = samples;
    this.w = kernels.allocate(neurons * dim);
    this.u = kernels.allocate(features.length);
    this.u.set(features);
    this.lanczos = new Lanczos(dim, kernels, 2 * neurons * dim);
    this.vectors = [0, 1, 2].map(() => kernels.allocate(dim).fill(1));
    this.image = kernels.allocate(dim);
    this.along = kernels.allocate(neurons);
  }

  /** Of the W of the space's C. @returns of W₊, W₋, W; 0 where there is no W */
  *measure(): Work<readonly [number, number, number]> {
    const [positive, negative] = yield* this.measureClasses();
    return [positive, negative, yield* this.of(0, this.problem.neurons, this.vectors[2]!)];
  }

  /** The same of W₊ and W₋ alone: W has two directions, which take longest to tell apart. */
  *measureClasses(): Work<readonly [number, number]> {
    const { neurons } = this.problem;
    yield* this.takeRows();
    const [positive, negative] = this.vectors;
    return [yield* this.of(0, neurons / 2, positive!), yield* this.of(neurons / 2, neurons, negative!)];
  }

  /** w ← W(0) + CU. */
  private takeRows(): Work {
    const { w, u, problem, kernels } = this;
    const { draw, initialScale, samples, featureCount: K, neurons } = problem;
    const { dim } = samples;
    const { c } = this.space;
    return slices(neurons, (K + 1) * dim, (from, to) => {
      kernels.multiply(c, u, w, from, to, K, dim);
      for (let at = from * dim; at < to * dim; at++) w[at] = initialScale * draw.initialRows[at]! + w[at]!;
    });
  }

  private *of(from: number, to: number, v: Float64Array): Work<number> {
    const { w, along, image, lanczos, problem, kernels } = this;
    const { dim } = problem.samples;
    const count = to - from;
    const times = (x: Float64Array): void => {
      along.fill(0);
      kernels.addTimes(w, from * dim, dim, count, dim, x, along);
    };
    const apply = (x: Float64Array, y: Float64Array): void => {
      times(x);
      kernels.transposedTimes(w, from * dim, dim, count, dim, along, y);
    };
    if (!((yield* lanczos.largest(apply, v, TOLERANCE)) > 0)) return 0;
    for (let k = 0; k < POLISH; k++) {
      apply(v, image);
      const norm = Math.sqrt(kernels.dot(image, image, dim));
      for (let x = 0; x < dim; x++) v[x] = image[x]! / norm;
    }
    times(v);
    let rest = 0;
    for (let r = 0, at = from * dim; r < count; r++) {
      for (let x = 0; x < dim; x++, at++) {
        const left = w[at]! - along[r]! * v[x]!;
        rest += left * left;
      }
    }
    return rest / kernels.dot(along, along, count);
  }
}
