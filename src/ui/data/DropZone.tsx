import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import { useConversation } from './conversation-store.ts';
import './data.css';
import { pastedFiles } from './pasted.ts';
import { openFiles, useFiles } from './useFiles.ts';

const conversation = createChunk(() => import('./Conversation.tsx'));

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Lets files be dropped or pasted anywhere on the page, and holds the conversation about them. Put it once, anywhere
 * in the page.
 */
export function DropZone(): ReactElement {
  const isOpen = useConversation(({ stage }) => stage.kind !== 'closed');
  // It goes on to be there when it closes: it has the focus to give back.
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) setWasOpen(true);
  const { train } = useFiles();
  const [over, setOver] = useState(false);
  useEffect(() => followDrops(setOver), []);

  return (
    <>
      {over ? (
        <div className="drop-target" aria-hidden="true">
          <p>
            <FileDown size={32} />
            Drop a table, or images and labels, to train on them
          </p>
        </div>
      ) : null}
      {wasOpen && (
        <div className="talk-load">
          <Later chunk={conversation} what="What opens files" waiting={null}>
            {({ Conversation }) => <Conversation onTrain={() => void train()} />}
          </Later>
        </div>
      )}
    </>
  );
}

/** Opens what is dropped or pasted; tells whether files are over the page. @returns how to stop */
function followDrops(setOver: (over: boolean) => void): () => void {
  // Elements within the page are entered and left too: only the outermost leaving counts.
  let depth = 0;
  const onEnter = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    depth++;
    setOver(true);
    void conversation.load();
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
    void openFiles([...event.dataTransfer.files]);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = pastedFiles(event);
    if (files.length === 0) return;
    event.preventDefault();
    void openFiles(files);
  };
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('dragenter', onEnter, { signal });
  window.addEventListener('dragleave', onLeave, { signal });
  window.addEventListener('dragover', onOver, { signal });
  window.addEventListener('drop', onDrop, { signal });
  window.addEventListener('paste', onPaste, { signal });
  return () => listening.abort();
}
