import { useView } from '../../state/view.ts';
import { FormulaPopover } from '../cards/FormulaPopover.tsx';
import { PanelBody } from '../cards/PanelBody.tsx';
import { usePanels } from '../cards/usePanels.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { Choice } from '../parts/Choice.tsx';
import { replaceChart } from './stage-panels.ts';
import { ExperimentSteps, StageActions } from './StageActions.tsx';

interface StageChartProps {
  readonly shown: readonly PanelSpec[];
  readonly place: number;
  readonly panel: PanelSpec;
}

/** A chart of the stage. Its title is where another is chosen. */
export function StageChart({ shown, place, panel }: StageChartProps) {
  const panels = usePanels();
  const enlarged = useView((view) => view.enlarged !== null);
  return (
    <section className="stage-chart" aria-label={panel.title} data-stage-panel={panel.id}>
      <div className="card-head">
        <h2 className="visually-hidden">{panel.title}</h2>
        <Choice
          className="stage-title"
          label="Chart"
          value={panel.id}
          options={panels.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(id) => replaceChart(shown, place, id)}
        />
        <div className="card-actions">
          {enlarged && <FormulaPopover panel={panel} />}
          {!enlarged && place === 0 && <ExperimentSteps />}
          {place === shown.length - 1 && <StageActions />}
        </div>
      </div>
      <PanelBody key={panel.id} panel={panel} asTable={false} />
    </section>
  );
}
