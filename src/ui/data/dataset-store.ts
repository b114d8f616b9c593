import { create } from 'zustand';
import type { SealedData } from '../../engine/files/dataset/seal.ts';
import type { Settings } from '../../settings/schema.ts';

/** Data made of files in this session, with how they were made. */
export interface OpenData extends SealedData {
  /** What the person settled on when the data were made: to go back to them is to go back to these. */
  readonly settings: Partial<Settings>;
  /** What they were made of, to talk about again. */
  readonly files: readonly File[];
}

interface DatasetState {
  /** By fingerprint; a link or an undo may come back to any of them. */
  readonly datasets: ReadonlyMap<string, OpenData>;
  add(data: OpenData): void;
}

/** What is open in this session. */
export const useDatasets = create<DatasetState>((set, get) => ({
  datasets: new Map(),
  add: (data) => set({ datasets: new Map(get().datasets).set(data.dataset.id, data) }),
}));
