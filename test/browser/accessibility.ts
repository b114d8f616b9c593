import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { LabPage } from './lab-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds, of any impact, as "rule: element". */
export async function accessibilityProblems({ page }: LabPage): Promise<readonly string[]> {
  // Evaluated, not added as a script element: the page's CSP forbids those.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  // Passes are not wanted: gathering every element that passes takes longer than looking.
  const options: RunOptions = { resultTypes: ['violations'] };
  const { violations } = await page.evaluate(
    (asked) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(asked),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
