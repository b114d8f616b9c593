import type { ComponentType } from 'react';
import type { Chunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/**
 * A panel whose chart is loaded when it is first drawn: far down, or of some data only.
 * @param of the chart among what is loaded
 */
export function laterPanel<T>(
  spec: Omit<PanelSpec, 'chart' | 'Component'>,
  chart: Chunk<T>,
  of: (parts: T) => ComponentType<PanelProps>,
): PanelSpec {
  function Component(shown: PanelProps) {
    return (
      <Later chunk={chart} what="The chart" waiting={<div className="card-skeleton" aria-busy />}>
        {(parts) => {
          const Chart = of(parts);
          return <Chart {...shown} />;
        }}
      </Later>
    );
  }
  return { ...spec, chart, Component };
}
