import { describe, expect, it } from 'vitest';
import { CLAIMS } from '../../src/core/claims/all.ts';
import { watching } from '../../src/core/claims/watch.ts';
import type { Experiment } from '../../src/core/experiment.ts';
import { Probing } from '../../src/core/probe/probing.ts';
import { PROBES } from '../../src/core/probe/quantities.ts';
import { train } from '../../src/core/run.ts';
import { untilStill } from '../../src/core/probe/still/until-still.ts';
import type { ProbeReport, SliceReport, TheoryReport, TurnReport } from '../../src/protocol/theory.ts';
import { toExperiments } from '../../src/settings/experiment.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { TheoryService } from '../../workers/theory-service.ts';

const [FIRST, SECOND] = toExperiments({ ...DEFAULTS, n: 4, m: 5, d: 20, epochs: 40, runs: 2 }) as [
  Experiment,
  Experiment,
];
const orders = [FIRST, SECOND].map((experiment, k) => ({ key: `run ${k}`, experiment }));

/** A clock that moves on by `tick` each time it is read. */
function serve(tick: number): TheoryService {
  let time = 0;
  return new TheoryService({
    train,
    now: () => (time += tick),
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

/** What the command line judges of a run. */
function judged(experiment: Experiment): unknown {
  const { recorder, watched } = watching({ epoch: () => undefined, snapshot: () => undefined }, CLAIMS);
  const run = train(experiment, recorder, new Map());
  while (run.next().done !== true);
  return watched()!
    .judge()
    .map(({ verdict, assumptions }) => ({ verdict, assumptions }));
}

describe('the watching of claims for the page', () => {
  it('gives what the command line gives, of each run, whatever the slices', async () => {
    for (const tick of [0.01, 5]) {
      const reports: TheoryReport[] = [];
      await serve(tick).watch(orders, '', (report) => void reports.push(report));
      const ends = reports.filter(({ end }) => end !== null);
      expect(ends.map(({ key, epoch }) => [key, epoch])).toEqual([
        ['run 0', 40],
        ['run 1', 40],
      ]);
      expect(ends.map((report) => report.judged)).toEqual([judged(FIRST), judged(SECOND)]);
    }
  });

  it('projects a run onto a slice, all of it whatever the slices of time; of singular directions in a second pass', async () => {
    for (const [pair, tick] of [
      ['v.u', 0.01],
      ['x1.x2', 5],
      ['s1.s2', 5],
    ] as const) {
      const reports: SliceReport[] = [];
      await serve(tick).slice(orders[1]!, pair, (report) => void reports.push(report));
      const last = reports.at(-1)!;
      expect([last.key, last.end, last.share]).toEqual(['run 1', { kind: 'whole' }, 1]);
      expect(last.frame!.names.join('.')).toBe(pair);
      expect(reports.flatMap(({ epochs }) => [...epochs])).toEqual(Array.from({ length: 41 }, (_, t) => t));
      const sizes = reports.map(({ arrows, epochs }) => arrows.length - 2 * 10 * epochs.length);
      expect(Math.max(...sizes.map(Math.abs))).toBe(0);
      const shares = reports.map(({ share }) => share);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
    }
  });

  it('follows a flow until its direction stands still: every stage once and the same end whatever the slices', async () => {
    const [experiment] = toExperiments({ ...DEFAULTS, method: 'flow', d: 100, m: 5, gamma: 0.5, runs: 1 });
    const order = { key: 'flow', experiment: experiment! };
    const work = untilStill(train, experiment!, new Map());
    const stages: unknown[] = [];
    let step = work.next();
    for (; step.done !== true; step = work.next()) if (step.value !== undefined) stages.push(step.value);
    for (const tick of [0.01, 5]) {
      const reports: TurnReport[] = [];
      await serve(tick).follow(order, (report) => void reports.push(report));
      expect(reports.flatMap((report) => report.stages)).toEqual(stages);
      expect(reports.at(-1)!.end).toEqual({ kind: 'followed', stillness: step.value });
    }
    const service = serve(5);
    const left: TurnReport[] = [];
    const following = service.follow(order, (report) => void left.push(report));
    service.stopFollowing();
    await following;
    expect(left).toEqual([]);
  });

  it('says why a flow cannot be followed', async () => {
    const reports: TurnReport[] = [];
    await serve(5).follow(orders[0]!, (report) => void reports.push(report));
    expect(reports.map(({ end }) => end)).toEqual([
      { kind: 'failed', message: 'the method is gradient-descent, not gradient flow' },
    ]);
  });

  it('says why there is no slice, and leaves one that nobody wants', async () => {
    const reports: SliceReport[] = [];
    await serve(5).slice(orders[0]!, 'x9.x1', (report) => void reports.push(report));
    expect(reports.map(({ end }) => end)).toEqual([
      { kind: 'failed', message: 'sample 9 is above n = 4; choose another' },
    ]);
    const service = serve(5);
    const left: SliceReport[] = [];
    const slicing = service.slice(orders[0]!, '', (report) => void left.push(report));
    service.stopSlicing();
    await slicing;
    expect(left).toEqual([]);
  });

  it('measures probes beside what is watched, whatever the slices, until others are asked for', async () => {
    const probing = new Probing(PROBES);
    const run = train(SECOND, probing.recorder, new Map());
    while (run.next().done !== true);
    for (const tick of [0.01, 5]) {
      const reports: ProbeReport[] = [];
      const service = serve(tick);
      const watched = service.watch(orders, '', () => undefined);
      await service.measure(orders, PROBES, (report) => void reports.push(report));
      await watched;
      const whole = reports.filter(({ end }) => end?.kind === 'whole');
      expect(whole.map(({ key, epoch }) => [key, epoch])).toEqual([
        ['run 0', 40],
        ['run 1', 40],
      ]);
      expect(whole[1]!.columns).toEqual(PROBES.map((name) => [name, probing.column(name)]));
    }
    const service = serve(5);
    const reports: ProbeReport[] = [];
    const stopped = service.measure(orders, PROBES, (report) => void reports.push(report));
    service.stopMeasuring();
    await stopped;
    expect(reports.filter(({ end }) => end !== null)).toEqual([]);
  });

  it('keeps the comparisons of each claim for charts', async () => {
    const service = serve(0.01);
    await service.watch(orders, '', () => undefined);
    const trace = service.trace('run 1', 'kou-rho-signs')!;
    expect(trace.epochs[0]).toBe(1);
    expect(trace.slacks.length).toBe(trace.epochs.length);
    expect(service.trace('run 1', 'no-such-claim')).toBeNull();
    expect(service.trace('run 7', 'kou-rho-signs')).toBeNull();
  });

  it('keeps what the fits of asymptotic claims are made of, once a run is whole', async () => {
    const service = serve(5);
    const before: unknown[] = [];
    await service.watch(orders.slice(0, 1), '', ({ key, end }) => {
      if (end === null) before.push(service.fit(key, 'kou-loss-rate'));
    });
    expect(before.every((fit) => fit === null)).toBe(true);
    const { law, seen, fitted, printed } = service.fit('run 0', 'kou-loss-rate')!;
    expect(law).toBe('slope');
    expect(seen.epochs.at(-1)).toBe(40);
    expect(printed.epochs).toEqual(seen.epochs);
    // The paper's 1/t goes through the last point; the fit is over the last decade of epochs.
    expect(printed.values.at(-1)).toBeCloseTo(seen.values.at(-1)!, 12);
    expect(printed.values[0]! - printed.values.at(-1)!).toBeCloseTo(Math.log(40 / seen.epochs[0]!), 9);
    expect(fitted.epochs[0]).toBeGreaterThanOrEqual(4);
    expect(service.fit('run 0', 'kou-rho-signs')).toBeNull();
    expect(service.fit('run 7', 'kou-loss-rate')).toBeNull();
  });

  it('tells of the curves of the claims at the end of a run, and of none before', async () => {
    const reports: TheoryReport[] = [];
    await serve(5).watch(orders.slice(0, 1), '', (report) => void reports.push(report));
    const before = reports.filter(({ end }) => end === null);
    expect(before.every(({ curves }) => curves.length === 0)).toBe(true);
    expect(reports.at(-1)!.curves.map(({ claim }) => claim)).toContain('kou-loss-rate');
  });

  it('ends what is under way when others are asked for, and when it is told to', async () => {
    const service = serve(5);
    const reports: TheoryReport[] = [];
    const take = (report: TheoryReport): void => void reports.push(report);
    const old = service.watch(orders, '', take);
    const next = service.watch(orders.slice(1), '', take);
    await Promise.all([old, next]);
    expect(new Set(reports.map(({ key }) => key))).toEqual(new Set(['run 1']));
    reports.length = 0;
    const stopped = service.watch(orders, '', take);
    service.stop();
    await stopped;
    expect(reports.filter(({ end }) => end !== null)).toEqual([]);
  });

  it('says why a run cannot be watched, and goes on with the next', async () => {
    const reports: TheoryReport[] = [];
    const missing: Experiment = {
      ...FIRST,
      data: { kind: 'dataset', id: 'gone', n: 4, positive: [1], negative: [0], normalisation: 'none' },
    };
    await serve(1).watch(
      [{ key: 'gone', experiment: missing }, orders[0]!],
      '',
      (report) => void reports.push(report),
    );
    expect(reports[0]!.end).toMatchObject({ kind: 'failed' });
    expect(reports.at(-1)).toMatchObject({ key: 'run 0', end: { kind: 'whole' } });
  });

  it('tells all claims as plain data, which may cross threads', () => {
    const texts = serve(1).texts();
    expect(structuredClone(texts)).toEqual(texts);
    expect(texts.map(({ id }) => id)).toEqual(CLAIMS.map(({ id }) => id));
  });
});
