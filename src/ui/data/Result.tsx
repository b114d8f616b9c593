import { format } from 'd3-format';
import type { ReactElement } from 'react';
import { labelsOn, outcomeOf } from './sides.ts';
import type { AskingProps } from './conversation-store.ts';
import { listed } from './words.ts';

const grouped = format(',');

/** What would be trained on, before anything is. */
export function Result({ stage }: AskingProps): ReactElement {
  const { preview, sides } = stage;
  const { proposal, dim } = preview;
  const { positiveRows, negativeRows, n, testPoints, obstacle } = outcomeOf(sides, proposal);
  if (obstacle !== null) return <p className="talk-problem">{obstacle}</p>;
  return (
    <p>
      <strong className="talk-positive">{listed(labelsOn(1, sides, proposal))}</strong> (
      {grouped(positiveRows)} rows, class +1) against{' '}
      <strong className="talk-negative">{listed(labelsOn(-1, sides, proposal))}</strong> (
      {grouped(negativeRows)} rows, class −1), d = {grouped(dim)} numbers a point: {grouped(n)} to train,{' '}
      {testPoints === 0 ? 'none' : grouped(testPoints)} to test.
    </p>
  );
}
