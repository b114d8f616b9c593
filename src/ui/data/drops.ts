import { pastedFiles } from './pasted.ts';

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

interface Follower {
  /** Whether files are over the page. */
  readonly over: (over: boolean) => void;
  /** Files come over the page: they may be dropped. */
  readonly near: () => void;
  /** Dropped, or pasted. */
  readonly files: (files: readonly File[]) => void;
}

/** Tells of files that are dragged over the page, dropped or pasted. @returns how to stop */
export function followDrops({ over, near, files }: Follower): () => void {
  // Elements within the page are entered and left too: only the outermost leaving counts.
  let depth = 0;
  const onEnter = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    depth++;
    over(true);
    near();
  };
  const onLeave = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    depth = Math.max(0, depth - 1);
    if (depth === 0) over(false);
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
    over(false);
    files([...event.dataTransfer.files]);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = pastedFiles(event);
    if (pasted.length === 0) return;
    event.preventDefault();
    files(pasted);
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
