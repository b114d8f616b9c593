import { useState } from 'react';
import { inTime } from '../../charts/data/moment.ts';
import { FUNCTIONS } from '../../core/claims/conjecture/expression.ts';
import { QUANTITY_KEYS, quantityOf } from '../../core/claims/conjecture/quantities.ts';
import { linkable, MOST_CHARACTERS, parseConjecture } from '../../settings/conjecture/parse.ts';
import { VIEW } from '../../settings/view.ts';
import { useView } from '../../state/view.ts';

const EXAMPLE = 'SR(W+) - 1 <= 2/log(t)';

/** A line in which a person types what they suppose; it is watched like the papers' claims. */
export function ConjectureForm() {
  const watched = useView((view) => view.conjecture);
  const [typed, setTyped] = useState(watched);
  const [seen, setSeen] = useState(watched);
  // Undo, or a link, brought another.
  if (seen !== watched) {
    setSeen(watched);
    if (linkable(typed) !== watched) setTyped(watched);
  }
  const problem = watched === '' || linkable(typed) !== watched ? null : problemOf(watched);
  const watch = (text: string): void => {
    const conjecture = linkable(text);
    if (VIEW.conjecture.pattern.test(conjecture)) useView.getState().set({ conjecture });
  };
  const foreign = VIEW.conjecture.pattern.test(linkable(typed))
    ? null
    : 'only letters, digits and signs of arithmetic';
  const message = problem?.message ?? foreign;
  return (
    <section className="conjecture" aria-labelledby="conjecture-title">
      <h3 id="conjecture-title">Your conjecture</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          watch(typed);
        }}
      >
        <input
          className="text-input"
          aria-label="Your conjecture"
          aria-describedby="conjecture-help"
          aria-invalid={message !== null}
          value={typed}
          maxLength={MOST_CHARACTERS}
          placeholder={EXAMPLE}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => watch(typed)}
        />
        <button type="submit" className="button">
          Watch
        </button>
      </form>
      {message !== null && (
        <p className="conjecture-problem" role="alert">
          {problem !== null && (
            <code aria-hidden>
              {watched.slice(0, problem.at)}
              <mark>{watched.slice(problem.at, problem.at + 1) || '␣'}</mark>
              {watched.slice(problem.at + 1)}
            </code>
          )}
          It cannot be read: {message}.
        </p>
      )}
      <details id="conjecture-help">
        <summary>Two sides with &lt;=, &gt;= or = between them; names and functions</summary>
        <dl>
          {QUANTITY_KEYS.map((key) => (
            <div key={key}>
              <dt>
                <code>{key}</code>
              </dt>
              <dd>{inTime(quantityOf(key).what)}</dd>
            </div>
          ))}
        </dl>
        <p>
          Functions: {Object.keys(FUNCTIONS).join(', ')}; + − * / ^ and parentheses. Where a side is not a
          number (log(t) at t = 0), nothing is compared.
        </p>
      </details>
    </section>
  );
}

function problemOf(text: string): { readonly message: string; readonly at: number } | null {
  const parsed = parseConjecture(text);
  return parsed.ok ? null : parsed;
}
