import { expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript, since it runs before anything is installed
import * as stepsModule from '../../scripts/steps.mjs';

interface Row {
  readonly name: string;
  readonly failure: string | null;
}
const { runSteps } = stepsModule as {
  runSteps(
    steps: readonly (readonly (readonly string[])[])[],
    names: readonly string[],
    runStage: (name: string, held: boolean) => Promise<Row>,
  ): Promise<readonly Row[]>;
};

const STEPS = [[['setup']], [['unit'], ['types', 'lint']], [['build', 'browser']]];
const ALL = STEPS.flat(2);

/** A run of STEPS whose stages take a turn of the event loop each, and what happened in which order. */
async function happening(names: readonly string[], failing?: string): Promise<readonly string[]> {
  const log: string[] = [];
  const rows = await runSteps(STEPS, names, async (name, held) => {
    log.push(`${name} begins${held ? ', held' : ''}`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
    return { name, failure: name === failing ? 'broken' : null };
  });
  expect(rows.map(({ name }) => `${name} ends`)).toEqual(log.filter((line) => line.endsWith('ends')));
  return log;
}

it('runs the chains of a step side by side, what the later ones print held, and a step after another', async () => {
  expect(await happening(ALL)).toEqual([
    ...['setup begins', 'setup ends'],
    ...['unit begins', 'types begins, held', 'unit ends', 'types ends', 'lint begins, held', 'lint ends'],
    ...['build begins', 'build ends', 'browser begins', 'browser ends'],
  ]);
});

it('shows what a stage prints as it comes where nothing runs beside it', async () => {
  expect(await happening(['lint'])).toEqual(['lint begins', 'lint ends']);
});

it('lets what runs come to its end after a failure, and begins nothing more', async () => {
  expect(await happening(ALL, 'types')).toEqual([
    ...['setup begins', 'setup ends'],
    ...['unit begins', 'types begins, held', 'unit ends', 'types ends'],
  ]);
});
