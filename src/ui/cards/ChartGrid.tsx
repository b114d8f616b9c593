import type { Transport } from '../player/transport.ts';
import { ChartCard } from './ChartCard.tsx';
import { EnlargedPanel } from './EnlargedPanel.tsx';
import { useClearGhost } from './useClearGhost.ts';
import { usePanels } from './usePanels.ts';
import './cards.css';

/** All charts of the data, and the one that is enlarged. */
export function ChartGrid({ transport }: { readonly transport: Transport }) {
  const panels = usePanels();
  useClearGhost();
  return (
    <>
      <div className="card-grid">
        {panels.map((panel) => (
          <ChartCard key={panel.id} panel={panel} />
        ))}
      </div>
      <EnlargedPanel transport={transport} />
    </>
  );
}
