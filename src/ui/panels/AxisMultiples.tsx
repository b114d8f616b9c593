import type { ReactElement } from 'react';
import { useSize } from '../../charts/hooks/useSize.ts';
import { useView } from '../../state/view.ts';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { AxisMultiplesProps } from './panes.ts';
import type { PanelProps } from './spec.ts';

const body = createChunk(() => import('./later/Multiples.tsx'));

/** A chart over time for each value of the second axis, whose code few need. */
export const AxisMultiples = (props: AxisMultiplesProps): ReactElement => (
  <Later chunk={body} what="The charts side by side" waiting={null}>
    {({ Multiples }) => <Multiples {...props} />}
  </Later>
);

/** So many em are wide enough for one of several charts side by side. */
const LEAST_PANE = 14;

interface Multiples {
  /** Whether there is a second axis, and a stage. */
  readonly possible: boolean;
  readonly offered: boolean;
  readonly shown: boolean;
  /** One below the other, where they have no room side by side. */
  readonly stacked: boolean;
}

/**
 * Whether charts over time have a pane for each value of the second axis: where it was asked for, and in a lecture, where
 * nobody scrolls, only where all have room.
 * @returns a ref to attach to what the panes share, whose width and type decide how many have room beside each other
 */
export function useAxisMultiples(
  points: PanelProps['points'] = [],
): [ReturnType<typeof useSize>[0], Multiples] {
  const [stack, size] = useSize();
  const { enlarged, lecture, multiples } = useView();
  const values = new Set(points.flatMap(({ point: { at } }) => (at?.length === 2 ? [at[1]] : [])));
  const possible = (enlarged !== null || lecture) && values.size > 0;
  const isWide = size !== null && size.width >= LEAST_PANE * size.em * values.size;
  const offered = possible && (isWide || !lecture);
  return [stack, { possible, offered, shown: offered && multiples !== 'front', stacked: !isWide }];
}
