import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLAIMS } from '../src/core/claims/all.ts';
import type { Claim } from '../src/core/claims/claim.ts';
import type { Gauge } from '../src/core/claims/gauge.ts';
import { readingOf, type Verdict } from '../src/core/claims/verdict.ts';
import { watching, type Judged } from '../src/core/claims/watch.ts';
import { ENGINE_VERSION, type Dataset, type Experiment } from '../src/core/experiment.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { variedSettings } from '../src/export/columns.ts';
import { conjectured } from '../src/settings/conjecture/conjectured.ts';
import { countClaims, countsInWords } from '../src/settings/claim-words.ts';
import { createKernelSource } from '../workers/kernels/source.ts';
import type { Output } from './output.ts';
import type { Task } from './task.ts';
import { whole } from './write-tables.ts';

const kernels = createKernelSource();

/**
 * Computes the runs of a task in a pass of their own, with all claims watched, and writes claims.json into the folder.
 * @param conjecture a person's own, watched as the last claim; '' for none
 */
export async function writeClaims(
  task: Task,
  folder: string,
  dataset: Dataset | null,
  conjecture: string,
  output: Output,
): Promise<void> {
  const claims = [...CLAIMS, ...conjectured(conjecture)];
  const datasets = new Map(dataset === null ? [] : [[dataset.id, dataset]]);
  const memo = new DrawMemo();
  const runs = task.runs.map(({ point, experiment }) => ({
    settings: variedSettings(task.study, point),
    seed: experiment.seed,
    judged: judge(experiment, datasets, memo, claims),
  }));
  const counts = countClaims(runs.map(({ judged }) => judged));
  const content = {
    engine: ENGINE_VERSION,
    runs: runs.map(({ judged, ...run }) => ({ ...run, claims: judged.map(claimRow) })),
    counts,
  };
  await whole(join(folder, 'claims.json'), (path) =>
    writeFile(path, `${JSON.stringify(content, null, 1)}\n`),
  );
  for (const line of countsInWords(counts)) output.out(line);
}

/** All claims on one run, in a pass of its own. */
export function judge(
  experiment: Experiment,
  datasets: ReadonlyMap<string, Dataset>,
  memo: DrawMemo,
  claims: readonly Claim[] = CLAIMS,
): readonly Judged[] {
  const { recorder, watched } = watching({ epoch: () => undefined, snapshot: () => undefined }, claims);
  const run = train(experiment, recorder, datasets, memo, kernels);
  while (run.next().done !== true);
  return watched()?.judge() ?? [];
}

/** Numbers that are not finite are null in JSON. */
function claimRow({ claim, verdict, assumptions }: Judged) {
  return {
    id: claim.id,
    claims_id: claim.claimsId,
    form: claim.form ?? 'holds',
    ...(claim.paper === 'yours' && { statement: claim.statement }),
    verdict: verdict.kind,
    ...conclusionOf(verdict),
    ...sidesOf(verdict),
    assumptions: assumptions.map(gaugeRow),
  };
}

const gaugeRow = ({ id, name, value, relation, needs, met, suggestion }: Gauge) => ({
  id,
  name,
  value,
  relation,
  needs,
  met,
  ...(suggestion !== undefined && { suggestion }),
});

/** Where an assumption is not met, whether the conclusion holds all the same; why there is nothing to say. */
function conclusionOf(verdict: Verdict): { conclusion?: string; why?: string } {
  if (verdict.kind === 'assumption-not-met') {
    const { finding } = verdict;
    return { conclusion: finding.kind, ...(finding.kind === 'cannot-be-told' && { why: finding.why }) };
  }
  return 'why' in verdict ? { why: verdict.why } : {};
}

/** The comparison that decides; of a rate the fitted one and the paper's, at the end of the fit. */
function sidesOf(verdict: Verdict) {
  const finding = verdict.kind === 'assumption-not-met' ? verdict.finding : verdict;
  if (finding.kind === 'measured') {
    const { fitted, printed, to } = finding.measured;
    return { slack: null, epoch: to, left: fitted, right: printed };
  }
  const reading = readingOf(verdict);
  return {
    slack: reading?.slack ?? null,
    epoch: reading?.epoch ?? null,
    left: reading?.left ?? null,
    right: reading?.right ?? null,
  };
}
