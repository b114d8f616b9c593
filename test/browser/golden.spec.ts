import { readFileSync } from 'node:fs';
import { SCALARS, type ScalarName } from '../../src/core/observe/quantities.ts';
import { referenceExperiment } from '../../src/settings/reference.ts';
import { isClose, readGolden } from '../golden/golden.ts';
import { expect, test } from './lab-page.ts';

const CASES = ['fc-leaky', 'fc-relu', 'fc-smooth-frei', 'fc-exp-loss', 'fc-sgd', 'fc-pegr', 'cnn-pegr'];

/** Arrays do not cross to the page as they are: numbers, with the names of those that were typed arrays. */
const toPlain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (v instanceof Float64Array ? { doubles: [...v] } : v)));

test('the page’s own worker follows the reference trajectories in Chromium', async ({ lab }) => {
  await lab.openDone();
  const worker = lab.page.workers()[0]!.url();
  const comlink = new URL('../../node_modules/comlink/dist/umd/comlink.min.js', import.meta.url);
  await lab.page.evaluate(readFileSync(comlink, 'utf8'));
  for (const name of CASES) {
    const golden = readGolden(name);
    const rows = await lab.page.evaluate(runInWorker, [
      worker,
      toPlain(referenceExperiment(golden)),
    ] as const);
    const column = (of: ScalarName) => SCALARS.indexOf(of);
    for (const expected of golden.expect) {
      const row = rows.find(({ epoch }) => epoch === expected.epoch)!;
      const pairs: readonly (readonly [string, number, number])[] = [
        ['loss', row.scalars[column('loss')]!, expected.loss],
        ['‖W‖_F', row.scalars[column('frobenius')]!, expected.frobenius],
        ['stable rank of W₊', row.scalars[column('stableRankPositive')]!, expected.stable_rank.positive],
        ['stable rank of W₋', row.scalars[column('stableRankNegative')]!, expected.stable_rank.negative],
        ...expected.margins.map((q, i) => [`margin ${i}`, row.margins[i]!, q] as const),
      ];
      for (const [what, actual, value] of pairs) {
        expect(isClose(actual, value), `${name}, epoch ${expected.epoch}, ${what}: ${actual}, ${value}`).toBe(
          true,
        );
      }
    }
  }
});

interface Row {
  readonly epoch: number;
  readonly scalars: readonly number[];
  readonly margins: readonly number[];
}

/** Runs in the page: asks a worker of the page's own script for a run, and returns all rows of its frames. */
async function runInWorker([url, plain]: readonly [string, unknown]): Promise<Row[]> {
  interface Frame {
    readonly epochs: Float64Array;
    readonly scalars: readonly Float64Array[];
    readonly margins: Float64Array;
    readonly end: { readonly kind: string } | undefined;
  }
  interface Api {
    start(run: number, experiment: unknown, siblings: number, sink: unknown): Promise<void>;
  }
  const { wrap, proxy } = (
    globalThis as unknown as {
      Comlink: { wrap(worker: Worker): Api; proxy<T>(value: T): T };
    }
  ).Comlink;
  const revive = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('doubles' in value) return Float64Array.from(value.doubles as number[]);
    if (Array.isArray(value)) return value.map(revive);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, revive(entry)]));
  };
  const worker = new Worker(url, { type: 'module' });
  const rows: Row[] = [];
  await wrap(worker).start(
    1,
    revive(plain),
    1,
    proxy((frame: Frame) => {
      const n = frame.margins.length / Math.max(1, frame.epochs.length);
      frame.epochs.forEach((epoch, k) =>
        rows.push({
          epoch,
          scalars: frame.scalars.map((column) => column[k]!),
          margins: [...frame.margins.subarray(k * n, (k + 1) * n)],
        }),
      );
    }),
  );
  worker.terminate();
  return rows;
}
