import type { Dataset } from '../../core/experiment.ts';
import type { Study } from '../../settings/study/study.ts';
import type { ArchiveProgress, Figure } from './archive.ts';
import type { RecordedRun } from './run.ts';

/** What the page asks of the worker that writes the zip, in this order. */
export interface ArchiveApi {
  begin(study: Study, link: string, datasets: readonly Dataset[]): void;
  /** The next run of the plan. */
  add(run: Omit<RecordedRun, 'planned'>): void;
  /** @throws Error when there are more or fewer runs than the plan has */
  finish(figures: readonly Figure[], progress: ArchiveProgress): Blob;
}
