import type { SliceFrame } from '../../core/probe/slice/frame.ts';
import type { LegendContent, LegendEntry } from '../legend/legend.ts';

const line = (label: string, dash: LegendEntry['dash'], width: number): LegendEntry => ({
  ...{ label, dash, width },
  colour: 'ink',
  marker: null,
});

/** What the arrows, shapes and lines of a slice are. */
export const sliceLegend = ({ limit, patches }: SliceFrame): LegendContent => ({
  title: '',
  entries: [
    { label: '+1 neuron, sample', colour: 'positive', dash: 'solid', width: 1.5, marker: 'disc' },
    { label: '−1 neuron, sample', colour: 'negative', dash: 'dashed', width: 1.5, marker: 'diamond' },
    line('f = 0', 'solid', 2.25),
    ...(patches === 1 ? [line('zᵀx = 0', 'dash-dot', 1.5)] : []),
    ...(limit === null ? [] : [line('… in the limit', 'dotted', 1.5)]),
  ],
});
