import { Dialog } from '@base-ui/react/dialog';
import { Progress } from '@base-ui/react/progress';
import { format } from 'd3-format';
import type { ReactElement } from 'react';
import { shorten } from '../../settings/words.ts';
import { useConversation, type Stage } from './conversation-store.ts';
import { FilePicker } from './FilePicker.tsx';

const grouped = format(',');
type Of<K extends Stage['kind']> = Extract<Stage, { readonly kind: K }>;

/** How far reading has come. */
export function ReadingView({ stage }: { readonly stage: Of<'reading'> }): ReactElement {
  const cancel = useConversation((state) => state.cancelReading);
  const { names, share, rows, cancelling } = stage;
  return (
    <div className="talk-short">
      <Dialog.Title className="dialog-title">Reading {shorten(names, 80)}</Dialog.Title>
      <Progress.Root className="talk-progress" value={share === null ? null : 100 * share} aria-label="Read">
        <Progress.Track className="talk-track">
          <Progress.Indicator className="talk-indicator" />
        </Progress.Track>
      </Progress.Root>
      <p className="talk-figures">
        {share === null ? '' : `${Math.floor(100 * share)} % · `}
        {grouped(rows)} {rows === 1 ? 'row' : 'rows'} so far
      </p>
      <div className="talk-ways">
        <button type="button" className="button" disabled={cancelling} onClick={cancel}>
          {cancelling ? 'Cancelling…' : 'Cancel'}
        </button>
      </div>
    </div>
  );
}

/** One of a pair is there: what the other is called. */
export function HalfView({ stage }: { readonly stage: Of<'half'> }): ReactElement {
  const { open, close } = useConversation();
  const { has, name, count } = stage;
  const other = has === 'images' ? 'labels' : 'images';
  const wanted = otherName(name, has);
  return (
    <div className="talk-short">
      <Dialog.Title className="dialog-title">
        {shorten(name, 60)} is one of two: its {other} are missing
      </Dialog.Title>
      <p>
        It holds {grouped(count)} {has}. The {other} are in a file of their own
        {wanted === null ? '' : ', here most likely called '}
        {wanted === null ? null : <strong>{wanted}</strong>}. Drop that file here, or choose it.
      </p>
      <div className="talk-ways">
        <FilePicker
          text={`Choose the ${other}…`}
          label={`File of ${other}`}
          primary
          onFiles={(files) => void open(files)}
        />
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
      </div>
    </div>
  );
}

/** MNIST's names say which other file belongs to one; null where the name says nothing. */
export function otherName(name: string, has: 'images' | 'labels'): string | null {
  const swapped =
    has === 'images'
      ? name.replace(/images/i, 'labels').replace(/idx3/i, 'idx1')
      : name.replace(/labels/i, 'images').replace(/idx1/i, 'idx3');
  return swapped === name ? null : swapped;
}

/** Why there is nothing to talk about, and what to do. */
export function FailedView({ message }: { readonly message: string }): ReactElement {
  const { open, close } = useConversation();
  return (
    <div className="talk-short" role="alert">
      <Dialog.Title className="dialog-title">That could not be read</Dialog.Title>
      <p className="talk-problem">{message}</p>
      <div className="talk-ways">
        <FilePicker
          text="Choose another file…"
          label="Another file"
          primary
          onFiles={(files) => void open(files)}
        />
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </div>
    </div>
  );
}
