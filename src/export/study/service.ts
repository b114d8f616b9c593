import type { Dataset } from '../../core/experiment.ts';
import { plannedRuns, type PlannedRun } from '../../settings/study/plan.ts';
import { singleStudy, type Study } from '../../settings/study/study.ts';
import { DEFAULTS } from '../../settings/schema.ts';
import type { ArchiveApi } from './api.ts';
import { studyArchive, type ArchiveProgress, type Figure } from './archive.ts';
import type { RecordedRun } from './run.ts';

/** Takes a study run by run, and writes its zip. */
export class ArchiveService implements ArchiveApi {
  private study = singleStudy(DEFAULTS);
  private link = '';
  private datasets: ReadonlyMap<string, Dataset> = new Map();
  private plan: readonly PlannedRun[] = [];
  private runs: RecordedRun[] = [];

  begin(study: Study, link: string, datasets: readonly Dataset[]): void {
    this.study = study;
    this.link = link;
    this.datasets = new Map(datasets.map((dataset) => [dataset.id, dataset]));
    this.plan = plannedRuns(study);
    this.runs = [];
  }

  add(run: Omit<RecordedRun, 'planned'>): void {
    const planned = this.plan[this.runs.length];
    if (planned === undefined) throw new Error(`the study has ${this.plan.length} runs, and another came`);
    this.runs.push({ ...run, planned });
  }

  finish(figures: readonly Figure[], progress: ArchiveProgress): Blob {
    const { study, link, datasets, runs, plan } = this;
    if (runs.length < plan.length) throw new Error(`of ${plan.length} runs ${runs.length} came`);
    const pieces = studyArchive({ study, link, datasets, runs, figures }, progress);
    return new Blob(pieces as Uint8Array<ArrayBuffer>[], { type: 'application/zip' });
  }
}
