export { TheoryLine } from './TheoryLine.tsx';
export { TheoryPanel } from './TheoryPanel.tsx';
export { theoryClient } from './client.ts';
export { letChartsDrawTheory } from './drawn.ts';
export { measureProbes, watchProbes } from './watch-probes.ts';
export { projectSlice, watchSlices } from './watch-slices.ts';
export { watchTheory } from './watch-theory.ts';
