/**
 * How long the worker is deaf: the longest pieces of work between two yields, in set-up and in training, of settings that
 * are as large as the page allows. `npx tsx bench/slices.ts [link …]`
 */
import type { Dataset } from '../src/core/experiment.ts';
import type { Recorder } from '../src/core/observe/recorder.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { plannedRuns } from '../src/settings/study/plan.ts';
import { decodeLink } from '../src/settings/link.ts';
import { createKernelSource } from '../workers/kernels/source.ts';

/** As large a file of images as is trained on. */
const IMAGES: Dataset = {
  id: '0123456789abcdef',
  name: 'images',
  count: 20_000,
  dim: 784,
  values: Uint8Array.from({ length: 20_000 * 784 }, (_, k) => ((k * 7_919) % 1_021) % 256),
  labels: Int32Array.from({ length: 20_000 }, (_, i) => i % 10),
};

const LINKS = [
  'v=1&test=10000&m=1000&T=3',
  'v=1&n=2000&d=10000&test=5000&T=2',
  'v=1&data=binary-clusters&n=1000&d=1000&m=500&test=5000&T=3',
  'v=1&data=two-xor&n=500&d=10000&m=500&test=10000&T=3',
  'v=1&data=orthogonal-basis&n=500&d=2000&m=2000&test=2000&T=3',
  'v=1&data=orthogonal-basis&n=2000&d=4000&m=100&test=1000&T=1',
  'v=1&m=10000&d=784&T=1',
  `v=1&data=dataset&file=${IMAGES.id}&pos=0-4&neg=5-9&n=5000&test=10000&m=100&T=1`,
  'v=1&data=signal-noise&n=500&d=5000&m=500&test=5000&T=3&reg=pegr',
];

/** Before the run's facts are told, and after. */
const SET_UP = 'set-up';
const TRAINING = 'training';

const kernels = createKernelSource();
const recorder: Recorder = { epoch: () => undefined, snapshot: () => undefined };

function measure(link: string): void {
  const [first] = plannedRuns(decodeLink(link).study);
  const run = train(first!.experiment, recorder, new Map([[IMAGES.id, IMAGES]]), new DrawMemo(), kernels);
  const longest = { [SET_UP]: [0], [TRAINING]: [0] };
  let phase: typeof SET_UP | typeof TRAINING = SET_UP;
  for (;;) {
    const before = process.cpuUsage();
    const { done, value } = run.next();
    const { user, system } = process.cpuUsage(before);
    longest[phase].push((user + system) / 1_000);
    if (done === true) break;
    if (value !== undefined) phase = TRAINING;
  }
  console.log(link);
  for (const [name, times] of Object.entries(longest)) {
    const top = times.sort((a, b) => b - a).slice(0, 6);
    console.log(
      `  ${name.padEnd(9)} ${times.length - 1} pieces, longest ${top.map((t) => t.toFixed(0)).join(', ')} ms`,
    );
  }
}

const asked = process.argv.slice(2);
for (const link of asked.length > 0 ? asked : LINKS) measure(link);
