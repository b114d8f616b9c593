import { Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { decodeLink } from '../../settings/link.ts';
import { MOST_STUDIES, type KeptCurve, type KeptStudy } from '../../state/history.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { SmallPicture, type SmallCurve } from '../parts/SmallPicture.tsx';
import { Symbols } from '../parts/Symbols.tsx';
import { keeper, useRecent } from './recent-store.ts';
import { titleOf } from './title.ts';
import './recent.css';

/** Studies of before, newest first; pressed, one is on the page again, and undo leads back. */
export function RecentList({ onChosen }: { readonly onChosen: () => void }) {
  const { studies, follow } = useRecent();
  useEffect(follow, [follow]);

  if (studies === undefined) return <p aria-busy>Loading…</p>;
  if (studies === null) {
    return (
      <p>
        This browser keeps nothing here, as in a private window. A link (“Copy link”) keeps a study anywhere.
      </p>
    );
  }
  if (studies.length === 0)
    return <p>What you look at for a moment is listed here, on this computer only.</p>;
  return (
    <>
      <ol className="recent-list">
        {studies.map((study) => (
          <Row
            key={study.key}
            study={study}
            onChoose={() => {
              // As any link that is followed: undo and the browser's back lead away from it.
              window.location.hash = study.link;
              onChosen();
            }}
            onForget={() => void keeper.forget(study.key)}
          />
        ))}
      </ol>
      <p className="recent-foot">
        <span>At most {MOST_STUDIES}, on this computer only.</span>
        <button type="button" className="button" onClick={() => void keeper.forgetAll()}>
          Forget all
        </button>
      </p>
    </>
  );
}

interface RowProps {
  readonly study: KeptStudy;
  readonly onChoose: () => void;
  readonly onForget: () => void;
}

function Row({ study: { link, at, curves }, onChoose, onForget }: RowProps) {
  const { title, detail } = titleOf(decodeLink(link).study);
  return (
    <li>
      <button type="button" className="recent-study" onClick={onChoose}>
        <SmallPicture curves={curves.map(smallCurve)} />
        <span className="choice-text">
          <span>
            <Symbols text={title} />
          </span>
          <span className="choice-help">
            {detail !== '' && (
              <>
                <Symbols text={detail} /> ·{' '}
              </>
            )}
            <time dateTime={new Date(at).toISOString()}>{when(at)}</time>
          </span>
        </span>
      </button>
      <IconButton
        icon={Trash2}
        label={`Forget ${title}${detail === '' ? '' : `, ${detail}`}`}
        onClick={onForget}
      />
    </li>
  );
}

const smallCurve = ({ colour, dash, heights }: KeptCurve): SmallCurve => ({
  colour,
  dash,
  points: heights.map((y, k) => [k / Math.max(1, heights.length - 1), y]),
});

const when = (at: number): string =>
  new Date(at).toLocaleString('en', { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });
