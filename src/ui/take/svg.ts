import { Context } from 'svgcanvas/dist/svgcanvas.esm.js';
import { drawCard } from '../../charts/card/drawCard.ts';
import { lightPalette } from '../../charts/hooks/usePalette.ts';
import type { Surface } from '../../charts/marks/surface.ts';
import { rounded, simplifiedPath, UNSEEN } from '../../export/simplify.ts';
import type { Figure } from './figure.ts';
import { placeOf } from './place.ts';
import { breathe } from './save.ts';

/** Pixels of a matrix's image for each of the figure's: cells are whole pixels, and stay sharp in print. */
const IMAGE_RATIO = 4;

/** The library makes two objects of the browser's for each coordinate of a path: two thirds of the time of a card. */
class Paths extends Context {
  protected override __matrixTransform(x: number, y: number): { readonly x: number; readonly y: number } {
    return placeOf(this.__transformMatrix, x, y);
  }
}

/** A card as SVG: the same card, the same bytes. */
export async function svgOf(figure: Figure): Promise<string> {
  const { width, height, em, picture, title, notes, epoch, fonts } = figure;
  const context = new Paths({ width, height });
  const isImage = picture.panes.some(({ kind }) => kind === 'matrix');
  const surface: Surface = {
    // Of a canvas it has all that charts use.
    context: context as unknown as CanvasRenderingContext2D,
    palette: lightPalette(isImage ? IMAGE_RATIO : 1),
    em,
    fonts,
    bitmap: canvasOf,
  };
  drawCard(surface, { width, height }, picture, { title, notes }, epoch);
  // Drawing and cleaning are a task each.
  await breathe();
  const svg = context.getSvg();
  clean(svg);
  describe(svg, figure);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

function canvasOf(image: ImageData): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Size in inches, title and description: what a reader of the file, and of the screen, is told. */
function describe(svg: SVGSVGElement, { width, height, inches, title, description }: Figure): void {
  svg.setAttribute('viewBox', `0 0 ${rounded(width)} ${rounded(height)}`);
  svg.setAttribute('width', inches === null ? `${width}px` : `${inches}in`);
  svg.setAttribute(
    'height',
    inches === null ? `${height}px` : `${Number(((inches * height) / width).toFixed(4))}in`,
  );
  svg.setAttribute('role', 'img');
  const parts = (['title', 'desc', 'metadata'] as const).map((name) => {
    const element = document.createElementNS(NAMESPACE, name);
    element.textContent = name === 'title' ? title : description[name === 'desc' ? 0 : 1]!;
    return element;
  });
  svg.prepend(...parts);
}

const GEOMETRY = ['x', 'y', 'width', 'height', 'stroke-width', 'font-size', 'stroke-dasharray'] as const;
/** What the library writes of each element though it is SVG's own default, or nothing. */
const DEFAULTS: readonly (readonly [name: string, value: string])[] = [
  ['transform', 'matrix(1 0 0 1 0 0)'],
  ['dominant-baseline', 'alphabetic'],
  ['font-style', 'normal'],
  ['font-weight', '400'],
  ['text-decoration', 'undefined'],
  ['text-anchor', 'start'],
  ['stroke-miterlimit', '10'],
];

/** Makes what the library wrote small, and its random names stable. */
function clean(svg: SVGSVGElement): void {
  const names = new Map<string, string>();
  for (const element of svg.querySelectorAll('[id]')) {
    names.set(element.id, `c${names.size + 1}`);
    element.id = names.get(element.id)!;
  }
  for (const element of svg.querySelectorAll('*')) {
    const clip = /^url\(#(.*)\)$/.exec(element.getAttribute('clip-path') ?? '')?.[1];
    if (clip !== undefined) element.setAttribute('clip-path', `url(#${names.get(clip) ?? clip})`);
    for (const name of GEOMETRY) {
      const value = element.getAttribute(name);
      if (value !== null)
        element.setAttribute(
          name,
          value.replace(/-?\d+\.\d+/g, (text) => rounded(Number(text))),
        );
    }
    const transform = /^matrix\((.*)\)$/.exec(element.getAttribute('transform') ?? '')?.[1];
    if (transform !== undefined) {
      element.setAttribute('transform', `matrix(${transform.split(' ').map(shorter).join(' ')})`);
    }
    moveIntoPlace(element);
    const d = element.getAttribute('d');
    if (d !== null) element.setAttribute('d', simplifiedPath(d, UNSEEN));
    for (const [name, value] of DEFAULTS)
      if (element.getAttribute(name) === value) element.removeAttribute(name);
    element.removeAttribute('paint-order');
    if (element.nodeName === 'image') element.setAttribute('style', 'image-rendering:pixelated');
  }
  for (const element of [...svg.querySelectorAll('g, path, defs')].reverse()) {
    const draws = element.nodeName === 'path' ? isDrawn(element) : element.childNodes.length > 0;
    if (!draws) element.remove();
    else if (element.nodeName === 'g' && element.attributes.length === 0)
      element.replaceWith(...element.childNodes);
  }
}

/** A shift is a part of where something is. */
function moveIntoPlace(element: Element): void {
  const [, e, f] = /^matrix\(1 0 0 1 (\S+) (\S+)\)$/.exec(element.getAttribute('transform') ?? '') ?? [];
  if (e === undefined || f === undefined || !['text', 'rect', 'image'].includes(element.nodeName)) return;
  element.setAttribute('x', rounded(Number(element.getAttribute('x') ?? 0) + Number(e)));
  element.setAttribute('y', rounded(Number(element.getAttribute('y') ?? 0) + Number(f)));
  element.removeAttribute('transform');
}

const shorter = (text: string): string => String(Number(Number(text).toFixed(4)));

/** Whether a path has ink, or cuts others. */
const isDrawn = (path: Element): boolean =>
  path.parentElement?.nodeName === 'clipPath' ||
  ((path.getAttribute('d') ?? '') !== '' &&
    (path.getAttribute('fill') !== 'none' || path.getAttribute('stroke') !== 'none'));
