import { useEffect, useState } from 'react';
import { usePrinting } from '../../state/printing.ts';
import { useMediaQuery } from '../parts/useMediaQuery.ts';
import { ChartCard } from './ChartCard.tsx';
import { usePanels } from './usePanels.ts';
import './cards.css';

/** One column (the same number is in app.css): the first charts tell the story, and the page has an end. */
const ONE_COLUMN = '(max-width: 760px)';
const FIRST = 4;

/** While the page opens, its cards come in turns; back from the stage they are there at once, and the focus finds its own. */
let wasOpen = false;

/** All charts of the data; on a phone the first four, until the rest is asked for. */
export function ChartGrid() {
  const panels = usePanels();
  const folds = useMediaQuery(ONE_COLUMN);
  const [unfolded, setUnfolded] = useState(false);
  const printing = usePrinting((state) => state.printing);
  const [atOnce] = useState(wasOpen);
  useEffect(() => () => void (wasOpen = true), []);
  const shown = folds && !unfolded && !printing ? panels.slice(0, FIRST) : panels;
  const more = panels.length - shown.length;
  return (
    <>
      <div className="card-grid">
        {shown.map((panel) => (
          <ChartCard key={panel.id} panel={panel} atOnce={atOnce} />
        ))}
      </div>
      {more > 0 && (
        <button type="button" className="button cards-more" onClick={() => setUnfolded(true)}>
          {more} more charts
        </button>
      )}
    </>
  );
}
