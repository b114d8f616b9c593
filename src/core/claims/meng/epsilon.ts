/** ε of M's theorems: the loss at which training counts as done. */
export const EPSILON = 0.05;
