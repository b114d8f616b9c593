import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../src/settings/link.ts';
import { isPrinted, PRESETS, presetOf, printedOf, settingsOf, studyOf } from '../../src/settings/presets.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { checkStudy } from '../../src/settings/study/check.ts';
import { fix, toFront } from '../../src/settings/study/edit.ts';
import { singleStudy } from '../../src/settings/study/study.ts';
import { isRunnable } from '../../src/settings/validate.ts';
import { DEFAULT_VIEW } from '../../src/settings/view.ts';

const preset = (id: string) => {
  const found = PRESETS.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`there is no preset ${id}`);
  return found;
};

describe('presets', () => {
  it.each(PRESETS.map((each) => [each.id, each] as const))('%s can be run', (_, each) => {
    const problems = checkStudy(studyOf(each, '0123456789abcdef'));
    expect(problems).toEqual([]);
    expect(isRunnable(checkStudy(studyOf(each)))).toBe(true);
  });

  it.each(PRESETS.map((each) => [each.id, each] as const))('%s survives its link', (_, each) => {
    const study = studyOf(each);
    const view = { ...DEFAULT_VIEW, ...each.view };
    expect(decodeLink(encodeLink({ study, view }))).toMatchObject({ study, view, notes: [] });
  });

  it('begin with the first experiment, and hold the defaults as Figure 1', () => {
    expect(PRESETS[0]!.id).toBe('first');
    expect(settingsOf(preset('kou-1'))).toEqual(DEFAULTS);
  });

  it('have an id each and are found by their settings', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    for (const each of PRESETS) expect(presetOf(studyOf(each))).toBe(each);
    expect(presetOf(singleStudy({ ...DEFAULTS, gamma: 0.123 }))).toBeNull();
  });

  it('are found whichever file is open', () => {
    const digits = preset('mnist-4-9');
    expect(presetOf(studyOf(digits, '0123456789abcdef'))).toBe(digits);
    expect(settingsOf(preset('kou-4-leaky'), '0123456789abcdef').file).toBe('');
  });

  it('are found whichever of the compared modes is in front', () => {
    const meng = preset('meng-1');
    expect(presetOf(toFront(studyOf(meng), 0, 0))).toBe(meng);
    expect(presetOf(fix(studyOf(meng), 'regularizer'))).toBeNull();
  });

  it('take σ₀ of Frei et al. from ω_TF = √(2/(m + d)), to four digits', () => {
    const omega = (d: number): number => Math.sqrt(2 / (512 + d));
    expect(preset('frei-1').settings.sigma0).toBe(Number((omega(1_000) / 50).toPrecision(4)));
    expect(preset('frei-5-default').settings.sigma0).toBe(Number(omega(10_000).toPrecision(4)));
    expect(preset('frei-5-small').settings.sigma0).toBe(Number((omega(10_000) / 50).toPrecision(4)));
  });

  it('keep the step η/m of each neuron in Kou et al.’s Figure 5', () => {
    const { m, eta } = settingsOf(preset('kou-5-relu'));
    expect(eta / m).toBeCloseTo(0.1 / 10_000, 15);
  });
});

it.each(PRESETS.filter(({ printed }) => printed !== undefined).map((preset) => [preset.id, preset] as const))(
  '%s has the paper’s own size one press away, which is still that preset',
  (_, preset) => {
    const whole = printedOf(preset)!;
    expect(whole.base).toMatchObject(preset.printed!);
    expect(isRunnable(checkStudy(whole))).toBe(true);
    expect([presetOf(whole), isPrinted(whole, preset)]).toEqual([preset, true]);
    expect([presetOf(studyOf(preset)), isPrinted(studyOf(preset), preset)]).toEqual([preset, false]);
  },
);
