import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Conversation } from './Conversation.tsx';
import { useConversation } from './conversation-store.ts';
import { openFiles, useFiles } from './useFiles.ts';

interface TalkProps {
  /** What was dropped or pasted last, to be opened: perhaps before this was loaded. */
  readonly dropped: readonly File[];
}

/** The conversation about files, from the first that is opened on. */
export function Talk({ dropped }: TalkProps): ReactElement | null {
  useEffect(() => {
    if (dropped.length > 0) void openFiles(dropped);
  }, [dropped]);
  const isOpen = useConversation(({ stage }) => stage.kind !== 'closed');
  // It goes on to be there when it closes: it has the focus to give back.
  const [wasOpen, setWasOpen] = useState(false);
  if (isOpen && !wasOpen) setWasOpen(true);
  const { train } = useFiles();
  return wasOpen ? <Conversation onTrain={() => void train()} /> : null;
}
