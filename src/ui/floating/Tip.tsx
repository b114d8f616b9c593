import { Tooltip } from '@base-ui/react/tooltip';
import { hideTip, keepTip, leaveTip, useTip } from '../parts/tips.ts';

/** The name of the button under the pointer or in focus. */
export function Tip() {
  const tip = useTip((state) => state.tip);
  return (
    <Tooltip.Root open={tip !== null} onOpenChange={(open) => !open && hideTip()}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={tip?.anchor ?? null} sideOffset={6} className="popup-layer">
          <Tooltip.Popup className="tooltip" onPointerEnter={keepTip} onPointerLeave={leaveTip}>
            {tip?.label}
            {tip?.shortcut !== undefined && <kbd>{tip.shortcut}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
