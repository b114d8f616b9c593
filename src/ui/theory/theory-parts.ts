export { TheoryLine } from './TheoryLine.tsx';
export { TheoryPanel } from './TheoryPanel.tsx';
export { theoryClient } from './client.ts';
export { measureShown } from './measure-shown.ts';
export { watchPaper } from './watch-paper.ts';
export { watchProbes } from './watch-probes.ts';
export { watchSlices } from './watch-slices.ts';
export { watchTheory } from './watch-theory.ts';
