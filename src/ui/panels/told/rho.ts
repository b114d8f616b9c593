import type { Pane } from '../../../charts/card/picture.ts';
import { symmetricScale } from '../../../charts/matrix/scale.ts';
import { packedRamp } from '../../../charts/scales/colours.ts';
import { blockTable } from '../matrix-means.ts';
import { NO_LEGEND } from '../pictures.ts';
import { pointWords, shownRuns } from '../point-pictures.ts';
import { formatRho, peakOf, rampOf, rhoInWords, rhoPicture, rhoTick } from '../rho.tsx';
import type { Told } from '../spec.ts';

export const rhoTold: Told = {
  summary: rhoInWords,
  table: (recordings, run = 0) => blockTable(recordings, run, ({ rho }) => rho, formatRho),
  picture: ({ recordings, variants, view, palette }) => {
    const { front, all } = shownRuns(recordings, variants, view.run);
    const shown = view.multiples === 'all' ? all : [front];
    const scale = symmetricScale(Math.max(...all.map(({ recording }) => peakOf(recording))));
    const ramp = rampOf(palette);
    const panes = shown.flatMap((point): Pane[] => {
      const picture = rhoPicture(point.recording, view.rows, scale, packedRamp(ramp));
      const { name } = pointWords(point, recordings, variants, view.run);
      return picture ? [{ kind: 'matrix', name, picture }] : [];
    });
    if (panes.length === 0) return null;
    return {
      layout: 'across',
      panes,
      valueLabel: '',
      legend: NO_LEGEND,
      colours: { kind: 'scale', scale, ramp, format: rhoTick },
    };
  },
};
