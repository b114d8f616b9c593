import { offLabel } from '../../charts/modes.ts';
import { modesOf } from '../../settings/modes.ts';
import type { Settings } from '../../settings/schema.ts';
import { switchOffEpoch } from '../../settings/switch-off.ts';

/** The first epoch without the penalty, as the charts mark it; null where there is none, or none yet at epoch 0. */
export function switchOffMark(settings: Settings): { readonly epoch: number; readonly label: string } | null {
  const off = new Set(modesOf(settings).filter((mode) => mode !== 'none'));
  const epoch = switchOffEpoch(settings);
  return off.size === 0 || epoch === null || epoch <= 0 ? null : { epoch, label: offLabel(off) };
}
