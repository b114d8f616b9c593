import { describe, expect, it } from 'vitest';
import { claimLine, measuredClaims } from '../../../bin/check-claims.ts';
import { checkPreset, openShipped } from '../../../bin/check-presets.ts';
import { PRESETS, settingsOf, studyOf } from '../../../src/settings/presets.ts';
import type { Preset } from '../../../src/settings/presets.ts';
import { claimsOf } from '../../../src/settings/presets/claimed/index.ts';
import { epoch, measured, named, setting, type Measured } from '../../../src/settings/presets/claims.ts';
import { started } from '../../../src/settings/presets/figures-frei.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { pointsOf } from '../../../src/settings/study/study.ts';
import { switchOffEpoch } from '../../../src/settings/switch-off.ts';

const entries = PRESETS.map((preset) => [preset.id, preset] as const);

type Smaller = Pick<Preset, 'settings' | 'axes'> & { readonly claimed: readonly Measured[] };

/** Every neuron takes the same steps η/m as in the whole figure. */
const ORTHOGONAL = { m: 200, eta: 0.002 } as const;

/**
 * Presets of several seconds of one processor each, in a size that the gate can afford; `npm run check:presets` computes
 * them as the page has them, `npm run check:figures` as the papers do, and docs/figures.md has the numbers.
 */
const SMALLER: Readonly<Record<string, Smaller>> = {
  'figure-kou-5': {
    settings: { ...ORTHOGONAL, gamma: 0 },
    axes: [axis('gamma', [0, 1])],
    claimed: [
      measured('meanStableRank', 'end', 1.9, { where: { gamma: 0 }, within: 0.15 }),
      measured('meanStableRank', 'end', 1.003, { where: { gamma: 1 }, within: 0.0015 }),
    ],
  },
  'figure-frei-1-right': {
    settings: {},
    axes: [axis('sigma0', [started(0.01).sigma0, started(1).sigma0, started(100).sigma0])],
    claimed: [
      measured('relativeStableRank', 3, 0.0039, { where: started(0.01), within: 0.0006 }),
      measured('relativeStableRank', 3, 1, { where: started(1), within: 0.01 }),
      measured('relativeStableRank', 3, 1, { where: started(100), within: 0.0005 }),
    ],
  },
  'figure-frei-5': {
    settings: {},
    axes: [axis('sigma0', [started(1 / 50).sigma0, started(1).sigma0])],
    claimed: [
      measured('stableRankAll', 10, 342, { where: started(1), within: 5 }),
      measured('stableRankAll', 10, 9.6, { where: started(1 / 50), within: 1 }),
      measured('trainError', 10, 0, { where: started(1) }),
      measured('trainError', 10, 0, { where: started(1 / 50) }),
    ],
  },
};
/** Its points are those of the presets of each σ_p, which are computed. */
const OF_OTHERS = { 'figure-meng': ['meng-0.1', 'meng-0.5', 'meng-1', 'meng-1.5'] };

/** Of seconds each, and of a kind with another that is computed here; `npm run check:presets` computes them all. */
const ONLY_IN_FULL: Readonly<Record<string, string>> = {
  'kou-5-relu': 'figure-kou-5',
  'kou-5-leaky': 'figure-kou-5',
  'frei-1': 'figure-frei-3',
  'frei-5-default': 'figure-frei-5',
  'frei-5-small': 'figure-frei-5',
  'meng-printed': 'meng-0.5',
  'figure-kou-4': 'kou-4-relu',
  'figure-frei-1-left': 'figure-frei-1-right',
};

/** What is claimed of each run is claimed of the first two. */
function withFewRuns(preset: Preset): Preset {
  if (measuredClaims(preset).some(({ over }) => over === 'mean')) return preset;
  return { ...preset, settings: { ...preset.settings, runs: Math.min(2, settingsOf(preset).runs) } };
}

const smaller = Object.entries(SMALLER);
const computable = entries.filter(
  ([id, { settings }]) =>
    settings.data !== 'dataset' && !(id in SMALLER) && !(id in OF_OTHERS) && !(id in ONLY_IN_FULL),
);
const onShipped = entries.filter(([, { settings }]) => settings.file !== undefined);
const onFiles = entries.filter(
  ([, { settings }]) => settings.data === 'dataset' && settings.file === undefined,
);

describe('the sentence of a preset', () => {
  it.each(computable)(
    '%s has no number that its own recording does not show',
    (_, preset) => {
      const wrong = checkPreset(withFewRuns(preset)).filter(({ holds }) => !holds);
      expect(wrong.map(claimLine)).toEqual([]);
    },
    300_000,
  );

  it.each(onShipped)(
    '%s measures what its sentence says, on the data that come with the page',
    async (_, preset) => {
      const dataset = (await openShipped()).get(preset.settings.file!);
      const lines = checkPreset(preset, dataset ?? null).filter(({ holds }) => !holds);
      expect(lines.map(claimLine)).toEqual([]);
    },
  );

  it.skip.each(onFiles)(
    '%s NOT CHECKED HERE, its file is not in the repository: npm run check:presets images.gz labels.gz',
    () => undefined,
  );

  it.each(Object.entries(ONLY_IN_FULL))('%s is computed in full alone, of its kind here %s', (id, other) => {
    const computed = [...computable, ...smaller].map(([one]) => one);
    expect(computed).not.toContain(id);
    expect(computed).toContain(other);
    expect(PRESETS.map((one) => one.id)).toContain(id);
  });

  it.each(Object.entries(OF_OTHERS))('%s has the points of %s, whose numbers are computed', (id, others) => {
    const settings = (of: string): readonly string[] =>
      pointsOf(studyOf(PRESETS.find((one) => one.id === of)!)).map((point) => JSON.stringify(point.settings));
    expect(new Set(settings(id))).toEqual(new Set(others.flatMap(settings)));
  });

  it.each(smaller)('%s shows the same in a smaller size', (id, { settings, ...rest }) => {
    const preset = PRESETS.find((one) => one.id === id)!;
    const checked = checkPreset({
      ...preset,
      ...rest,
      settings: { ...preset.settings, runs: 1, ...settings },
    });
    expect(checked.filter(({ holds }) => !holds).map(claimLine)).toEqual([]);
  });

  it.each(entries)('%s has no digit that is not accounted for', (id, { summary, question }) => {
    let rest = summary;
    for (const { shown } of claimsOf(id)) {
      expect(rest).toContain(shown);
      const before = rest.slice(0, rest.indexOf(shown));
      expect(before, `before ${shown}`).not.toMatch(/\d/);
      rest = rest.slice(before.length + shown.length);
    }
    expect(rest).not.toMatch(/\d/);
    expect(question).not.toMatch(/\d/);
  });

  it.each(entries)('%s names the values of its settings and the epochs of its numbers', (_, preset) => {
    const settings = settingsOf(preset);
    const epochs = [
      settings.epochs,
      switchOffEpoch(settings),
      ...measuredClaims(preset).map(({ at }) => (at === 'end' ? settings.epochs : at)),
    ];
    for (const claim of claimsOf(preset.id)) {
      if (claim.kind === 'setting') expect(settings[claim.name]).toBe(claim.value);
      if (claim.kind === 'epoch') expect(epochs).toContain(claim.epoch);
    }
  });

  it.each(entries)('%s claims something that can be measured', (_, preset) => {
    expect(measuredClaims(preset).length).toBeGreaterThan(0);
  });

  it('that claims too much is found out', () => {
    const first = PRESETS[0]!;
    const claimed = [
      measured('meanStableRank', 'end', 1.005),
      measured('trainError', 0, 0, { over: 'each' }),
      // Never recorded.
      measured('meanStableRank', 10_000, 1),
    ];
    const checked = checkPreset({ ...first, claimed });
    expect(checked.map(({ holds }) => holds)).toEqual([false, false, false]);
  });
});

describe('a claim', () => {
  it('is shown as its sentence has it, and a number is right to its last digit', () => {
    const claims = [
      measured('loss', 0, 0.69),
      measured('loss', 'end', 0.055, { percent: true }),
      named('Theorem 4.1'),
      epoch(1_000),
      setting('d', 10_000),
    ];
    expect(claims.map(({ shown }) => shown)).toEqual(['0.69', '5.5 %', 'Theorem 4.1', '1,000', '10,000']);
    expect(claims.map(({ kind }) => kind)).toEqual(['measured', 'measured', 'name', 'epoch', 'setting']);
    expect(claims[0]).toMatchObject({ within: 0.005 });
    expect(claims[1]).toMatchObject({ within: 0.0005 });
    expect(measured('loss', 0, 55).within).toBe(0.5);
    expect(measured('loss', 0, 1.2e-5).within).toBe(5e-7);
    expect(measured('loss', 0, 0).within).toBe(0);
  });
});
