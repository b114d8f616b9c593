import { MENG } from '../../../../src/core/claims/meng/all.ts';
import { describeRoom } from '../room.ts';
import { DOCTORED, HOLDS, MEASURED, PRINTED } from './cases.ts';
import { runOf } from './runs.ts';

describeRoom('M', {
  claims: MENG,
  runOf,
  holds: HOLDS,
  doctored: DOCTORED,
  measured: MEASURED,
  printed: PRINTED,
});
