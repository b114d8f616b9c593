import type { SealedDataset } from '../../protocol/sealed-dataset.ts';
import type { WatchOrder } from '../../protocol/theory.ts';
import { useDatasets } from '../data/dataset-store.ts';

/** What a run trains on; null where it is not open. */
export type DatasetOf = (id: string) => SealedDataset | null;

/** Of the data that are open on the page. */
export const datasetOf: DatasetOf = (id) => useDatasets.getState().datasets.get(id)?.dataset ?? null;

/** All that these runs train on, each once, as far as it is open. */
export function datasetsOf(orders: readonly WatchOrder[], of: DatasetOf): readonly SealedDataset[] {
  const ids = orders.flatMap(({ experiment: { data } }) => (data.kind === 'dataset' ? [data.id] : []));
  return [...new Set(ids)].flatMap((id) => of(id) ?? []);
}
