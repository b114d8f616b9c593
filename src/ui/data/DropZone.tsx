import { Button } from '@base-ui/react/button';
import { FileDown, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactElement } from 'react';
import './data.css';
import { useDatasets } from './dataset-store.ts';
import type { DataProps } from './OpenData.tsx';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Lets files be dropped anywhere on the page: shows a target while they are over it, and, as the data control may
 * be out of sight, the answer. Put it once, anywhere in the page.
 */
export function DropZone({ file, onDataset }: DataProps): ReactElement {
  const { open, message, dismiss } = useDatasets();
  const [over, setOver] = useState(false);

  const drop = useEffectEvent(async (files: readonly File[]) => {
    const dataset = await open(files, 'drop', file);
    if (dataset !== null) onDataset(dataset);
  });
  useEffect(() => {
    // Elements within the page are entered and left too: only the outermost leaving counts.
    let depth = 0;
    const onEnter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth++;
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    // Without this the browser would leave the page and show the file.
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      void drop([...event.dataTransfer.files]);
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('dragenter', onEnter, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    window.addEventListener('dragover', onOver, { signal });
    window.addEventListener('drop', onDrop, { signal });
    return () => listening.abort();
  }, []);

  return (
    <>
      {over ? (
        <div className="drop-target" aria-hidden="true">
          <p>
            <FileDown size={32} />
            Drop a CSV, or images and labels, to train on them
          </p>
        </div>
      ) : null}
      <div role={message?.kind === 'problem' ? 'alert' : 'status'}>
        {message?.by === 'drop' ? (
          <div className={`drop-answer drop-${message.kind}`}>
            <p>{message.text}</p>
            <Button className="data-button" aria-label="Dismiss" onClick={dismiss}>
              <X size={16} aria-hidden="true" />
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
