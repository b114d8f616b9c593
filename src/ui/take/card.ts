import type { LabSnapshot } from '../../state/lab.ts';
import { notify } from '../parts/notices.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { figureOf } from './figure.ts';
import { pngOf } from './png.ts';
import { breathe, save } from './save.ts';
import type { PictureKind, SizeName } from './sizes.ts';
import { svgOf } from './svg.ts';
import { csvOf } from './table.ts';

/** Milliseconds that are worked in one go. */
const SLICE_MS = 8;

/** Gives the person a card as a picture, as it is on screen but light. */
export async function takePicture(
  panel: PanelSpec,
  shown: LabSnapshot,
  kind: PictureKind,
  size: SizeName,
): Promise<void> {
  const figure = figureOf(panel, shown, size, kind);
  if (figure === null) {
    sayNothingThere(panel);
    return;
  }
  if (kind === 'svg') save([await svgOf(figure)], 'image/svg+xml', `${panel.id}.svg`);
  else save([await pngOf(figure)], 'image/png', `${panel.id}.png`);
}

/** Gives the person a card's numbers as CSV, in full precision. */
export async function takeTable(panel: PanelSpec, shown: LabSnapshot): Promise<void> {
  const figure = figureOf(panel, shown, 'column', 'svg');
  if (figure === null) {
    sayNothingThere(panel);
    return;
  }
  const parts: string[] = [];
  let begun = performance.now();
  for (const part of csvOf(figure.picture, figure.epoch)) {
    parts.push(part);
    if (performance.now() - begun < SLICE_MS) continue;
    await breathe();
    begun = performance.now();
  }
  save(parts, 'text/csv;charset=utf-8', `${panel.id}.csv`);
}

const sayNothingThere = ({ title }: PanelSpec): void =>
  notify({ title: 'Nothing to take away yet', description: `${title} shows nothing yet.` });
