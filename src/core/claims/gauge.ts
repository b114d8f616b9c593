import type { Experiment } from '../experiment.ts';
import type { RunFacts } from '../outcome.ts';

/** What gauges read of the data. */
export type DataFacts = Pick<RunFacts, 'n' | 'd' | 'neurons' | 'rMin' | 'rMax' | 'p' | 'signalNorm'>;

/** A setting of an experiment that an assumption can be met by. */
export type Turnable = 'd' | 'n' | 'm' | 'eta' | 'sigma0' | 'gamma' | 'lambdaPegr' | 'noiseSd' | 'meanNorm';

/** A setting to turn, and to what. */
export interface Suggestion {
  readonly setting: Turnable;
  readonly value: number;
}

/** A number of this data and what an assumption asks of it. */
export interface Gauge {
  /** Stays as it is: tests, files and links name it. */
  readonly id: string;
  /** What it is, in words, and in TeX. */
  readonly name: string;
  readonly tex: string;
  /** Null where it cannot be told. */
  readonly value: number | null;
  readonly relation: '≥' | '≤';
  readonly needs: number;
  /** Null where the value cannot be told. */
  readonly met: boolean | null;
  /** Which setting would meet it, and the value at which it begins to; nothing else is turned. */
  readonly suggestion?: Suggestion;
}

/** An assumption: a gauge of an experiment and the data that it drew. */
export type Assumption = (experiment: Experiment, facts: DataFacts) => Gauge;

type Made = Omit<Gauge, 'met'>;

/** A gauge says itself whether it is met, and only for what is not met is something suggested. */
export function gauge({ suggestion, ...made }: Made): Gauge {
  const { value, relation, needs } = made;
  const met = value === null ? null : relation === '≥' ? value >= needs : value <= needs;
  return met === false && suggestion !== undefined && Number.isFinite(suggestion.value)
    ? { ...made, met, suggestion }
    : { ...made, met };
}
