import { expect, it, vi } from 'vitest';
import { drawCard } from '../../../src/charts/card/drawCard.ts';
import type { Palette } from '../../../src/charts/hooks/usePalette.ts';
import { simplifiedPath, UNSEEN } from '../../../src/export/simplify.ts';
import { useView } from '../../../src/state/view.ts';
import { PANELS } from '../../../src/ui/panels/index.ts';
import { TOLD } from '../../../src/ui/panels/told/index.ts';
import { recordingContext } from '../recorder.ts';
import { probeSynthetic } from '../synthetic-probes.ts';
import { sliceSynthetic } from '../synthetic-slices.ts';
import { comparedRuns } from '../synthetic.ts';

const palette: Palette = { rgb: () => [1, 2, 3], css: (name) => name, pixelRatio: 1 };
const WIDTH = 312;
/** Noise from epoch to epoch, in more epochs than there are pixels. */
const variants = comparedRuns({ epochs: 3_000, every: 100, n: 6, m: 4 });

/** The points of each path that was drawn, as a file has them. */
function pathsOf(calls: readonly string[]): readonly number[] {
  const paths: number[] = [];
  let d = '';
  for (const call of calls) {
    const [name, ...numbers] = call.split(' ');
    if (name === 'beginPath') d = '';
    else if (name === 'moveTo') d += `M${numbers.join(' ')}`;
    else if (name === 'lineTo') d += `L${numbers.join(' ')}`;
    else if (name === 'stroke' || name === 'fill') {
      paths.push(simplifiedPath(d, UNSEEN).match(/[ML]/g)?.length ?? 0);
    }
  }
  return paths;
}

// What of a slice is an image is not looked at.
vi.stubGlobal(
  'ImageData',
  class {
    readonly data: Uint8ClampedArray;
    constructor(width: number, height: number) {
      this.data = new Uint8ClampedArray(4 * width * height);
    }
  },
);

probeSynthetic(variants.flatMap(({ recordings }) => recordings));
sliceSynthetic(variants.flatMap(({ recordings }) => recordings));
const view = useView.getState();
const pictures = PANELS.flatMap(({ id, title }) => {
  const request = {
    recordings: variants[0]!.recordings,
    variants,
    points: variants,
    view,
    horizon: 3_000,
    palette,
  };
  const made = TOLD[id].picture(request);
  if (made === null) throw new Error(`${title} has no picture`);
  // A matrix is an image.
  return made.panes.some(({ kind }) => kind === 'matrix') ? [] : [[title, made] as const];
});

it.each(pictures)(
  'the file of “%s” has no path of more points than two a pixel, however many epochs there are',
  (title, picture) => {
    const { context, calls } = recordingContext();
    const surface = {
      context,
      palette,
      em: 9,
      fonts: { sans: 'sans', serif: 'serif' },
      bitmap: (image: ImageData) => image as unknown as CanvasImageSource,
    };
    drawCard(surface, { width: WIDTH, height: 230 }, picture, { title, notes: [] }, 3_000);
    const paths = pathsOf(calls);
    expect(paths.length).toBeGreaterThan(0);
    expect(Math.max(...paths)).toBeLessThanOrEqual(2 * WIDTH);
  },
);

it('every chart without a matrix is among them', () => {
  expect(pictures.length).toBeGreaterThanOrEqual(12);
});
