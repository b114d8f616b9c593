import { useMemo } from 'react';
import { useLabFact } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { isPlane, panelsFor } from '../panels/index.ts';
import type { PanelSpec } from '../panels/spec.ts';

/** The panels of the batch on screen; before the first, of the settings. */
export function usePanels(): readonly PanelSpec[] {
  const asked = useSettings((state) => state.settings.data);
  const askedPlane = useSettings((state) => isPlane(state.settings));
  const axes = useSettings((state) => state.study.axes);
  const data = useLabFact(({ current }) => current?.settings.data) ?? asked;
  const inPlane = useLabFact(({ current }) => current && isPlane(current.settings)) ?? askedPlane;
  const varied = useLabFact(({ current }) => current?.study.axes) ?? axes;
  return useMemo(() => panelsFor(data, varied, inPlane), [data, varied, inPlane]);
}
