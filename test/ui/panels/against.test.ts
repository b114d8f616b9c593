import Papa from 'papaparse';
import { afterEach, expect, test } from 'vitest';
import { usePlayer } from '../../../src/state/player.ts';
import { useView } from '../../../src/state/view.ts';
import { panelsFor } from '../../../src/ui/panels/index.ts';
import { againstTold } from '../../../src/ui/panels/later/Against.tsx';
import { csvOf } from '../../../src/ui/take/table.ts';
import { comparedRuns } from '../../charts/synthetic.ts';

const points = comparedRuns({ n: 4, m: 3, epochs: 40 });
const front = points[1]!.recordings;

afterEach(() => {
  useView.setState(useView.getInitialState());
  usePlayer.setState(usePlayer.getInitialState());
});

test('The chart against what varies is the second where a setting varies, and not there where none does', () => {
  expect(panelsFor('gaussian-mixture', [{ setting: 'gamma' }])[1]?.id).toBe('against');
  expect(panelsFor('signal-noise', [{ setting: 'gamma' }])[1]?.id).toBe('against');
  expect(panelsFor('gaussian-mixture').map(({ id }) => id)).not.toContain('against');
});

test('Its table has a row for each value, of the outcome and the moment of the view', () => {
  const { columns, count, row } = againstTold.table(front, 0, points);
  expect(columns[1]).toBe('Stable rank, mean of W₊ and W₋ at the end');
  expect([count, columns.length]).toEqual([points.length, 2 + front.length]);
  expect(row(1)[1]).toMatch(/^1\.\d+ ± 0\.0\d+$/);
  useView.getState().set({ outcome: 'loss', moment: 'below', threshold: 0.5 });
  const passing = againstTold.table(front, 0, points);
  expect(passing.columns[1]).toBe('First epoch with training loss at or below 0.5');
  expect(Number(passing.row(0)[2])).toBeGreaterThan(0);
});

test('At the playhead its cells are those of the epoch shown when they are asked for', () => {
  useView.getState().set({ outcome: 'loss', moment: 'playhead' });
  const { row } = againstTold.table(front, 0, points);
  const start = row(0)[2];
  usePlayer.getState().set({ epoch: 40 });
  expect(row(0)[2]).not.toBe(start);
});

test('It says in words what it shows, and that nothing varies where nothing does', () => {
  expect(againstTold.summary(front, 0, points)).toMatch(
    /^Stable rank, mean of W₊ and W₋ at the end against .*: 1\.\d+ ± .* at no regularisation; .* at PEGR; .* at FGR\.$/,
  );
  expect(againstTold.summary(front)).toBe('Nothing varies.');
});

const request = {
  recordings: front,
  variants: points,
  horizon: 40,
  view: useView.getState(),
  palette: { rgb: () => [1, 2, 3] as const, css: (name: string) => name, pixelRatio: 1 },
};

test('Its picture says what is measured and of how many runs, and is not there where nothing varies', () => {
  const picture = againstTold.picture(request)!;
  expect(picture.panes.map(({ kind }) => kind)).toEqual(['against']);
  expect(picture.valueLabel).toBe(
    `Stable rank, mean of W₊ and W₋ at the end; mean ± 3 sd of ${front.length} runs`,
  );
  expect(againstTold.picture({ ...request, variants: [] })).toBeNull();
});

test('Its numbers as CSV are the varied values, mean, edges, least, most and each run in full precision', () => {
  const csv = [...csvOf(againstTold.picture(request)!, 40)].join('').trimEnd();
  const [head, first, ...rest] = Papa.parse<readonly string[]>(csv).data;
  expect(rest).toHaveLength(points.length - 1);
  const runs = points[0]!.recordings.map(
    (run) => (run.column('stableRankPositive')[40]! + run.column('stableRankNegative')[40]!) / 2,
  );
  const numbers = first!.slice(-runs.length).map(Number);
  expect(numbers).toEqual(runs);
  const at = (name: string): number => Number(first![head!.indexOf(name)]);
  expect(at('least')).toBe(Math.min(...runs));
  expect(at('greatest')).toBe(Math.max(...runs));
  expect(at('Stable rank, mean of W₊ and W₋ at the end, mean')).toBeCloseTo(
    runs.reduce((a, b) => a + b) / runs.length,
    12,
  );
});
