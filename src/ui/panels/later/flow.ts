export { clockOf } from '../../../charts/data/flow-clock.ts';
export { firing, SlidingKey, slidingInWords, slidingPicture } from './sliding.tsx';
