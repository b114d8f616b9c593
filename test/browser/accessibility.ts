import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { LabPage } from './lab-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of axe-core that look at colours; all the others give the same whatever the colours are. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'] as const;

/** What axe-core finds, of any impact, as "rule: element"; with all of its rules, or with the named ones. */
export async function accessibilityProblems(
  { page }: LabPage,
  rules?: readonly string[],
): Promise<readonly string[]> {
  // Evaluated, not added as a script element: the page's CSP forbids those.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: [...rules] } }),
  };
  const { violations } = await page.evaluate(
    (asked) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(asked),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
