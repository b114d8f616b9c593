import { checkStudy } from '../../settings/study/check.ts';
import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { useDatasets } from '../data/dataset-store.ts';

/** What is wrong with the study on the page, the opened file's dimension known. */
export function useProblems(): readonly Problem[] {
  const study = useSettings((state) => state.study);
  const opened = useDatasets((state) => state.datasets.get(study.base.file));
  return checkStudy(study, opened === undefined ? {} : { fileDimension: opened.dataset.dim });
}
