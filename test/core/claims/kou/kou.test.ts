import { KOU } from '../../../../src/core/claims/kou/all.ts';
import { LAB_KOU } from '../../../../src/core/claims/lab/kou.ts';
import { describeRoom } from '../room.ts';
import { DOCTORED, HOLDS, MEASURED, PRINTED } from './cases.ts';
import { runOf } from './runs.ts';

describeRoom('K', {
  claims: [...KOU, ...LAB_KOU],
  runOf,
  holds: HOLDS,
  doctored: DOCTORED,
  measured: MEASURED,
  printed: PRINTED,
});
