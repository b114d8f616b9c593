import { ChartCard } from './ChartCard.tsx';
import { usePanels } from './usePanels.ts';
import './cards.css';

/** All charts of the data. */
export function ChartGrid() {
  const panels = usePanels();
  return (
    <div className="card-grid">
      {panels.map((panel) => (
        <ChartCard key={panel.id} panel={panel} />
      ))}
    </div>
  );
}
