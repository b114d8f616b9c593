import { useMemo } from 'react';
import { formatNames } from '../../settings/names.ts';
import { VIEW } from '../../settings/view.ts';
import { shorten } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { useDataset } from '../controls/useDataset.ts';
import { notify } from '../parts/notices.ts';
import { useConversation } from './conversation-store.ts';
import { useDatasets, type OpenData } from './dataset-store.ts';
import { useKept } from './kept-store.ts';
import { fetchShipped, type ShippedSet } from './shipped.ts';
import { settledOn, wantedOf } from './wanted.ts';

/** Opens files as the settings on the page want them. */
export function openFiles(files: readonly File[]): Promise<void> {
  const { settings } = useSettings.getState();
  return useConversation
    .getState()
    .open(files, wantedOf(settings, useDatasets.getState().datasets.has(settings.file)));
}

export async function openShipped(set: ShippedSet): Promise<void> {
  const { fail } = useConversation.getState();
  try {
    await openFiles([await fetchShipped(set)]);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

interface Files {
  /** Goes back to data that are open. */
  readonly goTo: (data: OpenData) => void;
  /** Makes the data that were settled on and trains on them. */
  readonly train: () => Promise<void>;
  /** Opens files of before; those that the link names are trained on at once. */
  readonly openKept: (key: string) => Promise<void>;
  /** Forgets files of before; says so where the browser does not let it. */
  readonly forget: (key: string) => Promise<void>;
  readonly forgetAll: () => Promise<void>;
  /** Fetches a set that the link names, and trains on it at once. */
  readonly openShippedNamed: (set: ShippedSet) => Promise<void>;
}

/** What ends a conversation. */
export function useFiles(): Files {
  const provide = useDataset();
  return useMemo(() => {
    const goTo = ({ dataset, settings, files }: OpenData): void => {
      useView.getState().set(namesInLinks(files));
      provide(dataset, settings);
    };

    const train = async (): Promise<void> => {
      const { stage, files, build, warn, close } = useConversation.getState();
      if (stage.kind !== 'asking') return;
      const built = await build();
      if (built === null) return;
      const before = useSettings.getState().settings;
      const { dataset } = built;
      const { datasets, add } = useDatasets.getState();
      const other = before.data === 'dataset' && before.file !== '' && before.file !== dataset.id;
      if (other && !datasets.has(before.file) && stage.toldOf !== dataset.id) {
        warn(otherFile(dataset.name, dataset.id, before.file), dataset.id);
        return;
      }
      const settings = settledOn(stage, built, before);
      const data = { ...built, settings, files };
      add(data);
      close();
      // The dialog goes in a task of its own, the new experiment comes in the next: neither is a long one.
      await nextTask();
      goTo(data);
      await told('The file is not kept', useKept.getState().keep(files, dataset.id));
    };

    return {
      goTo,
      train,
      forget: (key) => told('Not forgotten', useKept.getState().forget(key)),
      forgetAll: () => told('Not forgotten', useKept.getState().forgetAll()),
      async openShippedNamed(set) {
        await openShipped(set);
        await train();
      },
      async openKept(key) {
        const files = await useKept.getState().open(key);
        if (files === null) {
          useConversation.getState().fail('That file is not here any more: open it again from your disk.');
          await useKept.getState().look();
          return;
        }
        const { file } = useSettings.getState().settings;
        const named = useKept
          .getState()
          .kept?.find((kept) => kept.key === key)
          ?.datasets.includes(file);
        await openFiles(files);
        if (named === true) await train();
      },
    };
  }, [provide]);
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Waits for what could not be done, and says so. */
async function told(title: string, refused: Promise<string | null>): Promise<void> {
  const refusal = await refused;
  if (refusal !== null) notify({ title, description: refusal });
}

/** What a link says of files; nothing where that would be too long. */
function namesInLinks(files: readonly File[]): { readonly fileNames: string; readonly fileSizes: string } {
  const fileNames = formatNames(files.map(({ name }) => name));
  const fileSizes = files.map(({ size }) => size).join('.');
  const isShort = fileNames.length <= VIEW.fileNames.maxLength && VIEW.fileSizes.pattern.test(fileSizes);
  return isShort ? { fileNames, fileSizes } : { fileNames: '', fileSizes: '' };
}

const otherFile = (name: string, id: string, wanted: string): string =>
  `${shorten(name)}, read like this, has fingerprint ${id}: that is not what the link was made with (${wanted}). ` +
  'Press “Train on this” again to train on it all the same.';
