import { expect, test } from 'vitest';
import { durationInWords } from '../../../src/settings/words.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';
import { briefOf } from '../../../src/ui/status/brief.ts';

const none = { kind: 'none' } as const;
const done = { status: 'done', progress: 1, recordings: [] } as const;

test('a run under way says its share, and one that is stopped where: at an epoch, before the first percent', () => {
  const recordings = [syntheticRecording({ epochs: 4_321 })];
  const at = (status: 'computing' | 'paused', progress: number): string =>
    briefOf(null, { status, progress, recordings }, none).words;
  expect(at('computing', 0.42)).toBe('Computing 42%');
  expect(at('paused', 0.5)).toBe('Stopped at 50%');
  expect(at('paused', 4.321e-6)).toBe('Stopped at epoch 4,321');
});

test('a link’s claim goes before "Computed", and a broken one is bad', () => {
  expect(briefOf(null, done, none)).toEqual({ words: 'Computed ✓', tone: 'plain' });
  expect(briefOf(null, done, { kind: 'reproduced', fingerprint: 'a' }).words).toBe('Reproduced ✓');
  expect(briefOf(null, done, { kind: 'differs', claimed: 'a', found: 'b' })).toEqual({
    words: 'Differs from the link',
    tone: 'bad',
  });
});

test('what cannot be run, what waits for a file and what starts are told apart, whatever was computed before', () => {
  const words = [briefOf('error', done, none), briefOf('no file', done, none), briefOf(null, null, none)].map(
    (brief) => brief.words,
  );
  expect(words).toEqual(['Cannot be run', 'Waiting for a file', 'Starting']);
});

test('a computation that takes a while says how long it still will, a short one does not', () => {
  const batch = { status: 'computing', progress: 0.25, recordings: [] } as const;
  expect(briefOf(null, batch, none, 41).words).toBe('Computing 25%, about 40 s left');
  expect(briefOf(null, batch, none, 2).words).toBe('Computing 25%');
  expect(briefOf(null, { ...batch, progress: 0.0042 }, none, 2_000).words).toBe(
    'Computing 0.4%, about 33 min left',
  );
  expect(briefOf(null, { ...batch, progress: 4e-5 }, none, 70_000).words).toBe(
    'Computing under 0.1%, about 19 h left',
  );
  expect([4, 100, 7_000].map(durationInWords)).toEqual(['5 s', '2 min', '2 h']);
});
