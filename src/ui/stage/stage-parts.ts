/** The stage and what is docked under it; loaded as one. */
export { Dock } from '../dock/Dock.tsx';
export { Stage } from './Stage.tsx';
