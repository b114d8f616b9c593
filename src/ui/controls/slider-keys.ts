/** Keys that move a slider: direction, and whether by a large step. */
export const SLIDER_KEYS: Readonly<Record<string, readonly [direction: 1 | -1, large: boolean]>> = {
  ArrowUp: [1, false],
  ArrowRight: [1, false],
  ArrowDown: [-1, false],
  ArrowLeft: [-1, false],
  PageUp: [1, true],
  PageDown: [-1, true],
};
