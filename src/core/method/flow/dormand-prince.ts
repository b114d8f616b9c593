/** Derivative of y by u: out ← f(u, y). */
export type Derivative = (u: number, y: Float64Array, out: Float64Array) => void;

/** Stages of a step; the last is the first of the next. */
const STAGES = 7;

/** Nodes c_i and rows of a_ij of Dormand and Prince 1980, RK5(4)7M, as Hairer, Nørsett and Wanner have them (DOPRI5, §II.5). */
const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const ROWS = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Weights of order 5 less those of order 4. */
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
/** The last coefficient of the continuous extension of order 4 (Hairer, Nørsett and Wanner, §II.6). */
const DENSE = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

/**
 * A step of the Dormand–Prince pair 5(4) with its continuous extension of order 4. Sums have one order and no function
 * but the derivative is called, so the bits are the same everywhere. `begin` once, then `step` as often as it takes, and
 * `accept` to go on from there.
 */
export class DormandPrince {
  /** Where the step begins and ends. */
  u = 0;
  h = 0;
  y: Float64Array;
  next: Float64Array;
  /** Derivatives at the stages; the first and the last are those at the step's ends. */
  readonly stages: Float64Array[];
  /** The estimate of the step's error. */
  readonly error: Float64Array;
  private readonly at: Float64Array;
  private readonly last: Float64Array;

  constructor(
    readonly dimension: number,
    private readonly derivative: Derivative,
  ) {
    const vector = (): Float64Array => new Float64Array(dimension);
    this.y = vector();
    this.next = vector();
    this.stages = Array.from({ length: STAGES }, vector);
    this.error = vector();
    this.at = vector();
    this.last = vector();
  }

  /** f at the beginning of the step. */
  get first(): Float64Array {
    return this.stages[0]!;
  }

  /** f at its end. */
  get end(): Float64Array {
    return this.stages[STAGES - 1]!;
  }

  /** Goes to y(u); the derivative may be another than before. */
  begin(u: number, y: Float64Array): void {
    this.u = u;
    this.h = 0;
    this.y.set(y);
    this.next.set(y);
    this.derivative(u, this.y, this.first);
    this.end.set(this.first);
  }

  /** Takes the step from u to u + h: `next`, `error` and the stages. */
  step(h: number): void {
    const { dimension, stages, y, u, error } = this;
    this.h = h;
    for (let s = 1; s < STAGES; s++) {
      const to = s === STAGES - 1 ? this.next : this.at;
      this.combine(ROWS[s]!, s, h, to);
      for (let k = 0; k < dimension; k++) to[k] = y[k]! + to[k]!;
      this.derivative(u + NODES[s]! * h, to, stages[s]!);
    }
    this.combine(ERROR, STAGES, h, error);
    this.combine(DENSE, STAGES, h, this.last);
  }

  /** The step's end becomes the beginning of the next. */
  accept(): void {
    const { stages, y, next } = this;
    this.u += this.h;
    this.h = 0;
    this.y = next;
    this.next = y;
    const first = stages[0]!;
    stages[0] = stages[STAGES - 1]!;
    stages[STAGES - 1] = first;
    this.next.set(this.y);
    this.end.set(this.first);
  }

  /** out ← y(u + θh) for 0 ≤ θ ≤ 1, of the last step. */
  dense(theta: number, out: Float64Array): void {
    const { dimension, y, next, h, last, first, end } = this;
    const rest = 1 - theta;
    for (let k = 0; k < dimension; k++) {
      const difference = next[k]! - y[k]!;
      const start = h * first[k]! - difference;
      const bend = difference - h * end[k]! - start;
      out[k] = y[k]! + theta * (difference + rest * (start + theta * (bend + rest * last[k]!)));
    }
  }

  /** out ← h Σ_s weight_s k_s over the first `count` stages. */
  private combine(weights: readonly number[], count: number, h: number, out: Float64Array): void {
    const { dimension, stages } = this;
    out.fill(0);
    for (let s = 0; s < count; s++) {
      const weight = h * weights[s]!;
      if (weight === 0) continue;
      const stage = stages[s]!;
      for (let k = 0; k < dimension; k++) out[k] = out[k]! + weight * stage[k]!;
    }
  }
}
