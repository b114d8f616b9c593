import { offLabel } from '../../charts/data/modes.ts';
import type { Mode } from '../../settings/modes.ts';
import { switchOffEpoch } from '../../settings/switch-off.ts';
import { frontOf, pointsOf, type Study } from '../../settings/study/study.ts';

/**
 * The first epoch without the penalty, as the charts mark it; null where there is none, or none yet at epoch 0. Of the
 * experiments on screen, those that lose it when what is in front does, or the first that does, are named.
 */
export function switchOffMark(study: Study): { readonly epoch: number; readonly label: string } | null {
  const front = frontOf(study);
  const shown = pointsOf(study).filter(({ at }) => at?.every((k, a) => a === 0 || k === front[a]));
  const found = shown.flatMap(({ settings }) => {
    const epoch = settings.regularizer === 'none' ? null : switchOffEpoch(settings);
    return epoch === null || epoch <= 0 ? [] : [{ epoch, mode: settings.regularizer }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const off = new Set<Mode>(found.filter(({ epoch }) => epoch === first.epoch).map(({ mode }) => mode));
  return { epoch: first.epoch, label: offLabel(off) };
}
