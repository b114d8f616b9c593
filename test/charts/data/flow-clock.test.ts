import { afterEach, describe, expect, it } from 'vitest';
import { clockOf, logTimeInWords } from '../../../src/charts/data/flow-clock.ts';
import { formatValue } from '../../../src/charts/data/format.ts';
import { inTime, momentInWords } from '../../../src/charts/data/moment.ts';
import { timeSummary, timeTable } from '../../../src/charts/data/words.ts';
import { timeScale } from '../../../src/charts/scales/scales.ts';
import { flowGrid } from '../../../src/core/method/flow/grid.ts';
import { CLAIMS } from '../../../src/core/claims/all.ts';
import { QUANTITY_KEYS, quantityOf } from '../../../src/core/claims/conjecture/quantities.ts';
import type { ScalarName } from '../../../src/core/observe/quantities.ts';
import { MOMENT_HELP } from '../../../src/settings/help.ts';
import { longRunProblem } from '../../../src/settings/long-run.ts';
import { QUANTITY_NAMES } from '../../../src/settings/outcomes.ts';
import { DEFAULTS, specIn, type Settings } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import type { Study } from '../../../src/settings/study/study.ts';
import { useClock } from '../../../src/state/clock.ts';
import { labelOf } from '../../../src/settings/words.ts';
import { KEYS } from '../../../src/ui/keys/keys.ts';
import { FORMULAS } from '../../../src/ui/panels/formulas.ts';
import { lastFlipPart } from '../../../src/ui/panels/later/flips.ts';
import { lossContent } from '../../../src/ui/panels/loss.tsx';
import { epochAt, toFraction } from '../../../src/ui/player/playback.ts';
import { syntheticRecording } from '../synthetic.ts';

const study = (settings: Partial<Settings>, axes: Study['axes'] = []): Study => ({
  base: { ...DEFAULTS, ...settings },
  axes,
  pins: [],
});
const FLOW = { method: 'flow', logTime: 10_000, epochs: 200 } as const;
const clock = clockOf(study(FLOW))!;

afterEach(() => useClock.setState({ clock: null }));

describe('the clock of a study', () => {
  it('is none where nothing is by gradient flow', () => {
    expect(clockOf(study({}))).toBeNull();
  });

  it('tells log t of the recorded points, and −∞ of the start', () => {
    const grid = flowGrid({ kind: 'flow', logTime: 10_000, tolerance: 1e-9 }, 200);
    expect(clock.logTime!(57)).toBe(grid[57]);
    expect([clock.tell(0), clock.tell(200)]).toEqual(['log t = −∞', 'log t = 10,000']);
    expect([logTimeInWords(3456.2), logTimeInWords(12.345)]).toEqual(['3,456', '12.35']);
  });

  it('says what the axis is where flow and gradient descent are side by side, or flows of several lengths', () => {
    const mixed = clockOf(study(FLOW, [axis('method', ['gradient-descent', 'flow'])]))!;
    expect([mixed.axis, mixed.tell(7), mixed.logTime]).toEqual([
      'epoch; of the flow, recorded point',
      'epoch or recorded point 7',
      null,
    ]);
    const lengths = clockOf(study(FLOW, [axis('logTime', [10, 100])]))!;
    expect([lengths.axis, lengths.spacing]).toEqual(['number of the recorded point', undefined]);
  });
});

describe.each(['linear', 'log'] as const)('a %s axis of a flow', (kind) => {
  const { spacing } = clock;

  it('places points in their order from end to end, and finds them again', () => {
    const places = Array.from({ length: 201 }, (_, k) => spacing!.place(k, kind));
    expect([places[0], places[200]]).toEqual([0, 1]);
    for (let k = 1; k <= 200; k++) {
      expect(places[k]!).toBeGreaterThan(places[k - 1]!);
      expect(spacing!.point(places[k]!, kind)).toBeCloseTo(k, 6);
    }
  });

  it('has ticks at round values of log t, as far apart as their labels need', () => {
    const { ticks } = timeScale(kind, 200, 600, 60, spacing);
    expect(ticks[0]!.label).toBe('−∞');
    expect(ticks.length).toBeGreaterThan(4);
    expect(ticks.length).toBeLessThan(14);
    for (const [k, { position, label }] of ticks.entries()) {
      expect(label).toMatch(/^(−∞|−?[1-9][\d,]*|0)$/);
      if (k > 1) expect(position - ticks[k - 1]!.position).toBeGreaterThan(30);
    }
  });

  it('is also that of the player', () => {
    useClock.setState({ clock });
    expect(toFraction(120, 200, kind)).toBe(spacing!.place(120, kind));
    for (const k of [0, 1, 120, 200]) expect(epochAt(toFraction(k, 200, kind), 200, kind)).toBe(k);
  });
});

it('a linear axis is even in log t', () => {
  const place = (k: number): number => clock.spacing!.place(k, 'linear');
  const slope = (a: number, b: number): number =>
    (place(b) - place(a)) / (clock.logTime!(b) - clock.logTime!(a));
  expect(slope(20, 90)).toBeCloseTo(slope(150, 180), 12);
});

it('words and tables of charts tell log t in place of epochs', () => {
  useClock.setState({ clock: clockOf(study({ ...FLOW, epochs: 50 })) });
  const content = lossContent([syntheticRecording({ epochs: 50 })]);
  expect(timeSummary('Training loss', content)).toMatch(/ at log t = −∞ to .* at log t = 10,000\.$/);
  const table = timeTable(content);
  expect([table.columns[0], table.row(0)[0], table.row(50)[0]]).toEqual(['log t', '−∞', '10,000']);
  expect(momentInWords(50)).toBe('log t = 10,000');
});

describe('texts about epochs', () => {
  const said = (text: string): string => {
    useClock.setState({ clock });
    return inTime(text);
  };

  it('stay as they are where there are epochs', () => {
    expect(inTime('One epoch back')).toBe('One epoch back');
  });

  it('are about recorded points of a flow, and tell log t of one that is named', () => {
    expect(said('One epoch back')).toBe('One recorded point back');
    expect(said('An epoch of all epochs, a recorded epoch')).toBe(
      'A recorded point of all recorded points, a recorded point',
    );
    expect(said('violated at epoch 200: 3 > 2')).toBe('violated at log t = 10,000: 3 > 2');
    expect(said('over epochs 0 to 200')).toBe('over log t = −∞ to log t = 10,000');
    expect(said('Epoch')).toBe('Recorded point');
    expect(said('at epoch 0; at epochs 1, 2, 4')).toBe('at t = 0; at recorded points 1, 2, 4');
  });

  it('name both where flow and gradient descent are side by side', () => {
    const both = clockOf(study(FLOW, [axis('method', ['gradient-descent', 'flow'])]))!;
    expect(both.words('an epoch, epoch 12')).toBe('an epoch or recorded point, epoch or recorded point 12');
  });

  it('have no epoch left in anything that the page says of claims, charts, keys and outcomes', () => {
    const texts = [
      ...CLAIMS.flatMap(({ statement, why, measured }) => [statement, why, measured]),
      ...Object.values(FORMULAS).map(({ explanation }) => explanation),
      ...KEYS.map(({ what }) => what),
      ...Object.values(MOMENT_HELP),
      ...Object.values(QUANTITY_NAMES),
      ...QUANTITY_KEYS.map((key) => quantityOf(key).what),
    ];
    expect(texts.filter((text) => /epoch/i.test(text)).length).toBeGreaterThan(100);
    expect(texts.map(said).filter((text) => /epoch/i.test(text) || /undefined|NaN/.test(text))).toEqual([]);
  });
});

it('the last flip of a flow is log t, and nothing while there was none', () => {
  const run = syntheticRecording({ epochs: 3 });
  const last = Float64Array.of(0, 0, 2, 2);
  const flow = { ...run, column: (name: ScalarName) => (name === 'lastFlip' ? last : run.column(name)) };
  useClock.setState({ clock });
  const { series, valueLabel } = lastFlipPart.content([flow]);
  expect(valueLabel).toBe('log t of the last flip');
  expect([1, 3].map((k) => series[0]!.read(k))).toEqual(['–', formatValue(clock.logTime!(2), 4)]);
});

it('the control of T is named by the method, in its label and in messages', () => {
  const name = (method: Settings['method']): string => labelOf(specIn('epochs', { ...DEFAULTS, method }));
  expect([name('gradient-descent'), name('sgd'), name('flow')]).toEqual([
    'epochs T',
    'epochs T',
    'points recorded T',
  ]);
  const long = { ...DEFAULTS, method: 'flow', epochs: 2_000_000 } as const;
  expect(longRunProblem(long)).toMatch(/^points recorded T = 2,000,000 is above 1,000,000/);
});

it('the loss of a flow is log L, of margins whose loss is too small for a number', () => {
  const run = syntheticRecording({ epochs: 3 });
  const late = { ...run, margins: run.margins.map(() => 10_000) };
  expect(lossContent([late]).valueLabel).toBe('training loss');
  useClock.setState({ clock });
  const { axis: kind, valueLabel, series } = lossContent([late]);
  expect([kind, valueLabel, series[0]!.read(3)]).toEqual(['linear', 'log L', '−10,000']);
});
