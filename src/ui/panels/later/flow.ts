export { clockOf } from '../../../charts/data/flow-clock.ts';
export {
  firing,
  slidingHatch,
  SlidingKey,
  slidingInWords,
  slidingPicture,
  slidingTable,
} from './sliding.tsx';
