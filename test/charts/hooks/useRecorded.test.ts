import { describe, expect, it } from 'vitest';
import { isDue } from '../../../src/charts/hooks/useRecorded.ts';
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
