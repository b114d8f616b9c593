import { ENGINE_VERSION } from './experiment.ts';
import { combineFingerprints, Fingerprint } from './fingerprint.ts';

/** The hashes of a recording, 16 hex digits each (docs/fingerprint.md). */
export interface RunHashes {
  /** Of row by row t and the scalars, in the order of SCALARS. */
  readonly recording: string;
  /** Of row by row the margins q_1 … q_n. */
  readonly margins: string;
  /** Of the engine's version and those two: what names the recording. */
  readonly fingerprint: string;
}

/** Hashes a recording, epoch by epoch. */
export class RecordingFingerprint {
  private readonly recording = new Fingerprint();
  private readonly margins = new Fingerprint();

  /** Takes a recorded epoch, as a Recorder gets it. */
  row(epoch: number, scalars: Float64Array, margins: Float64Array): void {
    this.recording.push(epoch);
    this.recording.update(scalars);
    this.margins.update(margins);
  }

  /** Of the rows taken so far. */
  hashes(): RunHashes {
    const recording = this.recording.digest();
    const margins = this.margins.digest();
    return { recording, margins, fingerprint: runFingerprint(recording, margins) };
  }

  /** The fingerprint of the rows taken so far. */
  digest(): string {
    return this.hashes().fingerprint;
  }
}

export const runFingerprint = (recording: string, margins: string, engine = ENGINE_VERSION): string =>
  combineFingerprints([recording, margins], engine);
