/** δ of the statements that hold with probability 1 − δ over the initialisation. */
export const DELTA = 0.01;
