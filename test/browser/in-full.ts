/** Whether all is wanted (`npm run check:browser`); the gate has a part of what is dear, so that it stays under 15 minutes. */
export const IN_FULL = process.env['IN_FULL'] !== undefined;

/** Of a test that does more in full than in the gate. */
export const PARTLY = { tag: '@partly' };
