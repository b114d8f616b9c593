import { offLabel } from '../../charts/data/modes.ts';
import type { Mode } from '../../settings/modes.ts';
import { switchOffEpoch } from '../../settings/switch-off.ts';
import { isCurve, pointsOf, type Study } from '../../settings/study/study.ts';

/**
 * The first epoch without the penalty, as the charts mark it; null where there is none, or none yet at epoch 0. Of the
 * experiments on screen, those that lose it when what is in front does, or the first that does, are named.
 */
export function switchOffMark(study: Study): { readonly epoch: number; readonly label: string } | null {
  const shown = pointsOf(study).filter((point) => point.pin === null && isCurve(study, point));
  const found = shown.flatMap(({ settings }) => {
    const epoch = settings.regularizer === 'none' ? null : switchOffEpoch(settings);
    return epoch === null || epoch <= 0 ? [] : [{ epoch, mode: settings.regularizer }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const off = new Set<Mode>(found.filter(({ epoch }) => epoch === first.epoch).map(({ mode }) => mode));
  return { epoch: first.epoch, label: offLabel(off) };
}
