import { traceMarker } from '../marks/markers.ts';
import { fontOf, type Surface } from '../marks/surface.ts';
import type { Box } from '../scales/geometry.ts';
import { networkGeometry, type Node } from './geometry.ts';
import { MOST_NEURONS, moreWords, type NetworkPicture } from './picture.ts';

const LOOKS = {
  1: { colour: 'positive', marker: 'disc' },
  [-1]: { colour: 'negative', marker: 'diamond' },
} as const;

/** Draws a network in a box at the surface's origin. @param hovered the neuron that is pointed at, or null */
export function drawNetwork(
  surface: Pick<Surface, 'context' | 'palette' | 'em' | 'fonts'>,
  picture: NetworkPicture,
  size: { readonly width: number; readonly height: number },
  hovered: number | null,
): void {
  const { context, palette, em } = surface;
  const box: Box = { ...size, em };
  const geometry = networkGeometry(picture, box, hovered);
  const { inputs, neurons, output, radius } = geometry;
  const line = (from: Node, to: Node): void => {
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  };
  for (const neuron of neurons) {
    const isHovered = neuron.row === hovered;
    context.globalAlpha = isHovered ? 1 : 0.55;
    context.lineWidth = (isHovered ? 2.5 : 1) * (em / 13);
    context.strokeStyle = palette.css(isHovered ? LOOKS[neuron.sign].colour : 'line');
    for (const input of inputs) line(input, neuron);
    context.strokeStyle = palette.css(LOOKS[neuron.sign].colour);
    line(neuron, output);
  }
  context.globalAlpha = 1;
  for (const neuron of neurons) {
    const { colour, marker } = LOOKS[neuron.sign];
    context.beginPath();
    traceMarker(context, marker, neuron.x, neuron.y, (neuron.row === hovered ? 1.35 : 1) * radius);
    context.fillStyle = palette.css(colour);
    context.fill();
  }
  drawEnds(surface, picture, inputs, output);
  drawWords(surface, picture, box, geometry);
}

function drawEnds(
  surface: Pick<Surface, 'context' | 'palette' | 'em' | 'fonts'>,
  { inputs: names }: NetworkPicture,
  inputs: readonly Node[],
  output: Node,
): void {
  const { context, palette, em } = surface;
  context.font = fontOf(surface);
  context.textAlign = 'center';
  context.lineWidth = em / 10;
  context.strokeStyle = palette.css('ink-soft');
  const ends = [...inputs.map((node, k) => ({ node, name: names[k]! })), { node: output, name: 'f' }];
  for (const { node, name } of ends) {
    context.beginPath();
    context.arc(node.x, node.y, 1.05 * em, 0, 2 * Math.PI);
    context.fillStyle = palette.css('card');
    context.fill();
    context.stroke();
    context.fillStyle = palette.css('ink');
    context.fillText(name, node.x, node.y + 0.35 * em);
  }
}

function drawWords(
  surface: Pick<Surface, 'context' | 'palette' | 'em' | 'fonts'>,
  { facts, moreInputs }: NetworkPicture,
  { width, em }: Box,
  geometry: ReturnType<typeof networkGeometry>,
): void {
  const { context, palette } = surface;
  context.font = fontOf(surface);
  context.fillStyle = palette.css('ink-soft');
  const more = moreWords(facts.neurons / 2 - Math.min(facts.neurons / 2, MOST_NEURONS));
  const words: readonly [string, number, number, CanvasTextAlign][] = [
    [facts.signalNorm === null ? 'input x' : 'patches of x', 0.4 * em, 0.95 * em, 'start'],
    ['neurons', width / 2, 0.95 * em, 'center'],
    ['output f(x)', width - 0.4 * em, 0.95 * em, 'end'],
    [moreWords(moreInputs), 0.4 * em, geometry.moreInputs.y + 0.35 * em, 'start'],
    ...geometry.moreNeurons.map(({ x, y }): [string, number, number, CanvasTextAlign] => [
      more,
      x,
      y + 0.35 * em,
      'center',
    ]),
  ];
  for (const [text, x, y, align] of words) {
    context.textAlign = align;
    context.lineWidth = em / 3;
    context.lineJoin = 'round';
    context.strokeStyle = palette.css('card');
    if (text === '') continue;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}
