import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { singleStudy } from '../../../src/settings/study/study.ts';
import { judgeClaim, signalFacts, toldBatch } from '../../../src/ui/status/facts.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';
import { batch } from '../../state/fake-lab.ts';

const CLAIM = '0123456789abcdef';
const STUDY = singleStudy(DEFAULTS);
const opened = { fingerprint: CLAIM, study: STUDY, notes: [] };
const done = { current: batch({ fingerprint: CLAIM }), pending: null };

describe('an opened link’s fingerprint', () => {
  it('is reproduced when the finished batch has the same', () => {
    expect(judgeClaim(opened, STUDY, done)).toEqual({ kind: 'reproduced', fingerprint: CLAIM });
  });

  it('differs when the finished batch has another, and both are named', () => {
    const found = 'fedcba9876543210';
    expect(judgeClaim(opened, STUDY, { ...done, current: batch({ fingerprint: found }) })).toEqual({
      kind: 'differs',
      claimed: CLAIM,
      found,
    });
  });

  it('is not judged before the batch is done', () => {
    const computing = batch({ status: 'computing', fingerprint: null });
    expect(judgeClaim(opened, STUDY, { current: null, pending: null }).kind).toBe('waiting');
    expect(judgeClaim(opened, STUDY, { current: computing, pending: null }).kind).toBe('waiting');
    expect(judgeClaim(opened, STUDY, { ...done, pending: computing }).kind).toBe('waiting');
  });

  it('is not judged by a batch of other settings', () => {
    const other = batch({ settings: { ...DEFAULTS, seed: 2 }, fingerprint: 'fedcba9876543210' });
    expect(judgeClaim(opened, STUDY, { current: other, pending: null }).kind).toBe('waiting');
  });

  it('says nothing once the settings were changed, nor where the link has none', () => {
    expect(judgeClaim(opened, singleStudy({ ...DEFAULTS, seed: 2 }), done).kind).toBe('none');
    expect(judgeClaim({ ...opened, fingerprint: null }, STUDY, done).kind).toBe('none');
  });

  it('is not compared when parts of the link were dropped', () => {
    expect(judgeClaim({ ...opened, notes: ['g'] }, STUDY, done).kind).toBe('incomplete');
  });
});

describe('the batch spoken of', () => {
  const current = batch({});
  const computing = batch({ status: 'computing', fingerprint: null });

  it('is what is on screen while a new one may replace it within a blink', () => {
    expect(toldBatch({ current, pending: null, overdue: false })).toBe(current);
    expect(toldBatch({ current, pending: computing, overdue: false })).toBe(current);
    expect(toldBatch({ current, pending: computing, overdue: true })).toBe(computing);
  });

  it('is the newest where it has ended without anything to show, is held, or is the first', () => {
    for (const status of ['failed', 'paused', 'cancelled'] as const) {
      const pending = batch({ status, fingerprint: null });
      expect(toldBatch({ current, pending, overdue: false })).toBe(pending);
    }
    expect(toldBatch({ current: null, pending: computing, overdue: false })).toBe(computing);
  });
});

describe('what is known of the signal', () => {
  it('is its length and how it compares with the noise', () => {
    const facts = signalFacts({ recordings: [syntheticRecording({ signal: true })] });
    expect(facts).toEqual(['‖μ‖ = 1', 'signal-to-noise ‖μ‖/(σₚ√d) = 0.05']);
  });

  it('is nothing for other data and before the first epoch', () => {
    expect(signalFacts({ recordings: [syntheticRecording()] })).toEqual([]);
    expect(signalFacts({ recordings: [] })).toEqual([]);
  });
});
