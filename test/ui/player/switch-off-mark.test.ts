import { expect, it } from 'vitest';
import { MODES } from '../../../src/settings/modes.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { singleStudy } from '../../../src/settings/study/study.ts';
import { switchOffMark } from '../../../src/ui/player/switch-off-mark.ts';

it('the player marks the first epoch without the penalty, and says of which mode', () => {
  const settings = { ...DEFAULTS, switchOff: 'epoch', until: 80 } as const;
  expect(switchOffMark(singleStudy(settings))).toBeNull();
  expect(switchOffMark(singleStudy({ ...settings, regularizer: 'pegr' }))).toEqual({
    epoch: 80,
    label: 'PEGR off',
  });
  const compared = { ...singleStudy(settings), axes: [axis('regularizer', MODES)] };
  expect(switchOffMark(compared)).toEqual({ epoch: 80, label: 'PEGR and FGR off' });
  expect(switchOffMark(singleStudy({ ...settings, regularizer: 'fgr', switchOff: 'never' }))).toBeNull();
  // A penalty that never was in the objective was not switched off.
  expect(switchOffMark(singleStudy({ ...settings, regularizer: 'fgr', until: 0 }))).toBeNull();
});
