import type { ReactElement } from 'react';
import type { OpenedDataset } from '../../engine/files/open-dataset.ts';
import './data.css';
import { useDatasets } from './dataset-store.ts';
import { OpenDataView } from './OpenDataView.tsx';

export interface DataProps {
  /** Fingerprint of the file that the experiment needs: the setting `file` while data is 'dataset', else ''. */
  readonly file: string;
  /** Called with each dataset opened or gone back to; provides it to the workers and sets data and file. */
  readonly onDataset: (dataset: OpenedDataset) => void;
}

/** The control of the data group that opens the user's files. */
export function OpenData({ file, onDataset }: DataProps): ReactElement {
  const { datasets, opening, message, open } = useDatasets();
  const openFiles = async (files: readonly File[]): Promise<void> => {
    const dataset = await open(files, 'button', file);
    if (dataset !== null) onDataset(dataset);
  };
  return (
    <OpenDataView
      file={file}
      datasets={datasets}
      opening={opening}
      message={message}
      onFiles={(files) => void openFiles(files)}
      onUse={onDataset}
    />
  );
}
