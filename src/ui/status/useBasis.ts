import { useState } from 'react';
import { presetOf, type Preset } from '../../settings/presets.ts';
import type { Settings } from '../../settings/schema.ts';
import { useOpened } from '../../state/opened.ts';
import { useSettings } from '../../state/settings.ts';

/** What the settings on the page began as. */
export interface Basis {
  readonly settings: Settings;
  /** Null where a link brought settings of nobody's paper. */
  readonly preset: Preset | null;
}

/** The experiment last met, chosen or opened: what "changed from" speaks of, and "back" goes to. */
export function useBasis(): Basis {
  const settings = useSettings((state) => state.settings);
  const opened = useOpened((state) => state.settings);
  const preset = presetOf(settings);
  const [known, setKnown] = useState<{ readonly basis: Basis; readonly opened: Settings | null }>({
    basis: { settings, preset },
    opened,
  });
  const isMet = preset !== null && preset !== known.basis.preset;
  const isOpened = opened !== known.opened && opened !== null;
  if (!isMet && !isOpened) return known.basis;
  const basis = isOpened ? { settings: opened, preset: presetOf(opened) } : { settings, preset };
  setKnown({ basis, opened });
  return basis;
}
