/** ln 2 = LN2_HIGH + LN2_LOW; LN2_HIGH has 33 bits, so that k·LN2_HIGH is exact for |k| < 2^20 (fdlibm). */
export const LN2_HIGH = 0.6931471803691238;
export const LN2_LOW = 1.9082149292705877e-10;

/** 1 / ln 2. */
export const INVERSE_LN2 = 1.4426950408889634;
