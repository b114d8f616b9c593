import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../src/core/experiment.ts';
import { combineFingerprints, Fingerprint } from '../../src/core/fingerprint.ts';
import { RecordingFingerprint, runFingerprint } from '../../src/core/recording-fingerprint.ts';

function of(...values: number[]): string {
  const fingerprint = new Fingerprint();
  fingerprint.update(Float64Array.from(values));
  return fingerprint.digest();
}

describe('the fingerprint of a recording', () => {
  it('is made of the rows t and scalars, of the margins, and of the engine’s version before both', () => {
    const recording = new RecordingFingerprint();
    recording.row(0, Float64Array.of(0.5, 2), Float64Array.of(-1));
    recording.row(3, Float64Array.of(0.25, 1), Float64Array.of(4));
    const hashes = recording.hashes();
    expect(hashes.recording).toBe(of(0, 0.5, 2, 3, 0.25, 1));
    expect(hashes.margins).toBe(of(-1, 4));
    const parts = [hashes.recording, hashes.margins];
    expect(hashes.fingerprint).toBe(combineFingerprints(parts, ENGINE_VERSION));
    expect(recording.digest()).toBe(hashes.fingerprint);
  });

  it('is another one under another engine', () => {
    const [a, b] = [of(1), of(2)];
    expect(runFingerprint(a, b)).toBe(runFingerprint(a, b, ENGINE_VERSION));
    expect(runFingerprint(a, b, ENGINE_VERSION - 1)).not.toBe(runFingerprint(a, b));
    expect(runFingerprint(b, a)).not.toBe(runFingerprint(a, b));
  });
});
