import type { Experiment } from '../experiment.ts';
import type { RunFacts } from '../outcome.ts';

/** What gauges read of the data. */
export type DataFacts = Pick<RunFacts, 'n' | 'd' | 'neurons' | 'rMin' | 'rMax' | 'p' | 'signalNorm'>;

/** A setting of an experiment that an assumption can be met by. */
export type Turnable = 'd' | 'n' | 'm' | 'eta' | 'sigma0' | 'gamma' | 'lambdaPegr' | 'noiseSd' | 'meanNorm';

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
  /** Which setting would meet it, and at about which value. */
  readonly turn?: { readonly setting: Turnable; readonly to: number };
}

/** An assumption: a gauge of an experiment and the data that it drew. */
export type Assumption = (experiment: Experiment, facts: DataFacts) => Gauge;

type Made = Omit<Gauge, 'met'>;

/** A gauge says itself whether it is met, and only what is not met can be turned. */
export function gauge({ turn, ...made }: Made): Gauge {
  const { value, relation, needs } = made;
  const met = value === null ? null : relation === '≥' ? value >= needs : value <= needs;
  return met === false && turn !== undefined && Number.isFinite(turn.to)
    ? { ...made, met, turn }
    : { ...made, met };
}
