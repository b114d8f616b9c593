import { useCallback } from 'react';
import type { SealedDataset } from '../../protocol/sealed-dataset.ts';
import type { Settings } from '../../settings/schema.ts';
import { sameStudy } from '../../settings/study/study.ts';
import { useLabStore } from '../../state/lab.ts';
import { usePlayer } from '../../state/player.ts';
import { useSettings } from '../../state/settings.ts';
import { obstacleOf } from '../../state/compute.ts';
import { playFromStart } from '../player/transport.ts';

/** What to do with data that were made of a file: the workers get them, and the settings name them. */
export function useDataset(): (dataset: SealedDataset, settings: Partial<Settings>) => void {
  const store = useLabStore();
  return useCallback(
    (dataset, change) => {
      store.lab.provide(dataset);
      const before = useSettings.getState().study;
      useSettings.getState().change({ ...change, data: 'dataset', file: dataset.id });
      const { study, settings } = useSettings.getState();
      usePlayer.getState().set(playFromStart(settings.epochs));
      // A link may have named this very file: nothing changed, but now it can be computed.
      if (sameStudy(before, study) && obstacleOf(study) === null) store.compute(study);
    },
    [store],
  );
}
