import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESETS, studyOf } from '../../../src/settings/presets.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { readStudyJson, studyJson } from '../../../src/settings/study/json.ts';
import type { Study } from '../../../src/settings/study/study.ts';

const study: Study = {
  base: { ...DEFAULTS, gamma: 0.1 },
  axes: [
    { ...axis('gamma', [0, 0.1]), along: [{ setting: 'sigma0', values: [1e-3, 1e-3] }] },
    axis('regularizer', ['none', 'pegr']),
  ],
  pins: [{ name: 'wide', settings: { ...DEFAULTS, gamma: 0.1, m: 400 } }],
};
const changed = (change: (content: Record<string, unknown>) => void): string => {
  const content = JSON.parse(studyJson(study)) as Record<string, unknown>;
  change(content);
  return JSON.stringify(content);
};

describe("a study's file", () => {
  it('is read as what was written, and written the same again', () => {
    const { study: read, notes } = readStudyJson(studyJson(study));
    expect(read).toEqual(study);
    expect(notes).toEqual([]);
    expect(studyJson(read)).toBe(studyJson(study));
  });

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('holds the preset %s', (_, preset) => {
    expect(readStudyJson(studyJson(studyOf(preset))).study).toEqual(studyOf(preset));
  });

  it('keeps what can be read of one with parts that cannot, and says what it dropped', () => {
    const text = changed((content) => {
      content['version'] = 9;
      content['colour'] = 'red';
      content['settings'] = { gamma: 7, n: 20, depth: 3 };
      content['axes'] = [
        { setting: 'gamma', values: [0, 2] },
        5,
        { setting: 'sigma0', values: [1e-5, 1e-3] },
      ];
    });
    const { study: read, notes } = readStudyJson(text);
    expect(read.base).toMatchObject({ gamma: DEFAULTS.gamma, n: 20, sigma0: 1e-3 });
    expect(read.axes.map(({ setting }) => setting)).toEqual(['sigma0']);
    expect(notes.map(({ key }) => key)).toEqual(['version', 'colour', 'gamma', 'depth', 'axes', 'axes']);
  });

  it('puts what is in front on a value of each axis', () => {
    const text = changed((content) => {
      content['settings'] = { gamma: 0.7 };
    });
    expect(readStudyJson(text).study.base.gamma).toBe(0);
  });

  it('is refused when it is something else, whatever it is', () => {
    expect(() => readStudyJson('{"a": 1}')).toThrow('is no study');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => readStudyJson(text)).toThrow(RangeError);
      }),
    );
  });

  it('reads values that cannot be made a text', () => {
    const hostile = { toString: {} };
    const parts = {
      version: hostile,
      settings: { gamma: hostile },
      axes: [{ setting: hostile, values: [] }],
    };
    const text = JSON.stringify({ ...parts, format: 'implicit-bias-lab study' });
    expect(readStudyJson(text).notes.map(({ key }) => key)).toEqual(['version', 'gamma', 'axes']);
  });

  it('never throws once it says what it is', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('settings', 'axes', 'pins', 'version', 'x'), fc.jsonValue()),
        (parts) => {
          const text = JSON.stringify({ ...parts, format: 'implicit-bias-lab study' });
          const { study: read } = readStudyJson(text);
          expect(readStudyJson(studyJson(read)).study).toEqual(read);
        },
      ),
    );
  });
});
