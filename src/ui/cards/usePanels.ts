import { useLabFact } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { panelsFor } from '../panels/index.ts';
import type { PanelSpec } from '../panels/spec.ts';

/** The panels of the batch on screen; before the first, of the settings. */
export function usePanels(): readonly PanelSpec[] {
  const asked = useSettings((state) => state.settings.data);
  const shown = useLabFact(({ current }) => current?.settings.data);
  return panelsFor(shown ?? asked);
}
