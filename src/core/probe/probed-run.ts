import { showRows, type LiveRun } from '../observe/live-run.ts';
import { effectiveRank, LARGEST_SIDE, singularValues, singularValuesCost } from './effective-rank.ts';
import type { LimitReport } from '../limit/report.ts';
import { LimitMeasure, type FromLimit } from './limit.ts';
import type { ProbeName } from './quantities.ts';
import { probedPlaces } from './schedule.ts';
import { createSharpness, type Sharpness } from './sharpness.ts';
import { weightsOf } from './weights.ts';

const NEVER: ReadonlySet<number> = new Set();
const NO_LIMIT: FromLimit = { angle: NaN, stationarity: NaN, complementarity: NaN };

/** Probes that are measured at the same epochs. */
type Schedule = 'sharpness' | 'ranks' | 'limit';

const SCHEDULES: Readonly<Record<ProbeName, Schedule>> = {
  sharpness: 'sharpness',
  effectiveRankPositive: 'ranks',
  effectiveRankNegative: 'ranks',
  effectiveRankAll: 'ranks',
  limitAngle: 'limit',
  kktStationarity: 'limit',
  kktComplementarity: 'limit',
};

/**
 * A run as probes see it: nothing is measured, nor its memory taken, before somebody asks. It reads the run and changes
 * nothing, so the recording is the same with and without.
 */
export class ProbedRun {
  /** Recorded epochs before this one. */
  private place = -1;
  /** Made with the first question for it; null where it would be too large. */
  private sharpness: Sharpness | null = null;
  private limit: LimitMeasure | null = null;
  private readonly places: Partial<Record<Schedule, ReadonlySet<number>>> = {};
  private weights: Float64Array | null = null;
  /** Recorded epoch at which `weights` was taken. */
  private weightsPlace = -1;
  /** Of this epoch. */
  private readonly known = new Map<ProbeName, number>();
  private fromLimit: FromLimit | null = null;

  constructor(private readonly live: LiveRun) {}

  /** A recorded epoch begins: called at each, in the order of t. */
  begin(): void {
    this.place++;
    if (this.known.size > 0) this.known.clear();
    this.fromLimit = null;
  }

  /** Whether it is measured at this epoch: at none where W or the data are too large. */
  isDue(name: ProbeName): boolean {
    const schedule = SCHEDULES[name];
    const places = (this.places[schedule] ??= this.placesOf(schedule));
    return places.has(this.place);
  }

  /** At this epoch; NaN where it is not due. */
  value(name: ProbeName): number {
    if (!this.isDue(name)) return NaN;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    showRows(this.live);
    const value = this.measure(name);
    this.known.set(name, value);
    return value;
  }

  private measure(name: ProbeName): number {
    const { objective, ground, problem } = this.live.stepper;
    const m = problem.neurons / 2;
    switch (name) {
      case 'sharpness':
        return this.sharpness?.measure(ground.space.z, objective.margins) ?? NaN;
      case 'effectiveRankPositive':
        return this.rank(0, m);
      case 'effectiveRankNegative':
        return this.rank(m, 2 * m);
      case 'effectiveRankAll':
        return this.rank(0, 2 * m);
      case 'limitAngle':
        return this.distances().angle;
      case 'kktStationarity':
        return this.distances().stationarity;
      case 'kktComplementarity':
        return this.distances().complementarity;
    }
  }

  private distances(): FromLimit {
    return (this.fromLimit ??= this.limit?.measure() ?? NO_LIMIT);
  }

  /** The limit of the pattern that the run has at its last recorded epoch; null before, and where it is not measured. */
  endReport(): LimitReport | null {
    if (this.place !== this.live.facts.recordedEpochs - 1 || !this.isDue('limitAngle')) return null;
    showRows(this.live);
    return this.limit?.report() ?? null;
  }

  private placesOf(schedule: Schedule): ReadonlySet<number> {
    switch (schedule) {
      case 'sharpness':
        return this.sharpnessPlaces();
      case 'ranks':
        return this.rankPlaces();
      case 'limit': {
        this.limit ??= LimitMeasure.of(this.live);
        return this.limit === null ? NEVER : probedPlaces(this.live.facts.recordedEpochs, this.limit.cost);
      }
    }
  }

  private sharpnessPlaces(): ReadonlySet<number> {
    const { experiment, facts, stepper } = this.live;
    this.sharpness ??= createSharpness(experiment, stepper.problem.samples);
    return this.sharpness === null ? NEVER : probedPlaces(facts.recordedEpochs, this.sharpness.cost);
  }

  private rankPlaces(): ReadonlySet<number> {
    const { facts, stepper } = this.live;
    const { samples, neurons } = stepper.problem;
    if (Math.min(neurons, samples.dim) > LARGEST_SIDE) return NEVER;
    const cost = singularValuesCost(neurons, samples.dim) + 2 * singularValuesCost(neurons / 2, samples.dim);
    return probedPlaces(facts.recordedEpochs, cost);
  }

  private rank(from: number, to: number): number {
    const { samples, neurons } = this.live.stepper.problem;
    this.weights ??= new Float64Array(neurons * samples.dim);
    if (this.weightsPlace !== this.place) weightsOf(this.live, this.weights);
    this.weightsPlace = this.place;
    return effectiveRank(singularValues(this.weights, from, to, samples.dim));
  }
}
