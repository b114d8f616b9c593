import { Popover } from '@base-ui/react/popover';
import { presetOf } from '../../settings/presets.ts';
import { useSettings } from '../../state/settings.ts';

/** What to look for in a paper's experiment, and what the paper leaves open; nothing for settings of one's own. */
export function ExperimentNote() {
  const preset = useSettings((state) => presetOf(state.settings));
  if (preset === null) return null;
  return (
    <p className="experiment-note">
      {preset.summary} <cite>{preset.source}</cite>
      {preset.inferred !== undefined && (
        <Popover.Root>
          <Popover.Trigger className="note-more">What the paper leaves open</Popover.Trigger>
          <Popover.Portal>
            <Popover.Positioner className="popup-layer" sideOffset={6} align="start">
              <Popover.Popup className="popup note-popup">
                <Popover.Title className="note-title">Not in the paper, or other than in it</Popover.Title>
                <ul>
                  {preset.inferred.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      )}
    </p>
  );
}
