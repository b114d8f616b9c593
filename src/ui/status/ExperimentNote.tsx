import { presetOf } from '../../settings/presets.ts';
import { useSettings } from '../../state/settings.ts';
import { usePopup } from '../parts/usePopup.ts';

/** What to look for in a paper's experiment, and what the paper leaves open; nothing for settings of one's own. */
export function ExperimentNote() {
  const preset = useSettings((state) => presetOf(state.settings));
  if (preset === null) return null;
  return (
    <p className="experiment-note">
      {preset.summary} <cite>{preset.source}</cite>
      {preset.inferred !== undefined && <LeftOpen reasons={preset.inferred} />}
    </p>
  );
}

function LeftOpen({ reasons }: { readonly reasons: readonly string[] }) {
  const { trigger, parts, popup } = usePopup();
  return (
    <>
      <button {...trigger} type="button" className="note-more">
        What the paper leaves open
      </button>
      {parts !== null && <parts.NotePopup {...popup} reasons={reasons} />}
    </>
  );
}
