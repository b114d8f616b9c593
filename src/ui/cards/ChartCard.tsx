import { ChartLine, Maximize2, Table } from 'lucide-react';
import { memo, useState } from 'react';
import { useLabFact } from '../../state/lab.ts';
import { usePrinting } from '../../state/printing.ts';
import { useView } from '../../state/view.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { useTurn } from '../parts/useTurn.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { loadsStage } from '../stage/chunk.ts';
import { isTheoryPanel } from '../panels/theory.ts';
import { FormulaPopover } from './FormulaPopover.tsx';
import { NotComputed, PanelBody } from './PanelBody.tsx';
import { TakeMenu } from './TakeMenu.tsx';
import { TheoryToggle } from './TheoryToggle.tsx';

interface ChartCardProps {
  readonly panel: PanelSpec;
  /** Without waiting for a turn. */
  readonly atOnce: boolean;
}

/** The frame around a panel, which has its place at once, and what is in it when its turn comes. */
export const ChartCard = memo(function ChartCard({ panel, atOnce }: ChartCardProps) {
  const printing = usePrinting((state) => state.printing);
  const ready = useTurn(atOnce || printing);
  const titleId = `panel-${panel.id}`;
  return (
    <section className={`card card-${panel.size}`} aria-labelledby={titleId} data-panel={panel.id}>
      {ready ? (
        <Inside panel={panel} titleId={titleId} />
      ) : (
        <>
          <div className="card-head">
            <h2 id={titleId}>{panel.title}</h2>
            <div className="card-actions" />
          </div>
          <div className="card-body" aria-busy>
            <NotComputed />
          </div>
        </>
      )}
    </section>
  );
});

interface InsideProps {
  readonly panel: PanelSpec;
  readonly titleId: string;
}

/** A panel with its title, formula, table and enlargement. */
function Inside({ panel, titleId }: InsideProps) {
  const empty = useLabFact(({ current }) => current === null);
  const [asTable, setAsTable] = useState(false);
  const setView = useView((view) => view.set);
  return (
    <>
      <div className="card-head">
        <h2 id={titleId}>{panel.title}</h2>
        <div className="card-actions">
          <FormulaPopover panel={panel} />
          {isTheoryPanel(panel.id) && <TheoryToggle panel={panel} />}
          <IconButton
            icon={asTable ? ChartLine : Table}
            label={asTable ? `Show the chart of ${panel.title}` : `Show ${panel.title} as a table`}
            disabled={empty}
            onClick={() => setAsTable(!asTable)}
          />
          <TakeMenu panel={panel} disabled={empty} />
          <IconButton
            icon={Maximize2}
            {...loadsStage}
            className="card-enlarge"
            label={`Enlarge ${panel.title}`}
            onClick={() => setView({ enlarged: panel.id })}
          />
        </div>
      </div>
      <PanelBody panel={panel} asTable={asTable} />
    </>
  );
}
