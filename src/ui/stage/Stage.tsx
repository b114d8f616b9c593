import { useEffect, useRef } from 'react';
import type { PanelSpec } from '../panels/spec.ts';
import { Banners } from '../status/Banners.tsx';
import { StageChart } from './StageChart.tsx';
import './stage.css';

/** One or two charts on all the room there is: an enlarged one, or those of a lecture. */
export function Stage({ panels }: { readonly panels: readonly PanelSpec[] }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus(), []);

  return (
    <main className="app-main stage" ref={main} tabIndex={-1} aria-label="Charts">
      <h1 className="visually-hidden">Implicit Bias Lab</h1>
      <Banners />
      <div className="stage-charts">
        {panels.map((panel, place) => (
          <StageChart key={place} shown={panels} place={place} panel={panel} />
        ))}
      </div>
    </main>
  );
}
