import { History } from 'lucide-react';
import { IconButton } from '../parts/IconButton.tsx';
import { Later } from '../parts/Later.tsx';
import { usePopup } from '../parts/usePopup.ts';
import { historyChunk } from './chunk.ts';

/** The studies of before, to go back to after a reload or a crash. */
export function RecentButton() {
  const { trigger, parts, popup } = usePopup();
  return (
    <>
      <IconButton {...trigger} icon={History} label="Recent studies" />
      {parts !== null && (
        <parts.Popup {...popup} title="Recent studies">
          <Later chunk={historyChunk} what="The list of recent studies" waiting={<p aria-busy>Loading…</p>}>
            {({ RecentList }) => <RecentList onChosen={() => popup.onOpenChange(false)} />}
          </Later>
        </parts.Popup>
      )}
    </>
  );
}
