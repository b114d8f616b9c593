import { describe, expect, it } from 'vitest';
import { combineFingerprints } from '../../src/core/fingerprint.ts';
import { fingerprintsOf, fingerprintsText, readFingerprints } from '../../src/export/fingerprints.ts';

const RUN = { rows: 3, recording: 'a'.repeat(16), margins: 'b'.repeat(16), fingerprint: 'c'.repeat(16) };

describe('fingerprints.txt', () => {
  it('reads back as it was written, a run that failed as one', () => {
    const all = fingerprintsOf([RUN, { ...RUN, rows: 0 }], 3);
    expect(readFingerprints(fingerprintsText(all))).toEqual(all);
    expect(all.study).toBe(combineFingerprints([RUN.fingerprint, RUN.fingerprint]));
    const stopped = fingerprintsOf([RUN, { ...RUN, stopped: 1_000_000_000 }], 3);
    expect(stopped.study).toBeNull();
    expect(readFingerprints(fingerprintsText(stopped))).toEqual(stopped);
    const failed = fingerprintsOf([RUN, null], 3);
    expect(failed.study).toBeNull();
    expect(readFingerprints(fingerprintsText(failed))).toEqual(failed);
  });

  it('is refused with its line when it is something else', () => {
    expect(() => readFingerprints('engine 3\nrun 1 rows x')).toThrow(
      'line 2 is neither engine, run nor study',
    );
    expect(() => readFingerprints('')).toThrow('no line says the engine');
  });
});
