import { obstacleOf, type Obstacle } from '../../state/compute.ts';
import { useSettings } from '../../state/settings.ts';
import { useDatasets } from '../data/dataset-store.ts';

/** What keeps the study on the page from being computed here: a file that is not open is missing, too. */
export function useObstacle(): Obstacle {
  const { study, settings } = useSettings();
  const isOpen = useDatasets(({ datasets }) => datasets.has(settings.file));
  return obstacleOf(study) ?? (settings.data === 'dataset' && !isOpen ? 'no file' : null);
}
