import { SCALARS } from '../core/observe/quantities.ts';
import type { Batch, Variant } from '../engine/batch.ts';
import type { Recording } from '../engine/recording.ts';
import type { Study } from '../settings/study/study.ts';
import { studyDifferences } from '../settings/differences.ts';
import { differingNames, valueInWords } from '../settings/study/words.ts';

/** The run before the last change of settings, which charts keep as quiet curves. */
export interface Ghost {
  readonly recordings: readonly Recording[];
  readonly variants: readonly Variant[];
  /** The settings in which it differs, as they were: "γ = 0.1". */
  readonly what: string;
}

/** With more settings changed it is another experiment, of which the curves before say nothing. */
const MOST_CHANGES = 3;

/** Margins and matrices of a larger batch are let go: its means are kept. */
const MOST_NUMBERS = 4e6;

/** In which settings, as they were, a batch differs from others; null where the two cannot be compared. */
export function whatDiffers({ status, study, settings }: Batch, after: Study): string | null {
  if (status === 'failed' || status === 'diverged') return null;
  const changed = differingNames(settings, after.base);
  if (changed.length > MOST_CHANGES) return null;
  if (changed.length > 0) return changed.map((name) => valueInWords(name, settings)).join(', ');
  if (sameRuns(study, after)) return null;
  const varied = studyDifferences(study, after).map(({ label, before }) => `${label} = ${before}`);
  return varied.length > 0 ? varied.join(', ') : 'what it was';
}

/** Whether the curves of two studies with one base are the same ones, whatever is pinned. */
const sameRuns = (a: Study, b: Study): boolean => JSON.stringify(a.axes) === JSON.stringify(b.axes);

/** What remains of a batch when others take its place. */
export function ghostOf({ recordings, curves }: Batch, what: string): Ghost {
  const all = curves.flatMap((variant) => variant.recordings);
  const light = all.reduce((sum, recording) => sum + numbersOf(recording), 0) > MOST_NUMBERS;
  const kept = new Map(all.map((recording) => [recording, light ? meansOnly(recording) : recording]));
  const keptOf = (some: readonly Recording[]): Recording[] => some.map((recording) => kept.get(recording)!);
  return {
    recordings: keptOf(recordings),
    variants: curves.map((variant) => ({ ...variant, recordings: keptOf(variant.recordings) })),
    what,
  };
}

/** Of margins and matrices, which take most room. */
function numbersOf({ margins, snapshots }: Recording): number {
  const [first] = snapshots;
  return margins.length + snapshots.length * (first ? first.rho.length + first.active.length : 0);
}

const NOTHING = new Float64Array(0);

/** A recording without what is not a mean, as it is now; it holds on to nothing else of the batch. */
function meansOnly(recording: Recording): Recording {
  const { run, facts, length, epochs, end, version } = recording;
  const columns = new Map(SCALARS.map((name) => [name, recording.column(name)]));
  return {
    run,
    facts,
    length,
    epochs,
    column: (name) => columns.get(name) ?? NOTHING,
    margins: NOTHING,
    snapshots: [],
    end,
    version,
  };
}
