import { combineFingerprints, Fingerprint } from '../core/fingerprint.ts';
import { runFingerprint, type RunHashes } from '../core/recording-fingerprint.ts';

/** The numbers of a run: t, and a column for each of SCALARS. */
export interface RunNumbers {
  readonly epochs: Float64Array;
  readonly scalars: readonly Float64Array[];
}

/** XXH64 of row by row t and the scalars, as docs/fingerprint.md says. */
export function recordingHash({ epochs, scalars }: RunNumbers): string {
  const hash = new Fingerprint();
  for (let k = 0; k < epochs.length; k++) {
    hash.push(epochs[k]!);
    for (const column of scalars) hash.push(column[k]!);
  }
  return hash.digest();
}

/** The hashes of a run from its columns: what was counted row by row while it was recorded. @param margins row-major */
export function hashesOf(numbers: RunNumbers, margins: Float64Array): RunHashes {
  const recording = recordingHash(numbers);
  const hash = new Fingerprint();
  hash.update(margins);
  const ofMargins = hash.digest();
  return { recording, margins: ofMargins, fingerprint: runFingerprint(recording, ofMargins) };
}

/** What fingerprints.txt says of a run. */
export interface HashedRun extends RunHashes {
  /** Recorded epochs, and so rows of the table. */
  readonly rows: number;
  /** t of its last row, where it was stopped before its end: the hashes are of what there is. */
  readonly stopped?: number;
}

export interface Fingerprints {
  readonly engine: number;
  /** In the plan's order; null for one that failed or was not begun, which has no recording. */
  readonly runs: readonly (HashedRun | null)[];
  /** Of all of them; null where one is not whole. */
  readonly study: string | null;
}

export function fingerprintsOf(runs: readonly (HashedRun | null)[], engine: number): Fingerprints {
  const whole = runs.flatMap((run) => (run === null || run.stopped !== undefined ? [] : [run.fingerprint]));
  return { engine, runs, study: whole.length === runs.length ? combineFingerprints(whole) : null };
}

/** As text: a line says what it is of, then names and values in turn (docs/fingerprint.md). */
export function fingerprintsText({ engine, runs, study }: Fingerprints): string {
  const lines = runs.map((run, k) =>
    run === null
      ? `run ${k + 1} failed`
      : `run ${k + 1} rows ${run.rows} recording ${run.recording} margins ${run.margins} fingerprint ${run.fingerprint}${run.stopped === undefined ? '' : ` stopped ${run.stopped}`}`,
  );
  return [`engine ${engine}`, ...lines, ...(study === null ? [] : [`study ${study}`]), ''].join('\n');
}

const RUN =
  /^run \d+ (?:failed|rows (\d+) recording ([0-9a-f]{16}) margins ([0-9a-f]{16}) fingerprint ([0-9a-f]{16})(?: stopped (\d+))?)$/;

/** @throws RangeError that names the line which is none of its kind */
export function readFingerprints(text: string): Fingerprints {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const runs: (HashedRun | null)[] = [];
  let engine: number | null = null;
  let study: string | null = null;
  for (const [k, line] of lines.entries()) {
    const run = RUN.exec(line);
    const head = /^engine (\d+)$/.exec(line);
    const whole = /^study ([0-9a-f]{16})$/.exec(line);
    if (run !== null) {
      const [, rows, recording, margins, fingerprint, stopped] = run;
      runs.push(
        rows === undefined
          ? null
          : {
              rows: Number(rows),
              recording: recording!,
              margins: margins!,
              fingerprint: fingerprint!,
              ...(stopped === undefined ? {} : { stopped: Number(stopped) }),
            },
      );
    } else if (head !== null) engine = Number(head[1]);
    else if (whole !== null) study = whole[1]!;
    else if (line !== '')
      throw new RangeError(`fingerprints: line ${k + 1} is neither engine, run nor study`);
  }
  if (engine === null) throw new RangeError('fingerprints: no line says the engine’s version');
  return { engine, runs, study };
}
