import { expm1 } from '../../special/expm1.ts';
import { log } from '../../special/log.ts';
import { log1p } from '../../special/log1p.ts';
import { exp } from '../../special/exp.ts';
import { log1pExp } from '../../special/log1p-exp.ts';

/** u = log(1 + t) of a time t that is given by its logarithm (−∞: t = 0): the flow's own clock (docs/flow.md). */
export const warpedTime = (logT: number): number => (logT === -Infinity ? 0 : log1pExp(logT));

/** log t of u = log(1 + t); −∞ at u = 0. */
export const logTimeOf = (u: number): number => (u < 1 ? log(expm1(u)) : u + log1p(-exp(-u)));
