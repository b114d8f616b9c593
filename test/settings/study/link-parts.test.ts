import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../../src/settings/link.ts';
import { MODES } from '../../../src/settings/modes.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { pinName } from '../../../src/settings/study/link-parts.ts';
import { singleStudy, type Study } from '../../../src/settings/study/study.ts';
import { DEFAULT_VIEW } from '../../../src/settings/view.ts';
import { arbitraryStudy } from '../arbitrary.ts';

const link = (study: Study): string => encodeLink({ study, view: DEFAULT_VIEW });
const read = (hash: string): Study => decodeLink(hash).study;
const messages = (hash: string): readonly string[] => decodeLink(hash).notes.map(({ message }) => message);

describe('a study in a link', () => {
  it('comes back as itself, and is written in one way only', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const written = link(study);
        const { study: again, notes } = decodeLink(written);
        expect(notes).toEqual([]);
        expect(again).toEqual(study);
        expect(link(again)).toBe(written);
      }),
    );
  });

  it('has an axis as its key and values, and a pin as its name and what differs', () => {
    const study: Study = {
      base: { ...DEFAULTS, gamma: 0.5 },
      axes: [
        axis('gamma', [0, 0.5]),
        { ...axis('sigma0', [1e-5, 0.001]), along: [{ setting: 'eta', values: [0.5, 0.1] }] },
      ],
      pins: [
        { name: 'two words', settings: { ...DEFAULTS, gamma: 0.5, sigma0: 1e-4 } },
        { name: '', settings: { ...DEFAULTS, gamma: 0.5 } },
      ],
    };
    expect(link(study)).toBe(
      'v=1&g=0.5&ax=g~0~0.5&ay=s0*eta~1e-5*0.5~0.001*0.1&p1=~two!20words&p1.s0=1e-4&p2=',
    );
    expect(read(link(study))).toEqual(study);
  });

  it('is all modes side by side in older links, the chosen one in front', () => {
    expect(decodeLink('v=1&reg=fgr&cmp=1')).toMatchObject({
      study: { base: { ...DEFAULTS, regularizer: 'fgr' }, axes: [axis('regularizer', MODES)], pins: [] },
      notes: [],
    });
    expect(read('v=1&cmp=1')).toEqual(read('v=1&ax=reg~none~pegr~fgr'));
    expect(decodeLink('v=1&cmp=0')).toMatchObject({ study: singleStudy(DEFAULTS), notes: [] });
    expect(messages('v=1&cmp=yes')).toEqual(['“cmp” is not a setting of this page']);
  });

  it('brings the first value to the front where what is in front has none of them', () => {
    expect(read('v=1&g=0.3&ax=g~0.5~0.9').base.gamma).toBe(0.5);
    expect(read('v=1&g=0.9&ax=g~0.5~0.9').base.gamma).toBe(0.9);
  });

  it('gives pins what differs from the settings as they are written, not from those brought to the front', () => {
    expect(read('v=1&g=0.3&ax=g~0.5~0.9&p1=&p1.m=7').pins[0]!.settings).toEqual({
      ...DEFAULTS,
      gamma: 0.3,
      m: 7,
    });
  });

  it('reads a pin’s name that is written by hand', () => {
    expect(read('v=1&p1=small').pins[0]!.name).toBe('small');
    expect(read('v=1&p3.g=0.5').pins).toEqual([{ name: '', settings: { ...DEFAULTS, gamma: 0.5 } }]);
  });

  it('keeps two axes at most: the compared modes and the first', () => {
    const { axes } = read('v=1&cmp=1&ax=g~0~1&ay=n~5~10');
    expect(axes.map(({ setting }) => setting)).toEqual(['regularizer', 'gamma']);
  });
});

describe('junk in a study’s part of a link', () => {
  it.each([
    ['ax=', '“” is not a setting of this page; nothing is varied by it'],
    ['ax=zz~1~2', '“zz” is not a setting of this page; nothing is varied by it'],
    ['ax=g', 'leak γ has 0 values; give 1 to 64; nothing is varied by it'],
    ['ax=g~0~x', 'leak γ = “x” is not a number; nothing is varied by it'],
    ['ax=g~0~2', 'leak γ = 2 is above 1; nothing is varied by it'],
    ['ay=g~0~0', 'leak γ = 0 is given twice; give each value once; nothing is varied by it'],
    ['ax=runs~1~2', '“runs” cannot be varied; nothing is varied by it'],
    ['ax=g*eta~0*0.1~1', '“1” has 1 values for 2 settings; nothing is varied by it'],
    ['ax=g*g~0*0', 'leak γ is varied twice; each setting may be varied once; nothing is varied by it'],
    [`ax=seed~${Array.from({ length: 65 }, (_, k) => k).join('~')}`, /has 65 values; give 1 to 64;/],
    ['p1.zz=3', '“p1.zz” is not a setting of a pin'],
    ['p1.g=2', 'leak γ = 2 is above 1; the pin has what is in front'],
    ['p7=seven', '“p7” is not a setting of this page'],
    ['p1x=1', '“p1x” is not a setting of this page'],
  ])('is noted and dropped: %s', (part, message) => {
    const { study, notes } = decodeLink(`v=1&n=20&${part}`);
    expect(notes.map((note) => note.message)).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
    expect(study.base).toEqual({ ...DEFAULTS, n: 20 });
    expect(study.axes).toEqual([]);
    for (const { settings } of study.pins) expect(settings).toEqual(study.base);
  });

  it('leaves the other axis and the other pins as they were meant', () => {
    const { study, notes } = decodeLink('v=1&ax=g~0~1&ay=g~0~0.5&p1=a&p1.g=5&p2=b&p2.g=0.5');
    expect(study.axes).toEqual([axis('gamma', [0, 1])]);
    expect(study.pins.map(({ name, settings }) => [name, settings.gamma])).toEqual([
      ['a', 0.1],
      ['b', 0.5],
    ]);
    expect(notes.map(({ key }) => key)).toEqual(['ay', 'p1.g']);
  });

  it('never makes the reading fail, and what was read can be written and read again', () => {
    const head = fc.constantFrom('g', 'eta', 'reg', 'runs', 'seed*g', '__proto__', '', 'g*g', 'data');
    const row = fc.oneof(
      fc.constantFrom('0', '0.5', 'fgr', '1*0.2', 'NaN', '*'),
      fc.string({ maxLength: 5 }),
    );
    const value = fc
      .tuple(head, fc.array(row, { maxLength: 4 }))
      .map(([key, rows]) => encodeURIComponent([key, ...rows].join('~')));
    const key = fc.constantFrom('ax', 'ay', 'cmp', 'p1', 'p2', 'p1.g', 'p6.reg', 'p1.', 'p1.ax', 'p0');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 8 }), (pairs) => {
        const { study } = decodeLink(`v=1&${pairs.map((pair) => pair.join('=')).join('&')}`);
        expect(decodeLink(link(study))).toMatchObject({ study, notes: [] });
      }),
    );
  });
});

describe('the name of a pin', () => {
  it('is on one line, of at most 60 characters, without what is not seen', () => {
    expect(pinName('  a \n b\u202e ')).toBe('a b\\u202e');
    expect(pinName('😀'.repeat(99))).toBe('😀'.repeat(60));
  });

  it('that is kept stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150, size: 'max' }), (text) => {
        expect(pinName(pinName(text))).toBe(pinName(text));
      }),
    );
    expect(pinName(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
  });
});
