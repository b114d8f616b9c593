import { describe, expect, it } from 'vitest';
import { gauge, type Suggestion } from '../../src/core/claims/gauge.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { suggestedChange } from '../../src/settings/suggestion.ts';

const unmet = (suggestion: Suggestion) =>
  gauge({ id: 'x', name: 'x', tex: 'x', value: 0, relation: '≥', needs: 1, suggestion });

describe('what an assumption suggests', () => {
  it('is a change of one setting, rounded to two digits to the side on which the assumption is met', () => {
    expect(suggestedChange(unmet({ setting: 'd', value: 40_123 }), DEFAULTS)).toEqual({ d: 41_000 });
    expect(suggestedChange(unmet({ setting: 'd', value: 40_000 }), DEFAULTS)).toEqual({ d: 40_000 });
    expect(suggestedChange(unmet({ setting: 'sigma0', value: 1.2678e-7 }), DEFAULTS)).toEqual({
      sigma0: 1.2e-7,
    });
    expect(suggestedChange(unmet({ setting: 'n', value: 7.9 }), DEFAULTS)).toEqual({ n: 7 });
  });

  it('is nothing where no value of the setting would do, or where the assumption is met', () => {
    expect(suggestedChange(unmet({ setting: 'd', value: 1e12 }), DEFAULTS)).toBeNull();
    expect(suggestedChange(unmet({ setting: 'sigma0', value: 1e-15 }), DEFAULTS)).toBeNull();
    const met = gauge({ id: 'x', name: 'x', tex: 'x', value: 2, relation: '≥', needs: 1 });
    expect(suggestedChange(met, DEFAULTS)).toBeNull();
  });
});
