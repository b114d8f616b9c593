import { exp } from '../../special/exp.ts';
import { pow } from '../../special/pow.ts';
import type { Objective } from '../../objective.ts';
import type { Regularizer } from '../../regularizer.ts';
import { Pace, type Work } from '../../slices.ts';
import { DormandPrince } from './dormand-prince.ts';
import { allowed, checkSteps, MOST_STEPS, type Flow } from './flow.ts';
import type { LogLoss } from './log-loss.ts';
import type { FlowNetwork } from './network.ts';
import { StepSize } from './step-size.ts';
import { logTimeOf } from './warp.ts';

/** λR, for the flow of L + λR. */
export interface Penalty {
  readonly regularizer: Regularizer;
  readonly lambda: number;
}

/** Past this u what a penalty adds is below the rounding of what the loss does: it goes as ℓ′², and e^u would overflow. */
const PENALTY_ENDS = 600;

/** Gradient flow where φ′ is continuous: C is what is integrated, dC/du = −(1 + t) ∂L̃/∂Z, Z = Z(0) + CG. */
export class SmoothFlow implements Flow {
  readonly c: Float64Array;
  readonly z: Float64Array;
  readonly sliding = null;
  readonly kinkSlopes = null;
  readonly speed = null;
  readonly events = 0;
  steps = 0;
  private readonly solver: DormandPrince;
  private readonly stepSize: StepSize;
  private readonly pace: Pace;
  /** y_i s_ip (1 + t)|ℓ′_i| / n of each patch. */
  private readonly weight: Float64Array;
  private readonly gradient: Float64Array;
  private readonly shift: Float64Array;

  /** @param objective of all samples; what it holds is overwritten */
  constructor(
    private readonly network: FlowNetwork,
    private readonly objective: Objective,
    private readonly loss: LogLoss,
    private readonly penalty: Penalty | null,
    private readonly tolerance: number,
    private readonly mostSteps = MOST_STEPS,
  ) {
    const { kernels } = objective;
    const { z0, full } = network;
    this.c = kernels.allocate(z0.length);
    this.z = kernels.allocate(z0.length);
    this.shift = kernels.allocate(z0.length);
    this.gradient = kernels.allocate(z0.length);
    this.weight = kernels.allocate(full.n * full.patches);
    this.solver = new DormandPrince(z0.length, (u, c, out) => this.slopes(u, c, out));
    this.pace = new Pace(7 * z0.length * (full.features + 30));
    this.solver.begin(0, this.c);
    const speed = this.effectOf(this.solver.first);
    this.stepSize = new StepSize(0.1 * pow(tolerance, 0.2) * Math.min(1, 1 / speed));
  }

  *advance(u: number): Work {
    const { solver, pace } = this;
    while (solver.u + solver.h < u) {
      solver.accept();
      this.step();
      if (pace.isDue()) yield;
    }
    solver.dense(solver.h > 0 ? (u - solver.u) / solver.h : 0, this.c);
    this.takeZ(this.c);
  }

  private step(): void {
    const { solver, stepSize } = this;
    for (;;) {
      checkSteps(++this.steps, logTimeOf(solver.u), this.mostSteps);
      const h = stepSize.next;
      solver.step(h);
      let largest = 0;
      for (const q of this.objective.margins) largest = Math.max(largest, Math.abs(q));
      if (stepSize.took(h, this.effectOf(solver.error) / allowed(this.tolerance, largest))) return;
    }
  }

  /** By how much an error of C can put the margins wrong: max_k Σ_r |a_r| max(1, φ′) |(error G)_rk|. */
  private effectOf(error: Float64Array): number {
    const { shift, gradient, network, objective } = this;
    const { a, full, gram } = network;
    const K = full.features;
    gradient.set(error);
    objective.kernels.multiply(gradient, gram, shift, 0, a.length, K, K);
    const steepest = objective.slope.reduce((most, slope) => Math.max(most, slope), 1);
    let largest = 0;
    for (let k = 0; k < K; k++) {
      let sum = 0;
      for (let r = 0; r < a.length; r++) sum += Math.abs(a[r]! * shift[r * K + k]!);
      // NaN stays: it says that the step was too long.
      if (!(sum <= largest)) largest = sum;
    }
    return steepest * largest;
  }

  /** z ← Z(0) + CG. */
  private takeZ(c: Float64Array): void {
    const { z, network, objective, gradient } = this;
    const { full, gram, z0, a } = network;
    gradient.set(c);
    objective.kernels.multiply(gradient, gram, z, 0, a.length, full.features, full.features);
    for (let at = 0; at < z.length; at++) z[at] = z0[at]! + z[at]!;
  }

  /** dC/du. */
  private slopes(u: number, c: Float64Array, out: Float64Array): void {
    const { objective, network, weight, gradient } = this;
    const { full, a } = network;
    const { kernels, margins, slope } = objective;
    const { n, patches, patchFeature, patchSign, y, features } = full;
    this.takeZ(c);
    finish(objective.forward(full, this.z));
    for (let i = 0, at = 0; i < n; i++) {
      const e = (y[i]! * exp(u + this.loss.slope(margins[i]!))) / n;
      for (let p = 0; p < patches; p++, at++) weight[at] = e * patchSign[at]!;
    }
    const width = n * patches;
    kernels.scatterGradient(a, weight, slope, patchFeature, gradient, a.length, features, width);
    out.set(gradient);
    this.addPenalty(u, out);
  }

  private addPenalty(u: number, out: Float64Array): void {
    const { penalty, gradient, network } = this;
    if (penalty === null || u > PENALTY_ENDS) return;
    gradient.fill(0);
    finish(penalty.regularizer.addGradient(network.full, network.gram, penalty.lambda, gradient));
    const scale = exp(u);
    for (let at = 0; at < out.length; at++) out[at] = out[at]! - scale * gradient[at]!;
  }
}

/** Work to its end, within a step: a step's stages are small. */
function finish(work: Work<unknown>): void {
  while (work.next().done !== true);
}
