import { ChartLine, Maximize2, Table } from 'lucide-react';
import { memo, useState } from 'react';
import { useLabFact } from '../../state/lab.ts';
import { useView } from '../../state/view.ts';
import { IconButton } from '../parts/IconButton.tsx';
import type { PanelSpec } from '../panels/spec.ts';
import { isTheoryPanel } from '../panels/theory.ts';
import { FormulaPopover } from './FormulaPopover.tsx';
import { PanelBody } from './PanelBody.tsx';
import { TakeMenu } from './TakeMenu.tsx';
import { TheoryToggle } from './TheoryToggle.tsx';

/** The frame around a panel: its title, formula, table and enlargement. */
export const ChartCard = memo(function ChartCard({ panel }: { readonly panel: PanelSpec }) {
  const empty = useLabFact(({ current }) => current === null);
  const [asTable, setAsTable] = useState(false);
  const setView = useView((view) => view.set);
  const titleId = `panel-${panel.id}`;

  return (
    <section className={`card card-${panel.size}`} aria-labelledby={titleId} data-panel={panel.id}>
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
            className="card-enlarge"
            label={`Enlarge ${panel.title}`}
            onClick={() => setView({ enlarged: panel.id })}
          />
        </div>
      </div>
      <PanelBody panel={panel} asTable={asTable} />
    </section>
  );
});
