import type { Pane } from '../../../charts/card/picture.ts';
import { useView } from '../../../state/view.ts';
import { activationInWords, activationPicture, BLOCKS, coloursOf } from '../activation.tsx';
import { flipTick } from '../flips-picture.ts';
import { flowChunk } from '../flow-chunk.ts';
import { blockTable } from '../matrix-means.ts';
import { tinted } from '../pattern-colours.ts';
import { NO_LEGEND } from '../pictures.ts';
import { pointWords, shownRuns } from '../point-pictures.ts';
import type { Told } from '../spec.ts';

export const activationTold: Told = {
  summary: (recordings, run) => activationInWords(useView.getState().cells, recordings, run),
  table: (recordings, run = 0) => {
    const { pick, format } = BLOCKS[useView.getState().cells];
    const table = blockTable(recordings, run, pick, format);
    return flowChunk.state.parts?.slidingTable(table, recordings, run) ?? table;
  },
  picture: ({ recordings, variants, view, palette }) => {
    const { front, all } = shownRuns(recordings, variants, view.run);
    const colours = coloursOf(view.cells, all, palette);
    const panes = (view.multiples === 'all' ? all : [front]).flatMap((point): Pane[] => {
      const picture = activationPicture(point.recording, view.rows, colours);
      const { name } = pointWords(point, recordings, variants, view.run);
      return picture ? [{ kind: 'matrix', name, picture }] : [];
    });
    if (panes.length === 0) return null;
    const swatch = (label: string, share: number) => ({
      label,
      colours: (['positive', 'negative'] as const).map((name) => tinted(palette, name, share)),
    });
    const runs = all.map(({ recording }) => recording);
    const hatched = flowChunk.state.parts?.slidingHatch(runs, colours.of, palette) ?? null;
    return {
      layout: 'across',
      panes,
      valueLabel: '',
      legend: NO_LEGEND,
      colours:
        colours.of === 'flips'
          ? { kind: 'scale', hatched, scale: colours.scale, ramp: colours.ramp, format: flipTick }
          : { kind: 'swatches', hatched, entries: [swatch('fires', 1), swatch('silent', 0)] },
    };
  },
};
