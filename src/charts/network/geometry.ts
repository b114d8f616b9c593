import type { Box } from '../scales/geometry.ts';
import { drawnNeurons, type NetworkPicture } from './picture.ts';

/** A circle of the drawing; pixels of its box. */
export interface Node {
  readonly x: number;
  readonly y: number;
}

export interface NeuronNode extends Node {
  readonly row: number;
  readonly sign: 1 | -1;
}

/** Where everything of a network stands. */
export interface NetworkGeometry {
  readonly inputs: readonly Node[];
  readonly neurons: readonly NeuronNode[];
  readonly output: Node;
  readonly radius: number;
  /** Under the inputs, and under each class: where it is said how many more there are. */
  readonly moreInputs: Node;
  readonly moreNeurons: readonly [Node, Node];
}

/** Names of the columns, above and below. */
const HEAD = 1.7;
const FOOT = 0.3;
/** Height of a line of words after a class. */
const WORDS = 1.5;

/** @param hovered the neuron under the pointer, which is drawn whatever its number */
export function networkGeometry(picture: NetworkPicture, box: Box, hovered: number | null): NetworkGeometry {
  const { width, height, em } = box;
  const [top, bottom] = [HEAD * em, height - FOOT * em];
  const [left, middle, right] = [2.2 * em, 0.5 * width, width - 2.6 * em];
  const [positive, negative] = drawnNeurons(picture, hovered);
  // A line of words has its room after each class.
  const room = (bottom - top) / 2;
  const step = (room - WORDS * em) / positive.length;
  const neurons = [...positive, ...negative].map((row, k): NeuronNode => {
    const isPositive = k < positive.length;
    const place = isPositive ? k : k - positive.length;
    return {
      ...{ row, sign: isPositive ? 1 : -1, x: middle },
      y: top + (isPositive ? 0 : room) + step * (place + 0.5),
    };
  });
  const inputPlaces = picture.inputs.length + (picture.moreInputs > 0 ? 1 : 0);
  const inputStep = Math.min(3 * em, (bottom - top) / inputPlaces);
  const centre = (top + bottom) / 2;
  const inputAt = (k: number): Node => ({ x: left, y: centre + inputStep * (k - (inputPlaces - 1) / 2) });
  return {
    inputs: picture.inputs.map((_, k) => inputAt(k)),
    neurons,
    output: { x: right, y: centre },
    radius: Math.max(2, Math.min(0.62 * em, 0.4 * step)),
    moreInputs: inputAt(picture.inputs.length),
    moreNeurons: [
      { x: middle, y: top + room - (WORDS / 2) * em },
      { x: middle, y: bottom - (WORDS / 2) * em },
    ],
  };
}

/** The neuron under the pointer: of its whole row of the drawing's middle. */
export function neuronAt({ neurons }: NetworkGeometry, { width }: Box, x: number, y: number): number | null {
  if (neurons.length < 2 || Math.abs(x - width / 2) > width / 4) return null;
  const reach = Math.abs(neurons[1]!.y - neurons[0]!.y) / 2;
  return neurons.find((node) => Math.abs(node.y - y) <= reach)?.row ?? null;
}
