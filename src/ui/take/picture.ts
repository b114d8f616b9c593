import type { Picture } from '../../charts/card/picture.ts';
import type { Palette } from '../../charts/hooks/usePalette.ts';
import type { LabSnapshot } from '../../state/lab.ts';
import type { ViewState } from '../../state/view.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { TOLD } from '../panels/told/index.ts';

/** What a card shows, with all that it has on screen; null before its first epoch. */
export function pictureOf(
  panel: PanelSpec,
  {
    recordings,
    variants,
    points,
    current,
  }: Pick<LabSnapshot, 'recordings' | 'variants' | 'points' | 'current'>,
  view: ViewState,
  palette: Palette,
): Picture | null {
  if (recordings === null || current === null) return null;
  return TOLD[panel.id].picture({
    recordings,
    variants: panel.of === 'points' ? points : variants,
    points,
    horizon: current.settings.epochs,
    view,
    palette,
  });
}
