import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../../src/core/claims/all.ts';
import { CONJECTURE } from '../../../src/core/claims/conjecture/claim.ts';
import { QUANTITY_KEYS, quantityOf } from '../../../src/core/claims/conjecture/quantities.ts';
import { PANELS } from '../../../src/ui/panels/index.ts';
import { panelsOf } from '../../../src/ui/theory/papers.ts';

describe('the charts that a claim leads to', () => {
  it('are there, one for each thing that a claim or a conjecture reads', () => {
    const ids = new Set(PANELS.map(({ id }) => id));
    const read = [
      ...CLAIMS.flatMap(({ reads }) => reads),
      ...QUANTITY_KEYS.flatMap((key) => quantityOf(key).reads ?? []),
    ];
    for (const one of new Set(read)) {
      const panels = panelsOf({ reads: [one] });
      expect(panels, `${CONJECTURE} or claim: ${one}`).toHaveLength(1);
      expect(ids.has(panels[0]!), panels[0]).toBe(true);
    }
  });

  it('are those of what is read: flips and agreement where patterns settle, the pattern itself in its picture', () => {
    expect(panelsOf({ reads: ['agreement', 'flips', 'pattern', 'flipsSoFar'] })).toEqual([
      'pattern',
      'activation',
      'flips',
    ]);
  });
});
