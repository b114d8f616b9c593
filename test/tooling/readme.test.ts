import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compute } from '../../bin/compute.ts';
import { decodeLink } from '../../src/settings/link.ts';
import { presetOf } from '../../src/settings/presets.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const links = [...readme.matchAll(/#(v=\d[^`'\s|)]*)/g)].map(([, link]) => link!);
/** Link, preset and words of each row of the table of links. */
const rows = [...readme.matchAll(/^\| `#([^`]+)` *\| (.*?) *\| (.*?) *\|$/gm)].map(
  ([, link, preset, words]) => ({ link: link!, preset: preset!, words: words! }),
);

describe('the links of the README', () => {
  it.each(links)('%s is read without a note', (link) => {
    expect(decodeLink(link).notes).toEqual([]);
  });

  it.each(rows.map((row) => [row.link, row] as const))('%s opens as the preset of its row', (_, row) => {
    const preset = presetOf(decodeLink(row.link).study);
    expect(preset?.question ?? 'none: your own settings').toBe(row.preset);
  });

  it('are the rows that the other tests are about', () => {
    expect(rows).toHaveLength(8);
  });

  it('show the numbers that their rows have', () => {
    const ranks = (link: string): readonly number[] =>
      compute(decodeLink(link).study).runs.flatMap(({ scalars }) => [
        scalars.stableRankPositive,
        scalars.stableRankNegative,
      ]);
    const [leaky, relu] = rows;
    expect(leaky!.words).toContain('to 1.00001 or 1.00002 in each of five runs');
    for (const rank of ranks(leaky!.link)) expect(rank.toFixed(5)).toMatch(/^1\.0000[12]$/);
    const [least, most] = [Math.min(...ranks(relu!.link)), Math.max(...ranks(relu!.link))];
    expect(relu!.words).toContain(`from ${least.toFixed(4)} to ${most.toFixed(2)}`);
  });
});
