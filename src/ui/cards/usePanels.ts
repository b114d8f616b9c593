import { useMemo } from 'react';
import { useLabFact } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { panelsFor } from '../panels/index.ts';
import type { PanelSpec } from '../panels/spec.ts';

/** The panels of the batch on screen; before the first, of the settings. */
export function usePanels(): readonly PanelSpec[] {
  const asked = useSettings((state) => state.settings.data);
  const varies = useSettings((state) => state.study.axes.length > 0);
  const data = useLabFact(({ current }) => current?.settings.data) ?? asked;
  const varied = useLabFact(({ current }) => current && current.study.axes.length > 0) ?? varies;
  return useMemo(() => panelsFor(data, varied), [data, varied]);
}
