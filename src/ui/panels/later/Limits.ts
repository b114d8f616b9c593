export { LimitPanel } from './Limit.tsx';
export { LimitPointsPanel } from './LimitPoints.tsx';
