import type { ReactElement } from 'react';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

const body = createChunk(() => import('./later/Limits.ts'));

const later = (name: 'LimitPanel' | 'LimitPointsPanel') =>
  function LimitLater(shown: PanelProps): ReactElement {
    return (
      <Later chunk={body} what="The chart" waiting={<div className="card-skeleton" aria-busy />}>
        {({ [name]: Panel }) => <Panel {...shown} />}
      </Later>
    );
  };

export const limitPanel: PanelSpec = {
  id: 'limit',
  title: 'How far is the limit?',
  size: 'normal',
  chart: body,
  Component: later('LimitPanel'),
};

export const limitPointsPanel: PanelSpec = {
  id: 'limit-points',
  title: 'What is the limit made of?',
  size: 'tall',
  chart: body,
  Component: later('LimitPointsPanel'),
};
