import { FREI } from '../../../../src/core/claims/frei/all.ts';
import { describeRoom } from '../room.ts';
import { DOCTORED, HOLDS, MEASURED, PRINTED } from './cases.ts';
import { runOf } from './runs.ts';

describeRoom('F', {
  claims: FREI,
  runOf,
  holds: HOLDS,
  doctored: DOCTORED,
  measured: MEASURED,
  printed: PRINTED,
});
