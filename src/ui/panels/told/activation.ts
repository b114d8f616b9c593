import type { Pane } from '../../../charts/card/picture.ts';
import { formatPercent } from '../../../charts/data/format.ts';
import { activationInWords, activationPicture, rampsOf, tinted } from '../activation.tsx';
import { blockTable } from '../matrix-means.ts';
import { NO_LEGEND } from '../pictures.ts';
import { pointWords, shownRuns } from '../point-pictures.ts';
import type { Told } from '../spec.ts';

export const activationTold: Told = {
  summary: activationInWords,
  table: (recordings, run = 0) => blockTable(recordings, run, 'active', formatPercent),
  picture: ({ recordings, variants, view, palette }) => {
    const { front, all } = shownRuns(recordings, variants, view.run);
    const ramps = rampsOf(palette);
    const panes = (view.multiples === 'all' ? all : [front]).flatMap((point): Pane[] => {
      const picture = activationPicture(point.recordings, view.run, view.rows, ramps);
      const { name } = pointWords(point, recordings, variants, view.run);
      return picture ? [{ kind: 'matrix', name, picture }] : [];
    });
    if (panes.length === 0) return null;
    const swatch = (label: string, share: number) => ({
      label,
      colours: (['positive', 'negative'] as const).map((name) => tinted(palette, name, share)),
    });
    return {
      layout: 'across',
      panes,
      valueLabel: '',
      legend: NO_LEGEND,
      colours: { kind: 'swatches', entries: [swatch('fires', 1), swatch('silent', 0)] },
    };
  },
};
