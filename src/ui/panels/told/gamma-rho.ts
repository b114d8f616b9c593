import { chosenRun } from '../../../charts/data/statistics.ts';
import type { Recording } from '../../../engine/recording.ts';
import { formatRho } from '../rho.tsx';
import type { Told } from '../spec.ts';
import { rhoTold } from './rho.ts';

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

const summary: Told['summary'] = (recordings, run = 0) => {
  const noise = rhoTold.summary(recordings, run);
  const [positive, negative] = largestGammas(recordings, run, -1);
  if (positive === undefined || negative === undefined) return noise;
  return `Largest signal coefficient of a +1 neuron: ${formatRho(positive)}; of a −1 neuron: ${formatRho(negative)}. ${noise}`;
};

export const gammaRhoTold: Told = {
  ...rhoTold,
  summary,
  table: (recordings, run = 0) => {
    const rho = rhoTold.table(recordings, run);
    return {
      ...rho,
      columns: [
        ...rho.columns,
        'largest signal coefficient, +1 neurons',
        'largest signal coefficient, −1 neurons',
      ],
      row: (index) => [...rho.row(index), ...largestGammas(recordings, run, index).map(formatRho)],
    };
  },
};
