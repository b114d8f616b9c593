import type { Checked, Read, SlackWatch } from '../claim.ts';
import type { Run } from '../run.ts';
import { PROBED } from '../../probe/schedule.ts';
import type { Relation } from '../slacks.ts';
import { quantitiesOf, valueOf, type Expression } from './expression.ts';
import { quantityOf } from './quantities.ts';
import { texOf } from './tex.ts';

/** Something that a person supposes of every recorded epoch. */
export interface Conjecture {
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
}

/** The id of a conjecture among the claims. */
export const CONJECTURE = 'conjecture';

/** A relative error that an equation of a conjecture may have: what is recorded is right to 1e-10. */
const TOLERANCE = 1e-8;

/**
 * A conjecture as a claim: watched like the papers', on the same runs. Where a side is not a number (log t at t = 0)
 * nothing is compared.
 * @param text as it was typed
 */
export function claimOf(text: string, { left, relation, right }: Conjecture): Checked {
  const keys = [...new Set([...quantitiesOf(left), ...quantitiesOf(right)])];
  return {
    id: CONJECTURE,
    claimsId: CONJECTURE,
    paper: 'yours',
    number: 'Your conjecture',
    place: 'as typed',
    kind: relation === '=' ? 'identity' : 'inequality',
    statement: text,
    tex: `${texOf(left)}${RELATION_TEX[relation]}${texOf(right)}`,
    why: 'You supposed it: here it is held against every run, and may fail.',
    measured: keys.some((key) => quantityOf(key).sparse)
      ? `both sides at ${PROBED} at which they are numbers`
      : 'both sides at every recorded epoch at which they are numbers',
    reads: keys.flatMap((key): readonly Read[] => {
      const { reads } = quantityOf(key);
      return reads === undefined ? [] : [reads];
    }),
    assumes: [],
    applies: () => null,
    watch: (run) => watchOf(run, left, relation, right),
  };
}

const RELATION_TEX: Readonly<Record<Relation, string>> = {
  '≤': String.raw`\le `,
  '≥': String.raw`\ge `,
  '=': '=',
};

function watchOf(run: Run, left: Expression, relation: Relation, right: Expression): SlackWatch {
  return {
    at(state, slacks) {
      const quantity = (key: Parameters<typeof quantityOf>[0]): number => quantityOf(key).of(run, state);
      const [a, b] = [valueOf(left, quantity), valueOf(right, quantity)];
      if (Number.isNaN(a) || Number.isNaN(b)) return;
      // Where the right side is 0 the other is what there is of a size.
      const scale = Math.abs(b) || Math.abs(a) || 1;
      if (relation === '≤') slacks.atMost(a, b, scale);
      else if (relation === '≥') slacks.atLeast(a, b, scale);
      else slacks.equal(a, b, scale, TOLERANCE);
    },
    silent: () => 'at no recorded epoch are both sides numbers',
  };
}
