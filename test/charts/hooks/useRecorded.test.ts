import { describe, expect, it } from 'vitest';
import { isDue, nextRecorded } from '../../../src/charts/hooks/useRecorded.ts';
import { syntheticRecording } from '../synthetic.ts';

describe('what grew', () => {
  const growing = syntheticRecording({ length: 10, ended: false });
  const ended = syntheticRecording();

  it('is shown ten times a second while any run goes on', () => {
    expect(isDue([ended, growing], 16)).toBe(false);
    expect(isDue([ended, growing], 100)).toBe(true);
  });

  it('is shown at once the first time and when every run has ended', () => {
    expect(isDue([growing], Infinity)).toBe(true);
    expect(isDue([ended, ended], 0)).toBe(true);
  });
});

describe('what is shown while the page is printed', () => {
  const growing = syntheticRecording({ length: 10, ended: false });
  const recordings = [growing];
  const { version } = growing;
  const before = { recordings, version: version - 1 };

  it('is the newest there is, due or not', () => {
    expect(nextRecorded(before, recordings, true)).toEqual({ recordings, version });
    expect(nextRecorded(before, recordings, false)).toBe(before);
  });

  it('is not drawn again when nothing grew', () => {
    const now = { recordings, version };
    expect(nextRecorded(now, recordings, true)).toBe(now);
  });
});
