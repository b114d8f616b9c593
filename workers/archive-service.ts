import type { ArchiveApi } from '../src/export/study/api.ts';
import { studyArchive, type ArchiveProgress, type Figure } from '../src/export/study/archive.ts';
import type { RecordedRun } from '../src/export/study/run.ts';
import type { Dataset } from '../src/core/experiment.ts';
import type { SealedDataset } from '../src/protocol/sealed-dataset.ts';
import { DEFAULTS } from '../src/settings/schema.ts';
import { plannedRuns, type PlannedRun } from '../src/settings/study/plan.ts';
import { singleStudy, type Study } from '../src/settings/study/study.ts';
import { Datasets } from './datasets.ts';

/** Takes a study run by run, and writes its zip. */
export class ArchiveService implements ArchiveApi {
  private study = singleStudy(DEFAULTS);
  private link = '';
  private sealed: readonly SealedDataset[] = [];
  private plan: readonly PlannedRun[] = [];
  private runs: RecordedRun[] = [];

  begin(study: Study, link: string, datasets: readonly SealedDataset[]): void {
    this.study = study;
    this.link = link;
    this.sealed = datasets;
    this.plan = plannedRuns(study);
    this.runs = [];
  }

  add(run: Omit<RecordedRun, 'planned'>): void {
    const planned = this.plan[this.runs.length];
    if (planned === undefined) throw new Error(`the study has ${this.plan.length} runs, and another came`);
    this.runs.push({ ...run, planned });
  }

  async finish(figures: readonly Figure[], progress: ArchiveProgress): Promise<Blob> {
    const { study, link, runs, plan } = this;
    if (runs.length < plan.length) throw new Error(`of ${plan.length} runs ${runs.length} came`);
    const datasets = await this.opened();
    const pieces = studyArchive({ study, link, datasets, runs, figures }, progress);
    return new Blob(pieces as Uint8Array<ArrayBuffer>[], { type: 'application/zip' });
  }

  private async opened(): Promise<ReadonlyMap<string, Dataset>> {
    const datasets = new Datasets();
    const opened = new Map<string, Dataset>();
    for (const sealed of this.sealed) {
      datasets.provide(sealed);
      const dataset = await datasets.open(sealed.id);
      if (dataset !== null) opened.set(sealed.id, dataset);
    }
    return opened;
  }
}
