import { describe, expect, it } from 'vitest';
import { DEFAULTS, SETTING_NAMES } from '../../../src/settings/schema.ts';
import { isAxisName, type AxisName } from '../../../src/settings/study/axis.ts';
import { checkStudy } from '../../../src/settings/study/check.ts';
import { vary } from '../../../src/settings/study/edit.ts';
import { singleStudy } from '../../../src/settings/study/study.ts';
import { firstValues } from '../../../src/settings/study/suggest.ts';

const first = (setting: AxisName, change: object = {}) =>
  firstValues(singleStudy({ ...DEFAULTS, ...change }), setting);

describe('values to begin with', () => {
  it('are round ones with the present one among them', () => {
    expect(first('gamma')).toEqual([0, 0.1, 0.25, 0.5, 1]);
    expect(first('gamma', { gamma: 0.3 })).toEqual([0, 0.1, 0.25, 0.3, 0.5, 1]);
  });

  it('are a factor of ten down and up on a logarithmic scale, within the range', () => {
    expect(first('sigma0', { sigma0: 1e-3 })).toEqual([1e-4, 1e-3, 1e-2]);
    expect(first('sigma0', { sigma0: 3e-5 })).toEqual([3e-6, 3e-5, 3e-4]);
    expect(first('sigma0', { sigma0: 10 })).toEqual([1, 10]);
    expect(first('meanSd', { meanSd: 0 })).toEqual([0, 1e-4, 1e-3, 1e-2]);
  });

  it('are neighbours of a seed', () => {
    expect(first('seed', { seed: 7 })).toEqual([6, 7, 8]);
  });

  it('are all options of a choice and both of a flag, without a file that is not open', () => {
    expect(first('regularizer')).toEqual(['none', 'pegr', 'fgr']);
    expect(first('loss')).toEqual(['logistic', 'exponential']);
    expect(first('data')).not.toContain('dataset');
    expect(first('replacement', { data: 'orthogonal-basis' })).toEqual([false, true]);
  });

  it('leave out what could not be run', () => {
    // Without replacement n may not exceed d.
    const values = first('n', { data: 'orthogonal-basis', d: 20, n: 10 });
    expect(values).toContain(10);
    expect(values).not.toContain(100);
  });

  it.each(SETTING_NAMES.filter(isAxisName))(
    'make a study of %s that can be run, with what is in front',
    (setting) => {
      const study = singleStudy(DEFAULTS);
      const varied = vary(study, setting, firstValues(study, setting));
      expect(varied.base[setting]).toBe(DEFAULTS[setting]);
      expect(checkStudy(varied).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );
});
