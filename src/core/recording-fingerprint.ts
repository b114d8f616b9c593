import { ENGINE_VERSION } from './experiment.ts';
import { Fingerprint } from './fingerprint.ts';

/** The fingerprint of a recording: the engine's version, then row by row t, the scalars and the margins. */
export class RecordingFingerprint {
  private readonly hash = new Fingerprint();
  private readonly word = Float64Array.of(ENGINE_VERSION);

  constructor() {
    this.hash.update(this.word);
  }

  /** Takes a recorded epoch, as a Recorder gets it. */
  row(epoch: number, scalars: Float64Array, margins: Float64Array): void {
    this.word[0] = epoch;
    this.hash.update(this.word);
    this.hash.update(scalars);
    this.hash.update(margins);
  }

  /** 16 hex digits of the rows taken so far. */
  digest(): string {
    return this.hash.digest();
  }
}
