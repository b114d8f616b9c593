import { expect, it } from 'vitest';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { switchOffMark } from '../../../src/ui/player/switch-off-mark.ts';

it('the player marks the first epoch without the penalty, and says of which mode', () => {
  const settings = { ...DEFAULTS, switchOff: 'epoch', until: 80 } as const;
  expect(switchOffMark(settings)).toBeNull();
  expect(switchOffMark({ ...settings, regularizer: 'pegr' })).toEqual({ epoch: 80, label: 'PEGR off' });
  expect(switchOffMark({ ...settings, compare: true })).toEqual({ epoch: 80, label: 'PEGR and FGR off' });
  expect(switchOffMark({ ...settings, regularizer: 'fgr', switchOff: 'never' })).toBeNull();
  // A penalty that never was in the objective was not switched off.
  expect(switchOffMark({ ...settings, regularizer: 'fgr', until: 0 })).toBeNull();
});
