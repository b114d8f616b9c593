import { format } from 'd3-format';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { shorten } from '../../settings/words.ts';
import { useConversation, type AskingProps } from './conversation-store.ts';
import { presetsFor } from './file-presets.ts';
import { labelsOn, proposedSides, sameSides, turned, type Side } from './sides.ts';
import { listed } from './words.ts';

const grouped = format(',');
const SHOWN = 24;

const SIGN: Readonly<Record<'1' | '-1', string>> = { '1': '+1', '-1': '−1' };
const classOf = (side: Side | undefined): string => (side === undefined ? '–' : SIGN[`${side}`]);

/** A bar a label; a press takes it from one class to the other, and out. */
export function LabelBars({ stage }: AskingProps): ReactElement {
  const setSides = useConversation((state) => state.setSides);
  const [all, setAll] = useState(false);
  const { sides, preview, preset } = stage;
  const { proposal } = preview;
  const { labels } = proposal;
  const isGuess = proposal.classesAreGuess && sameSides(sides, proposedSides(proposal));
  const most = Math.max(1, ...labels.values());
  const shown = [...labels].slice(0, all ? 1_000 : SHOWN);
  return (
    <>
      <h3>Two classes</h3>
      <dl className="talk-groups">
        {([1, -1] as const).map((side) => (
          <div key={side} data-side={side}>
            <dt>Class {SIGN[`${side}`]}</dt>
            <dd>
              {listed(labelsOn(side, sides, proposal).map((label) => shorten(label, 24))) || 'no label'}
            </dd>
          </div>
        ))}
      </dl>
      {labels.size > 0 && (
        <p className="talk-hint">
          {isGuess ? 'The groups are a guess. ' : ''}Press a label to move it: class +1, class −1, neither.
        </p>
      )}
      <ul className="talk-bars">
        {shown.map(([label, rows]) => {
          const side = sides.get(label);
          const name = shorten(label, 40);
          return (
            <li key={label}>
              <button
                type="button"
                className="talk-bar"
                data-side={side}
                aria-label={`${name}: ${grouped(rows)} ${rows === 1 ? 'row' : 'rows'}, ${
                  side === undefined ? 'in neither class' : `class ${classOf(side)}`
                }`}
                onClick={() => setSides(turned(sides, label))}
              >
                <span className="talk-bar-name">{name}</span>
                <span className="talk-bar-track" aria-hidden>
                  <span className="talk-bar-fill" style={{ inlineSize: `${(100 * rows) / most}%` }} />
                  <span className="talk-bar-rows">{grouped(rows)}</span>
                </span>
                <span className="talk-bar-side" aria-hidden>
                  {classOf(side)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {labels.size > shown.length && (
        <button type="button" className="button quiet" onClick={() => setAll(true)}>
          {all ? `The first 1,000 of ${grouped(labels.size)} labels` : `All ${grouped(labels.size)} labels`}
        </button>
      )}
      {presetsFor(preview).map(({ id, question, classes, sides: wanted }) => (
        <button
          key={id}
          type="button"
          className="talk-preset"
          aria-pressed={preset === id}
          onClick={() => setSides(wanted, id)}
        >
          <strong>{classes}</strong>
          <span>{question}</span>
        </button>
      ))}
    </>
  );
}
