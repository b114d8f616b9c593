import { describe, expect, it } from 'vitest';
import { gauge } from '../../src/core/claims/gauge.ts';
import { DEFAULTS, SETTINGS } from '../../src/settings/schema.ts';
import { turned } from '../../src/settings/turn.ts';

const needing = (setting: 'd' | 'eta' | 'm', value: number) =>
  gauge({ id: 'g', name: 'g', tex: 'g', value: 0, relation: '≥', needs: 1, suggestion: { setting, value } });

describe('what is turned to meet an assumption', () => {
  it('is rounded away from where it is, to two digits: never a little too little', () => {
    const settings = { ...DEFAULTS, d: 784, eta: 0.1 };
    expect(turned(needing('d', 1_316.9), settings)).toEqual({ d: 1_400 });
    expect(turned(needing('eta', 0.0338), settings)).toEqual({ eta: 0.033 });
    expect(turned(needing('m', 25.2), { ...settings, m: 100 })).toEqual({ m: 25 });
  });

  it('is nothing where the slider does not reach, or the gauge names none', () => {
    expect(turned(needing('d', 10 * SETTINGS.d.max), DEFAULTS)).toBeNull();
    const met = gauge({ id: 'g', name: 'g', tex: 'g', value: 2, relation: '≥', needs: 1 });
    expect(turned(met, DEFAULTS)).toBeNull();
  });
});
