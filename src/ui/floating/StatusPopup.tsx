import type { PopupProps } from '../parts/floating-props.ts';
import { StatusFacts } from '../status/StatusFacts.tsx';
import { Popup } from './Popup.tsx';

/** Everything that is known of the computation, under the words that say how it is. */
export function StatusPopup(popup: PopupProps) {
  return (
    <Popup {...popup} title="The computation">
      <StatusFacts />
    </Popup>
  );
}
