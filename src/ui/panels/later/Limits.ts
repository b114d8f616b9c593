/** The cards of the limit come together: who looks at one scrolls past the other. */
export { LimitPanel } from './Limit.tsx';
export { LimitPointsPanel } from './LimitPoints.tsx';
