/** The core as a peer of its own: a process that has met one experiment only, as a page's worker mostly has. */
import { createInterface } from 'node:readline';
import { CASES } from './cases.ts';
import { timeRuns, timeTraining, type CoreTiming } from './measure.ts';

console.log('the core');
for await (const line of createInterface({ input: process.stdin })) {
  const { id, seconds } = JSON.parse(line) as { id: string; seconds: number };
  const { experiment } = CASES.find((one) => one.id === id)!;
  const timing: CoreTiming = { ...timeRuns(experiment, seconds), training: timeTraining(experiment) };
  console.log(JSON.stringify(timing));
}
