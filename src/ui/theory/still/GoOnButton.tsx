import { Infinity as Endless, Square } from 'lucide-react';
import { logTimeIsChosen } from './chosen.ts';
import { obstacleOf } from '../../../state/compute.ts';
import { useLabStore } from '../../../state/lab.ts';
import { useSettings } from '../../../state/settings.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { theoryClient } from '../client.ts';
import { datasetOf } from '../datasets.ts';
import { goOnUntilStill, stopGoingOn } from './go-on.ts';
import { useStill } from './store.ts';

/** What the button does. */
export const GO_ON = 'Go on until the direction stands still';

/** ∞: goes on until the direction stands still; pressed again it stops. @param tell how it ended, in words */
export function GoOnButton({ tell }: { readonly tell?: (words: string) => void }) {
  const store = useLabStore();
  const isFollowing = useStill(({ following }) => following !== null);
  const isOff = useSettings(({ study }) => logTimeIsChosen(study) || obstacleOf(study) !== null);
  const press = async (): Promise<void> => {
    if (isFollowing) {
      stopGoingOn();
      return;
    }
    const words = await goOnUntilStill(store, { client: theoryClient, datasetOf });
    if (words !== null) tell?.(words);
  };
  return (
    <IconButton
      icon={isFollowing ? Square : Endless}
      label={isFollowing ? 'Stop following the flow' : GO_ON}
      className="go-on-button"
      disabled={isOff}
      onClick={() => void press()}
    />
  );
}
