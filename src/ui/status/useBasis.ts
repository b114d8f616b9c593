import { useState } from 'react';
import { presetOf, type Preset } from '../../settings/presets.ts';
import type { Study } from '../../settings/study/study.ts';
import { useOpened } from '../../state/opened.ts';
import { useSettings } from '../../state/settings.ts';

/** What the study on the page began as. */
export interface Basis {
  readonly study: Study;
  /** Null where a link brought a study of nobody's paper. */
  readonly preset: Preset | null;
}

/** The experiment last met, chosen or opened: what "changed from" speaks of, and "back" goes to. */
export function useBasis(): Basis {
  const study = useSettings((state) => state.study);
  const opened = useOpened((state) => state.study);
  const preset = presetOf(study);
  const [known, setKnown] = useState<{ readonly basis: Basis; readonly opened: Study | null }>({
    basis: { study, preset },
    opened,
  });
  const isMet = preset !== null && preset !== known.basis.preset;
  const isOpened = opened !== known.opened && opened !== null;
  if (!isMet && !isOpened) return known.basis;
  const basis = isOpened ? { study: opened, preset: presetOf(opened) } : { study, preset };
  setKnown({ basis, opened });
  return basis;
}
