import { useMemo, type ReactElement } from 'react';
import { NetworkChart } from '../../../charts/network/NetworkChart.tsx';
import { firesFor, networkPicture } from '../../../charts/network/picture.ts';
import { formatCount } from '../../../charts/data/format.ts';
import { neuronName } from '../../../charts/data/neurons.ts';
import { chosenRun } from '../../../charts/data/statistics.ts';
import { useRecorded } from '../../../charts/hooks/useRecorded.ts';
import type { Recording } from '../../../engine/recording.ts';
import { usePlayer } from '../../../state/player.ts';
import { useView } from '../../../state/view.ts';
import { NO_LEGEND } from '../pictures.ts';
import type { PanelProps, Told } from '../spec.ts';

export function NetworkPanel({ recordings }: PanelProps): ReactElement {
  const recorded = useRecorded(recordings);
  const run = useView((view) => view.run);
  const picture = useMemo(() => networkPicture(chosenRun(recorded.recordings, run)), [recorded, run]);
  if (picture === null) return <p className="chart-empty">Waiting for the first values</p>;
  return <NetworkChart picture={picture} label={summary(recorded.recordings, run)} />;
}

function summary(recordings: readonly Recording[], run = 0): string {
  const facts = chosenRun(recordings, run)?.facts;
  if (!facts) return 'The network: nothing yet.';
  const m = formatCount(facts.neurons / 2);
  const input =
    facts.signalNorm === null
      ? `${formatCount(facts.d)} inputs`
      : `a signal patch and a noise patch of ${formatCount(facts.d)} numbers each`;
  return `The network: ${input}, ${m} neurons that add to the output and ${m} that take from it, and one output, whose sign is the class.`;
}

export const networkTold: Told = {
  summary,
  table: (recordings, run = 0) => {
    const picture = networkPicture(chosenRun(recordings, run));
    const rows = picture?.facts.shape.rows ?? new Int32Array();
    return {
      columns: ['neuron', 'class', 'fires for'],
      count: rows.length,
      row: (index) => {
        const { neurons } = picture!.facts;
        const own = firesFor(picture!, rows[index]!, usePlayer.getState().epoch);
        return [
          neuronName(rows[index]!, neurons),
          rows[index]! < neurons / 2 ? '+1' : '−1',
          own === null ? '–' : `${own.fires} of ${own.of}`,
        ];
      },
    };
  },
  picture: ({ recordings, view }) => {
    const picture = networkPicture(chosenRun(recordings, view.run));
    if (picture === null) return null;
    return {
      layout: 'across',
      panes: [{ kind: 'network', name: '', picture }],
      valueLabel: '',
      legend: NO_LEGEND,
      colours: null,
    };
  },
};
