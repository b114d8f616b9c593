import { PANELS } from '../panels/index.ts';
import type { Transport } from '../player/transport.ts';
import { ChartCard } from './ChartCard.tsx';
import { EnlargedPanel } from './EnlargedPanel.tsx';
import './cards.css';

/** All charts, and the one that is enlarged. */
export function ChartGrid({ transport }: { readonly transport: Transport }) {
  return (
    <>
      <div className="card-grid">
        {PANELS.map((panel) => (
          <ChartCard key={panel.id} panel={panel} />
        ))}
      </div>
      <EnlargedPanel transport={transport} />
    </>
  );
}
