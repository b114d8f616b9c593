import { againstMarks } from '../against/againstMarks.ts';
import { drawAgainst } from '../against/drawAgainst.ts';
import { againstGeometry, valueExtent } from '../against/scales.ts';
import { drawTimeMarks } from '../time/drawTimeChart.ts';
import { createThinning, thinned } from '../time/thin.ts';
import { timeAxisMarks, timeFootMarks, timeNoteMarks } from '../time/timeMarks.ts';
import { wrapped } from '../marks/wrap.ts';
import { snapshotAt, spectrumAt } from '../data/snapshots.ts';
import { drawAxisMarks } from '../marks/drawAxisMarks.ts';
import { drawSymbols, symbolsWidth } from '../marks/drawSymbols.ts';
import { createScratch } from '../marks/scratch.ts';
import { fontOf, shifted, type Surface } from '../marks/surface.ts';
import { drawFunctions } from '../function/drawFunction.ts';
import { functionGeometry, functionMarks } from '../function/geometry.ts';
import { drawMatrixPane } from '../matrix/drawMatrixPane.ts';
import { drawHeads, drawTrails, sceneOf } from '../plane/drawTrails.ts';
import { planeMarks } from '../plane/planeMarks.ts';
import { planeOf } from '../plane/trails.ts';
import { timeGeometry } from '../scales/geometry.ts';
import { drawSamples } from '../samples/drawSamples.ts';
import { samplesGeometry, samplesMarks } from '../samples/geometry.ts';
import { drawSpectrum } from '../spectrum/drawSpectrum.ts';
import { spectrumExtent, spectrumGeometry, spectrumMarks } from '../spectrum/geometry.ts';
import type {
  AgainstPane,
  FunctionPane,
  Pane,
  PlanePane,
  SamplesPane,
  SpectrumPane,
  TimePane,
} from './picture.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Height of a line of a pane's name, and what is below it, in em. */
const NAME_LINE = 1.3;
const BELOW_NAME = 0.2;

/** The lines of a pane's name in its width; none where it has no name. */
export function nameLines(surface: Surface, { name }: Pane, width: number): readonly string[] {
  const { context } = surface;
  context.font = fontOf(surface, 1, 600);
  return name === '' ? [] : wrapped(name, width, (text) => symbolsWidth(context, text));
}

/**
 * A pane in a box at the surface's origin, at an epoch; its name is above it.
 * @param named lines that names have, of the panes beside it too
 */
export function drawPane(surface: Surface, box: Size, pane: Pane, epoch: number, named: number): void {
  const { context, palette, em } = surface;
  const top = named === 0 ? 0 : (named * NAME_LINE + BELOW_NAME) * em;
  const lines = nameLines(surface, pane, box.width);
  context.textAlign = 'start';
  context.fillStyle = palette.css('ink');
  lines.forEach((line, k) =>
    drawSymbols(context, line, 0, (1 + (named - lines.length + k) * NAME_LINE) * em),
  );
  const room = { width: box.width, height: Math.max(1, box.height - top) };
  shifted(surface, 0, top, () => {
    switch (pane.kind) {
      case 'time':
        drawTime(surface, room, pane);
        break;
      case 'spectrum':
        drawSpectrumPane(surface, room, pane, epoch);
        break;
      case 'plane':
        drawPlane(surface, room, pane, epoch);
        break;
      case 'function':
        drawFunctionPane(surface, room, pane);
        break;
      case 'samples':
        drawSamplesPane(surface, room, pane);
        break;
      case 'against':
        drawAgainstPane(surface, room, pane);
        break;
      case 'matrix': {
        const index = snapshotAt(pane.picture.snapshots, epoch);
        if (index >= 0) drawMatrixPane(surface, room, pane.picture, index);
        break;
      }
    }
  });
}

/** Places along the time axis that a curve keeps, for each pixel: what is finer is not seen. */
const BUCKETS_A_PIXEL = 1;

function drawTime(surface: Surface, { width, height }: Size, { content, time, last, timeLabels }: TimePane) {
  const { context, palette, em } = surface;
  const buckets = Math.max(64, Math.ceil(width * BUCKETS_A_PIXEL * palette.pixelRatio));
  const shown = thinned(content, createThinning(), time, last, buckets);
  const geometry = timeGeometry(shown, { width, height, em }, time, last, timeLabels);
  drawAxisMarks(surface, timeAxisMarks(geometry, em));
  context.save();
  context.scale(1 / palette.pixelRatio, 1 / palette.pixelRatio);
  drawTimeMarks(surface, shown, geometry, createScratch());
  context.restore();
  drawAxisMarks(surface, timeNoteMarks(shown, geometry, em));
  drawAxisMarks(surface, timeFootMarks(shown, geometry, em));
}

function drawSpectrumPane(surface: Surface, size: Size, { snapshots, axis }: SpectrumPane, epoch: number) {
  const index = spectrumAt(snapshots, snapshotAt(snapshots, epoch));
  const [initial] = snapshots;
  if (index < 0 || !initial) return;
  const box = { ...size, em: surface.em };
  const geometry = spectrumGeometry(spectrumExtent(snapshots, axis), axis, box);
  drawAxisMarks(surface, spectrumMarks(geometry, surface.em));
  drawSpectrum(surface, geometry, snapshots[index]!, initial);
}

function drawFunctionPane(surface: Surface, size: Size, { lines }: FunctionPane): void {
  const all = lines.map(({ points }) => points);
  const geometry = functionGeometry(all, { ...size, em: surface.em });
  drawAxisMarks(surface, functionMarks(geometry, surface.em));
  drawFunctions(surface, lines, geometry);
}

function drawSamplesPane(surface: Surface, size: Size, { content }: SamplesPane): void {
  const geometry = samplesGeometry(content, { ...size, em: surface.em });
  drawAxisMarks(surface, samplesMarks(content, geometry, surface.em));
  drawSamples(surface, content, geometry);
}

function drawPlane(surface: Surface, size: Size, { run, extent }: PlanePane, epoch: number): void {
  const { context, palette, em } = surface;
  const plane = planeOf(extent, { ...size, em });
  drawAxisMarks(surface, planeMarks(plane, em));
  const scene = sceneOf(run.recording, plane, palette, em);
  if (!scene) return;
  const index = snapshotAt(scene.snapshots, epoch);
  shifted(surface, plane.left, plane.top, () => {
    context.globalAlpha = 0.2;
    drawTrails(context, scene, -1, scene.snapshots.length - 1);
    context.globalAlpha = 1;
    drawTrails(context, scene, -1, index);
    context.setLineDash([]);
    drawHeads(context, scene, index, null);
  });
}

function drawAgainstPane(surface: Surface, size: Size, { content }: AgainstPane): void {
  const geometry = againstGeometry(content, valueExtent(content), { ...size, em: surface.em });
  drawAxisMarks(surface, againstMarks(content, geometry, surface.em));
  drawAgainst(surface, content, geometry, null, null);
}
