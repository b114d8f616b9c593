import { CircleX, FolderOpen, Undo2, type LucideIcon } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { PRESETS, settingsOf } from '../../settings/presets.ts';
import { checkSettings } from '../../settings/validate.ts';
import { obstacleOf } from '../../state/compute.ts';
import { useLab } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { useDataset } from '../controls/useDataset.ts';
import { useDatasets } from '../data/dataset-store.ts';
import { newestBatch } from './facts.ts';
import { ComputeAgain } from './ComputeAgain.tsx';
import type { Absence } from './useAbsence.ts';
import './absent.css';

/** In the charts' place: what is missing, or went wrong, and what to do about it. */
export function Absent({ why }: { readonly why: NonNullable<Absence> }) {
  switch (why) {
    case 'file':
      return <WantsFile />;
    case 'blocked':
      return <Blocked />;
    case 'failed':
      return <Failed />;
  }
}

interface PlaceProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly bad?: boolean;
  readonly children: ReactNode;
}

function Place({ icon: Icon, title, bad = false, children }: PlaceProps) {
  return (
    <section className="absent" data-bad={bad ? '' : undefined} role={bad ? 'alert' : undefined}>
      <Icon aria-hidden size="2.5rem" strokeWidth={1.25} />
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function WantsFile() {
  const file = useSettings((state) => state.settings.file);
  const opening = useDatasets((state) => state.opening);
  const onDataset = useDataset();
  const input = useRef<HTMLInputElement>(null);
  const open = async (files: readonly File[]): Promise<void> => {
    // As what is dropped: its answer is shown over the page, wherever the settings are.
    const dataset = await useDatasets.getState().open(files, 'drop', file);
    if (dataset !== null) onDataset(dataset);
  };
  return (
    <Place icon={FolderOpen} title="This experiment trains on a file of yours">
      <p>
        Drop it anywhere on this page, or open it here: a CSV table, or images and labels as MNIST has them
        (plain or .gz). It stays on this computer.
      </p>
      {file !== '' && (
        <p>
          The link was made with the file whose fingerprint is <code>{file}</code>.
        </p>
      )}
      <button type="button" className="button primary" onClick={() => input.current?.click()}>
        {opening === null ? 'Choose files…' : `Reading ${opening}…`}
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files to train on"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that choosing the same file again, mended, is a change.
          currentTarget.value = '';
          if (files.length > 0) void open(files);
        }}
      />
    </Place>
  );
}

function Blocked() {
  const { settings } = useSettings();
  const error = checkSettings(settings).find(({ severity }) => severity === 'error');
  return (
    <Place icon={CircleX} title="These settings cannot be run" bad>
      <p className="absent-reason">{error?.message}.</p>
      <GoBack />
    </Place>
  );
}

/** To the last settings that could be run; where there are none, to the first experiment. */
export function GoBack() {
  const { past, change } = useSettings();
  const good = [...past].reverse().find((settings) => obstacleOf(settings) === null);
  const first = PRESETS[0]!;
  return (
    <button type="button" className="button" onClick={() => change(good ?? settingsOf(first))}>
      <Undo2 aria-hidden size="1rem" />
      {good === undefined ? `Open “${first.question}”` : 'Back to the last that could'}
    </button>
  );
}

function Failed() {
  const batch = newestBatch(useLab());
  const stopped = batch?.status === 'cancelled';
  return (
    <Place
      icon={CircleX}
      title={stopped ? 'Stopped before the first epoch' : 'Nothing was computed'}
      bad={!stopped}
    >
      {batch !== null && batch.message !== null && <p className="absent-reason">{batch.message}</p>}
      <ComputeAgain />
    </Place>
  );
}
