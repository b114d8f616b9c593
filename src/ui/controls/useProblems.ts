import { checkSettings, type Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { useDatasets } from '../data/dataset-store.ts';

/** What is wrong with the settings on the page, the opened file's dimension known. */
export function useProblems(): readonly Problem[] {
  const settings = useSettings((state) => state.settings);
  const opened = useDatasets((state) => state.datasets.get(settings.file));
  return checkSettings(settings, opened === undefined ? {} : { fileDimension: opened.dataset.dim });
}
