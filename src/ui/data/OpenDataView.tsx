import { Button } from '@base-ui/react/button';
import { format } from 'd3-format';
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import type { ReactElement } from 'react';
import type { OpenedDataset } from '../../engine/files/open-dataset.ts';
import type { DatasetState } from './dataset-store.ts';
import { LabelTable } from './LabelTable.tsx';
import { PreviewStrip } from './PreviewStrip.tsx';

const grouped = format(',');

export interface OpenDataViewProps extends Pick<DatasetState, 'datasets' | 'opening' | 'message'> {
  /** Fingerprint that the settings name; '' for none. */
  readonly file: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** Goes back to a file opened before. */
  readonly onUse: (dataset: OpenedDataset) => void;
}

/** The control for the user's own data: what is open, what is missing, and the button that opens more. */
export function OpenDataView(props: OpenDataViewProps): ReactElement {
  const { datasets, file, opening, onFiles, onUse } = props;
  // What was dropped is answered by the DropZone.
  const message = props.message?.by === 'button' ? props.message : null;
  const input = useRef<HTMLInputElement>(null);
  const dataset = datasets.get(file);
  const others = [...datasets.values()].filter(({ id }) => id !== file);
  return (
    <section className="data-open" aria-label="Data from a file" aria-busy={opening !== null}>
      <div className="data-buttons">
        <Button className="data-button" onClick={() => input.current?.click()}>
          <FolderOpen size={16} aria-hidden="true" />
          Open a file…
        </Button>
        {others.map((other) => (
          <Button key={other.id} className="data-button" onClick={() => onUse(other)}>
            Use {other.name}
          </Button>
        ))}
      </div>
      <input
        ref={input}
        className="data-unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files to open"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that choosing the same file again, mended, is a change.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <p className="data-hint">
        A CSV table, or MNIST’s images and labels files (plain or .gz). Files stay on this computer.
      </p>
      <div role="status">
        {opening === null ? null : <p className="data-hint">Reading {opening}…</p>}
        {message?.kind === 'info' ? <p className="data-info">{message.text}</p> : null}
      </div>
      <div role="alert">
        {message?.kind === 'problem' ? <p className="data-problem">{message.text}</p> : null}
        {file !== '' && dataset === undefined ? (
          <p className="data-info">
            This link needs the file with fingerprint <code>{file}</code>; open it to reproduce.
          </p>
        ) : null}
      </div>
      {dataset === undefined ? null : <Opened dataset={dataset} />}
    </section>
  );
}

function Opened({ dataset }: { readonly dataset: OpenedDataset }): ReactElement {
  const { name, count, dim, image, id, notes } = dataset;
  const picture = image === null ? '' : ` (${image.width} × ${image.height} pixels)`;
  return (
    <div className="data-opened">
      <p>
        <strong>{name}</strong>
        <br />
        {grouped(count)} rows of {grouped(dim)} numbers{picture}
        <br />
        Fingerprint <code>{id}</code>
      </p>
      <PreviewStrip dataset={dataset} />
      <LabelTable dataset={dataset} />
      {notes.map((note) => (
        <p key={note} className="data-hint">
          {note}
        </p>
      ))}
    </div>
  );
}
