import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { IconButton } from '../parts/IconButton.tsx';
import { AskingView } from './AskingView.tsx';
import { useConversation, type Stage } from './conversation-store.ts';
import './conversation.css';
import { FailedView, HalfView, ReadingView } from './WaitingViews.tsx';

/** What is talked about files that were opened: over the page, until it is trained on or put away. */
export function Conversation({ onTrain }: { readonly onTrain: () => void }): ReactElement {
  const { stage, close, cancelReading } = useConversation();
  const popup = useRef<HTMLDivElement>(null);
  const { kind } = stage;
  useEffect(() => {
    // What had the focus is gone with the stage before: on to what most people do next.
    const find = (selector: string): HTMLElement | null =>
      popup.current?.querySelector<HTMLElement>(selector) ?? null;
    const next = find('.button.primary:enabled') ?? find('.talk-ways .button:enabled');
    (next ?? popup.current)?.focus({ preventScroll: true });
  }, [kind]);
  return (
    <Dialog.Root
      open={stage.kind !== 'closed'}
      onOpenChange={(open) => {
        if (open) return;
        if (stage.kind === 'reading') cancelReading();
        else close();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup
          ref={popup}
          className="dialog talk"
          initialFocus={false}
          data-stage={stage.kind}
          aria-busy={stage.kind === 'reading' || (stage.kind === 'asking' && stage.busy)}
        >
          <StageView stage={stage} onTrain={onTrain} />
          <Dialog.Close className="talk-close" render={<IconButton icon={X} label="Close" />} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface StageViewProps {
  readonly stage: Stage;
  readonly onTrain: () => void;
}

function StageView({ stage, onTrain }: StageViewProps): ReactElement | null {
  switch (stage.kind) {
    case 'closed':
      return null;
    case 'reading':
      return <ReadingView stage={stage} />;
    case 'half':
      return <HalfView stage={stage} />;
    case 'failed':
      return <FailedView message={stage.message} />;
    case 'asking':
      return <AskingView stage={stage} onTrain={onTrain} />;
  }
}
