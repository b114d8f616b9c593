import { formatValue } from '../../charts/data/format.ts';
import { chosenRun } from '../../charts/data/statistics.ts';
import type { Recording } from '../../engine/recording.ts';
import { rhoPanel } from './rho.tsx';
import type { PanelSpec } from './spec.ts';

const format = (value: number): string => formatValue(value, 2);

/** max_r c_μ (M: γ_{j,r}) of the shown neurons of each class at a snapshot. */
export function largestGammas(recordings: readonly Recording[], run: number, index: number): number[] {
  const recording = chosenRun(recordings, run);
  const gamma = recording?.snapshots.at(index)?.neurons?.gamma;
  if (!recording?.facts || !gamma) return [];
  const { shape, neurons } = recording.facts;
  const largest = [-Infinity, -Infinity];
  shape.rows.forEach((row, at) => {
    const half = row < neurons / 2 ? 0 : 1;
    largest[half] = Math.max(largest[half]!, gamma[at]!);
  });
  return largest;
}

const summary: PanelSpec['summary'] = (recordings, run = 0) => {
  const noise = rhoPanel.summary(recordings, run);
  const [positive, negative] = largestGammas(recordings, run, -1);
  if (positive === undefined || negative === undefined) return noise;
  return `Largest signal coefficient of a +1 neuron: ${format(positive)}; of a −1 neuron: ${format(negative)}. ${noise}`;
};

/** The picture of ρ, which has c_μ beside it for data with a signal, in the terms of that data. */
export const gammaRhoPanel: PanelSpec = {
  ...rhoPanel,
  id: 'gamma-rho',
  title: 'Coefficients of signal and noise',
  summary,
  table: (recordings, run = 0) => {
    const rho = rhoPanel.table(recordings, run);
    return {
      ...rho,
      columns: [
        ...rho.columns,
        'largest signal coefficient, +1 neurons',
        'largest signal coefficient, −1 neurons',
      ],
      row: (index) => [...rho.row(index), ...largestGammas(recordings, run, index).map(format)],
    };
  },
};
