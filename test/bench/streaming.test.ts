import { expect, it } from 'vitest';
import { mainThreadTasks } from '../../bench/streaming.ts';

it('of a trace only the tasks of the page’s main thread count, in milliseconds', () => {
  const name = (tid: number, name: string) => ({ name: 'thread_name', ph: 'M', pid: 1, tid, args: { name } });
  const task = (tid: number, dur: number, tdur: number) => ({
    name: 'ThreadControllerImpl::RunTask',
    ph: 'X',
    pid: 1,
    tid,
    dur,
    tdur,
    args: {},
  });
  const events = [
    name(1, 'CrRendererMain'),
    name(2, 'DedicatedWorker thread'),
    task(1, 60_000, 20_000),
    task(2, 90_000, 90_000),
    { ...task(1, 50_000, 5_000), name: 'Paint' },
    task(1, 1_500, 1_000),
  ];
  expect(mainThreadTasks(events)).toEqual({ wall: [60, 1.5], cpu: [20, 1] });
});
