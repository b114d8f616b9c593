import { expect, it } from 'vitest';
import { mainThreadTasks, pageOf } from '../../bench/streaming.ts';

it('of a trace only the tasks of the page’s main thread count, in milliseconds', () => {
  const task = (pid: number, tid: number, dur: number, tdur: number) => ({
    name: 'ThreadControllerImpl::RunTask',
    ph: 'X',
    pid,
    tid,
    dur,
    tdur,
    args: {},
  });
  const address = 'http://localhost/#v=1';
  const events = [
    { ...task(1, 1, 0, 0), name: 'watched', ph: 'I' },
    { ...task(3, 1, 0, 0), name: 'navigationStart', args: { data: { documentLoaderURL: address } } },
    task(1, 1, 60_000, 20_000),
    task(1, 2, 90_000, 90_000),
    // That of Chromium’s new tab is called the same.
    task(2, 1, 70_000, 70_000),
    { ...task(1, 1, 50_000, 5_000), name: 'Paint' },
    task(1, 1, 1_500, 1_000),
    task(3, 1, 3_000, 2_000),
  ];
  expect(mainThreadTasks(events, pageOf(events))).toEqual({ wall: [60, 1.5], cpu: [20, 1] });
  expect(mainThreadTasks(events, pageOf(events, address))).toEqual({ wall: [3], cpu: [2] });
  expect(() => pageOf(events, 'http://localhost/#v=2')).toThrow('the trace has no page');
});
