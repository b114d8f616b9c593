/** Watches all claims on every preset on synthetic data, one seed a point, and writes docs/theory-verdicts.md: minutes. */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { judge } from '../bin/write-claims.ts';
import { CLAIMS } from '../src/core/claims/all.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { PRESETS, studyOf } from '../src/settings/presets.ts';
import { changeBase } from '../src/settings/study/edit.ts';
import { plannedRuns } from '../src/settings/study/plan.ts';
import { valueInWords } from '../src/settings/study/words.ts';
import { PAPERS } from './papers.ts';
import { NOTES } from './verdict-notes.ts';
import { count, tableOf, tallyOf } from './verdict-table.ts';

const FILE = new URL('../docs/theory-verdicts.md', import.meta.url);

const tallies = CLAIMS.map(tallyOf);
const memo = new DrawMemo();
let runs = 0;

for (const preset of PRESETS) {
  if (preset.settings.data === 'dataset') continue;
  const study = changeBase(studyOf(preset), { runs: 1 });
  for (const { point, experiment } of plannedRuns(study)) {
    const values = study.axes.map(({ setting }) => valueInWords(setting, point.settings));
    judge(experiment, new Map(), memo).forEach((judged, k) =>
      count(tallies[k]!, judged, [preset.id, ...values].join(', ')),
    );
    runs++;
  }
  console.log(`${preset.id}: ${runs} runs so far`);
}

const text = [
  '# The claims on the papers’ own settings',
  '<!-- Written by scripts/write-verdicts.ts (npm run docs:verdicts, minutes). -->',
  `Every claim of [theory.md](theory.md) on the ${runs} experiments of the presets on synthetic data, in their quick sizes, one seed each. “Runs” are those of which a claim says something. A violation outside of what a claim assumes is no finding; one with all met would be. A least slack of an identity is its tolerance less the error.`,
  NOTES,
  ...Object.entries(PAPERS).flatMap(([paper, title]) => [
    `## ${title}`,
    tableOf(tallies.filter(({ claim }) => claim.paper === paper)),
  ]),
].join('\n\n');
await writeFile(FILE, await format(text, { ...(await resolveConfig(FILE.pathname)), parser: 'markdown' }));
