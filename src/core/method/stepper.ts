import type { Experiment } from '../experiment.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { Objective, type Batch } from '../objective.ts';
import { createRegularizer, type Regularizer } from '../regularizer.ts';
import { createActivation } from '../model/activation.ts';
import { lossByName } from '../model/loss.ts';
import { secondLayerWeights } from '../model/second-layer.ts';
import type { Problem } from '../problem/problem.ts';
import { createSpace, type Ground } from '../space/create.ts';
import { Settled, type Work } from '../slices.ts';
import { Grouping } from './grouping.ts';
import { epochBatches, fullBatch, isSeparate, MiniBatches, type MiniBatch } from './batches.ts';

const NO_PENALTY = new Settled(0);

/**
 * W and the rule that moves it: gradient descent (one step of all samples an epoch) or mini-batch SGD on
 * L̃ = L + λR (DESIGN §2). `evaluate` then `advance`, epoch after epoch; between them the gradient can be asked for, and
 * then costs an unpenalised full-batch step nothing more.
 */
export class Stepper {
  readonly full: Batch;
  /** The objective of all samples, at the last `evaluate`: margins, losses, slopes, signed pre-activations. */
  readonly objective: Objective;
  /** Mini-batch steps overwrite what they read; their objective is their own. */
  private readonly batchObjective: Objective;
  private readonly regularizer: Regularizer | null;
  private readonly batchRegularizer: Regularizer | null;
  /** D: of the full batch after `evaluate`, of a mini-batch during its step. */
  private readonly d: Float64Array;
  /** Whether the space has taken aim along −∇L since the last `evaluate`. */
  private aimed = false;
  private readonly batchZ: Float64Array;
  private readonly batchGram: Float64Array;
  private readonly miniBatches: MiniBatches;
  /** Null where neurons do not move by groups. */
  readonly grouping: Grouping | null;

  private constructor(
    readonly problem: Problem,
    private readonly experiment: Experiment,
    readonly ground: Ground,
    kernels: Kernels,
    maxBatch: number,
  ) {
    const { samples, neurons } = problem;
    this.full = fullBatch(samples, kernels);
    const separate = isSeparate(this.full);
    const createObjective = (n: number) =>
      new Objective(
        kernels,
        createActivation(experiment.activation, kernels),
        lossByName(experiment.loss),
        secondLayerWeights(experiment.secondLayer, experiment.m),
        n,
        samples.patches,
        separate,
      );
    this.objective = createObjective(this.full.n);
    this.regularizer = createRegularizer(experiment.regularizer, this.objective);
    const K = this.full.features;
    if (maxBatch === 0) {
      this.batchObjective = this.objective;
      this.batchRegularizer = this.regularizer;
    } else {
      this.batchObjective = createObjective(maxBatch / samples.patches);
      this.batchRegularizer = createRegularizer(experiment.regularizer, this.batchObjective);
    }
    this.d = kernels.allocate(neurons * Math.max(K, maxBatch));
    this.batchZ = kernels.allocate(neurons * maxBatch);
    this.grouping = Grouping.of(experiment, ground, this.objective, this.full);
    this.miniBatches = new MiniBatches(samples, kernels, maxBatch);
    this.batchGram = kernels.allocate(this.batchRegularizer === null ? 0 : maxBatch * maxBatch);
  }

  /** Takes the inner products that the experiment's space needs and puts W at W(0). */
  static *create(problem: Problem, experiment: Experiment, kernels: Kernels): Work<Stepper> {
    const maxBatch = largestBatch(problem, experiment);
    const ground = yield* createSpace(problem, experiment, kernels, maxBatch);
    return new Stepper(problem, experiment, ground, kernels, maxBatch);
  }

  /** Forward pass over all samples. @returns L */
  evaluate(): Work<number> {
    const { grouping } = this;
    return grouping?.isActive === true ? new Settled(grouping.forward()) : this.evaluateRows();
  }

  private *evaluateRows(): Work<number> {
    yield* this.ground.space.refresh();
    this.aimed = false;
    return yield* this.objective.forward(this.full, this.ground.space.z);
  }

  /** ‖∇_W L‖_F of the data loss at the last `evaluate`. */
  gradientNorm(): Work<number> {
    const { grouping } = this;
    return grouping?.isActive === true ? new Settled(grouping.gradientNorm()) : this.gradientNormOfRows();
  }

  private *gradientNormOfRows(): Work<number> {
    yield* this.aimAlongLoss();
    return Math.sqrt(this.ground.space.squaredLength());
  }

  /** R at the last `evaluate`, measured also after it was switched off; 0 where there is none. */
  penalty(): Work<number> {
    return this.regularizer === null ? NO_PENALTY : this.penaltyOf(this.regularizer);
  }

  private *penaltyOf(regularizer: Regularizer): Work<number> {
    if (this.grouping?.isActive === true) {
      yield* this.grouping.groups.show();
      yield* this.objective.forward(this.full, this.ground.space.z);
    }
    return yield* regularizer.penalty(this.full, this.ground.products.gram);
  }

  /**
   * The update of epoch t, after `evaluate`; where neurons move by groups, of as many epochs from t to `to` as a slice has
   * time for.
   *
   * @returns the epoch that was come to
   */
  advance(t: number, to = t + 1): Work<number> {
    const { grouping } = this;
    return grouping?.isActive === true ? grouping.advance(t, to) : this.advanceRows(t, to);
  }

  private *advanceRows(t: number, to: number): Work<number> {
    if (this.grouping?.isDue(t) === true && (yield* this.grouping.enter(t))) {
      return yield* this.grouping.advance(t, to);
    }
    yield* this.step(t);
    return t + 1;
  }

  private *step(t: number): Work {
    const { method, seed } = this.experiment;
    const { space } = this.ground;
    if (method.kind === 'flow') throw new Error('gradient flow takes no steps (method/flow)');
    if (method.kind === 'gradient-descent') {
      if (this.penalised(t)) {
        if (!this.aimed) this.objective.gradient(this.full, this.d);
        yield* this.addPenalty(t, this.regularizer, this.full, this.ground.products.gram);
        yield* space.aim(this.d, null);
      } else yield* this.aimAlongLoss();
      space.step(method.eta);
      return;
    }
    for (const indices of epochBatches(method, seed, t, this.full.n)) {
      const batch = this.miniBatches.of(indices);
      yield* space.gather(batch.featureIds, this.batchZ);
      yield* this.batchObjective.forward(batch, this.batchZ);
      this.batchObjective.gradient(batch, this.d);
      if (this.batchRegularizer !== null) {
        yield* this.addPenalty(t, this.batchRegularizer, batch, this.gatherGram(batch));
      }
      yield* space.aim(this.d, batch.featureIds);
      space.step(method.eta);
      yield;
    }
  }

  private *aimAlongLoss(): Work {
    if (this.aimed) return;
    this.objective.gradient(this.full, this.d);
    yield* this.ground.space.aim(this.d, null);
    this.aimed = true;
  }

  private penalised(t: number): boolean {
    const spec = this.experiment.regularizer;
    return spec.kind !== 'none' && (spec.until === undefined || t < spec.until);
  }

  private *addPenalty(t: number, regularizer: Regularizer | null, batch: Batch, gram: Float64Array): Work {
    const spec = this.experiment.regularizer;
    if (regularizer === null || spec.kind === 'none' || !this.penalised(t)) return;
    yield* regularizer.addGradient(batch, gram, spec.lambda, this.d);
  }

  private gatherGram(batch: MiniBatch): Float64Array {
    const K = this.full.features;
    const count = batch.features;
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < count; k++) {
        this.batchGram[i * count + k] =
          this.ground.products.gram[batch.featureIds[i]! * K + batch.featureIds[k]!]!;
      }
    }
    return this.batchGram;
  }
}

/** Largest number of features a step uses when it does not use all; 0 for full-batch steps. */
function largestBatch(problem: Problem, { method }: Experiment): number {
  if (method.kind !== 'sgd') return 0;
  if (method.batches !== undefined) {
    return problem.samples.patches * Math.max(...method.batches.flat().map((batch) => batch.length));
  }
  if (!(Number.isInteger(method.batchSize) && method.batchSize >= 1)) {
    throw new RangeError(`batch size B = ${method.batchSize} is not a whole number of at least 1`);
  }
  return problem.samples.patches * Math.min(method.batchSize, problem.samples.y.length);
}
