import { create } from 'zustand';
import type { IdxArray } from '../../engine/files/idx.ts';
import type { NamedBlob } from '../../engine/files/gunzip.ts';
import type { OpenedDataset, OpenResult } from '../../engine/files/open-dataset.ts';
import { nameOf } from '../../engine/files/words.ts';
import { createChunk } from '../parts/chunk.ts';

/** What the user opened in this session, and what to tell of it. */
export interface DatasetState {
  /** By fingerprint; a link or an undo may come back to any of them. */
  readonly datasets: ReadonlyMap<string, OpenedDataset>;
  /** One file of an images and labels pair, waiting for the other. */
  readonly half: IdxArray | null;
  /** Names of the files being read, or null. */
  readonly opening: string | null;
  readonly message: DataMessage | null;
  /**
   * Opens files; a later call wins over an earlier one that is still reading. Gives the dataset once it is
   * there, null when it is not (the message says why).
   */
  open(files: readonly NamedBlob[], by: DataMessage['by'], wanted: string): Promise<OpenedDataset | null>;
  dismiss(): void;
}

export interface DataMessage {
  /** A problem, or something the user should know or do next. */
  readonly kind: 'problem' | 'info';
  readonly text: string;
  /** How the files came: the control answers the button, the DropZone (the control may be out of sight) a drop. */
  readonly by: 'button' | 'drop';
}

let latest = 0;

export const useDatasets = create<DatasetState>((set, get) => ({
  datasets: new Map(),
  half: null,
  opening: null,
  message: null,
  dismiss: () => set({ message: null }),
  open: async (files, by, wanted) => {
    const ticket = ++latest;
    set({ opening: files.map(nameOf).join(', '), message: null });
    const result = await openFiles(files, get().half);
    if (ticket !== latest) return null;
    set({ opening: null });
    switch (result.kind) {
      case 'failed':
        set({ message: { kind: 'problem', text: result.message, by } });
        return null;
      case 'half':
        set({ half: result.kept, message: { kind: 'info', text: result.message, by } });
        return null;
      case 'opened': {
        const { dataset } = result;
        const known = get().datasets;
        const other = wanted !== '' && wanted !== dataset.id && !known.has(wanted);
        set({
          datasets: new Map(known).set(dataset.id, dataset),
          half: null,
          message: other ? { kind: 'info', text: otherFile(dataset, wanted), by } : null,
        });
        return dataset;
      }
    }
  },
}));

/** The parsers are loaded with the first file. */
const parsing = createChunk(() => import('../../engine/files/open-dataset.ts'));

async function openFiles(files: readonly NamedBlob[], half: IdxArray | null): Promise<OpenResult> {
  const parsers = await parsing.load();
  if (parsers === null) {
    const message =
      'What reads files could not be loaded: the network is gone, or the page was updated. Open the file again to try again, or reload the page.';
    return { kind: 'failed', message };
  }
  try {
    return await parsers.openDataset(files, half);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', message: `The file could not be read: ${reason}` };
  }
}

const otherFile = (dataset: OpenedDataset, wanted: string): string =>
  `${dataset.name} has fingerprint ${dataset.id}: it is not the link’s file (${wanted}), and its runs will differ.`;
