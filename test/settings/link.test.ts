import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink, MAX_LINK } from '../../src/settings/link.ts';
import { PRESETS, presetOf } from '../../src/settings/presets.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { singleStudy } from '../../src/settings/study/study.ts';
import { DEFAULT_VIEW, type View } from '../../src/settings/view.ts';
import { arbitraryStudy, arbitraryView } from './arbitrary.ts';

const link = (settings: Partial<Settings>, view: Partial<View> = {}, fingerprint?: string): string =>
  encodeLink({
    study: singleStudy({ ...DEFAULTS, ...settings }),
    view: { ...DEFAULT_VIEW, ...view },
    fingerprint,
  });

const NOTHING = { study: singleStudy(DEFAULTS), view: DEFAULT_VIEW, fingerprint: null };
const messages = (hash: string): readonly string[] => decodeLink(hash).notes.map(({ message }) => message);

describe('encodeLink', () => {
  it('writes the version alone for the defaults: the empty link is the first preset', () => {
    expect(link({})).toBe('v=1');
  });

  it('writes the version, then what differs in the order of the tables, then the fingerprint', () => {
    expect(link({ n: 20, gamma: 0.5 }, { epoch: 137 }, '0123456789abcdef')).toBe(
      'v=1&g=0.5&n=20&at=137&fp=0123456789abcdef',
    );
    expect(link({ sigma0: 1e-5, epochs: 1000, secondLayer: '1/sqrt(2m)', replacement: true })).toBe(
      'v=1&a=1/sqrt(2m)&rep=1&s0=1e-5&T=1000',
    );
    expect(link({}, { timeAxis: 'log', lecture: true, enlarged: 'stable-rank' })).toBe(
      'v=1&tx=log&big=stable-rank&lect=1',
    );
  });

  it('needs no character that a URL’s fragment may not hold', () => {
    fc.assert(
      fc.property(arbitraryStudy, arbitraryView, (study, view) => {
        expect(encodeLink({ study, view })).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*$/);
      }),
    );
  });
});

describe('decodeLink', () => {
  it('reads nothing as the first preset, and a version alone as the defaults', () => {
    for (const hash of ['', '#']) {
      const { study, view, fingerprint, notes } = decodeLink(hash);
      expect(presetOf(study)).toBe(PRESETS[0]);
      expect(view).toEqual({ ...DEFAULT_VIEW, ...PRESETS[0]!.view });
      expect([fingerprint, notes]).toEqual([null, []]);
    }
    expect(decodeLink('v=1')).toEqual({ ...NOTHING, notes: [] });
  });

  it('gives back any study and view, to the last bit', () => {
    fc.assert(
      fc.property(arbitraryStudy, arbitraryView, fc.boolean(), (study, view, hasFingerprint) => {
        const fingerprint = hasFingerprint ? 'fedcba9876543210' : null;
        const hash = encodeLink({ study, view, fingerprint: fingerprint ?? undefined });
        expect(decodeLink(hasFingerprint ? `#${hash}` : hash)).toEqual({
          study,
          view,
          fingerprint,
          notes: [],
        });
      }),
    );
  });

  it('never throws, and gives valid settings whatever it is given', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom(
            'v',
            'g',
            'n',
            'data',
            'rep',
            'pos',
            'at',
            'fp',
            'ax',
            'ay',
            'p1',
            'p2.g',
            '__proto__',
          ),
          fc.string(),
        )
        .map(([key, value]) => `${key}=${value}`),
      fc.constantFrom('n=20', '%', '%ff=1', 'g=0.5', 'n=1e400', 'v=2', '=', 'cmp=1', 'ax=g~0~1', 'ay=n~2~4'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60, size: 'max' }), (pieces) => {
        const { study, view, notes } = decodeLink(pieces.join('&'));
        // What was read can be written and read again without a note.
        const again = decodeLink(encodeLink({ study, view }));
        expect(again).toEqual({ study, view, fingerprint: null, notes: [] });
        expect(notes.length).toBeLessThanOrEqual(21);
        for (const { key, value } of notes) {
          expect(Array.from(key).length).toBeLessThanOrEqual(60);
          expect(Array.from(value).length).toBeLessThanOrEqual(60);
        }
      }),
    );
  });

  it('keeps the readable part and says what it dropped and why', () => {
    const {
      study: { base: settings },
      notes,
    } = decodeLink('v=1&g=2&n=20&foo=<script>&reg=l2&m=1e1');
    expect(settings).toEqual({ ...DEFAULTS, n: 20, m: 10 });
    expect(notes).toEqual([
      { key: 'g', value: '2', message: 'leak γ = 2 is above 1; the default, 0.1, is used' },
      {
        key: 'reg',
        value: 'l2',
        message: 'regularisation R = “l2” is not one of none, pegr, fgr; the default, None, is used',
      },
      { key: 'foo', value: '<script>', message: '“foo” is not a setting of this page' },
    ]);
  });

  it.each([
    ['v=1&n=0x10', 'training points n = “0x10” is not a number; the default, 10, is used'],
    ['v=1&n=', 'training points n = “” is not a number; the default, 10, is used'],
    ['v=1&n=2.5', 'training points n = 2.5 is not a whole number; the default, 10, is used'],
    ['v=1&eta=1e400', 'learning rate η = 1e400 is too large to be a number here; the default, 0.1, is used'],
    ['v=1&g=1e-999', 'leak γ = 1e-999 is too near 0 to be told from it; the default, 0.1, is used'],
    [
      'v=1&n=-1e-400',
      'training points n = -1e-400 is too near 0 to be told from it; the default, 10, is used',
    ],
    ['v=1&eta=Infinity', 'learning rate η = “Infinity” is not a number; the default, 0.1, is used'],
    ['v=1&rep=yes', 'draw with replacement = “yes” is neither yes nor no; the default, no, is used'],
    ['v=1&g=0.5=1', 'leak γ = “0.5=1” is not a number; the default, 0.1, is used'],
    ['v=1&fp=0123', 'fingerprint “0123” is not 16 hexadecimal digits, so nothing is compared'],
    ['v=1&hello', '“hello” could not be read and was dropped'],
    ['v=1&g=%E0%A4%A', '“g=%E0%A4%A” could not be read and was dropped'],
    ['v=1&g=0.5&g=0.6&g=0.7', '“g” is given more than once; the default is used'],
    ['v=1&__proto__=1', '“__proto__” is not a setting of this page'],
    ['v=one', 'version “one” is not a whole number from 1; it was read as 1'],
    ['v=0', 'version “0” is not a whole number from 1; it was read as 1'],
  ])('drops what is wrong in %s', (hash, message) => {
    expect(messages(hash)).toEqual([message]);
    expect(decodeLink(hash)).toMatchObject(NOTHING);
  });

  it('says when a number has more digits than are kept', () => {
    const {
      study: { base: settings },
      notes,
    } = decodeLink('v=1&g=0.123456789012345678');
    expect(settings.gamma).toBe(0.12345678901234568);
    expect(notes.map(({ message }) => message)).toEqual([
      'leak γ = 0.123456789012345678 has more digits than are kept; 0.12345678901234568 is used',
    ]);
    expect(messages('v=1&g=0.1000000000000000000000&eta=0.10000000000000001')).toEqual([]);
  });

  it('takes no number for 0 that is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 300, max: 999 }), (digits, power) => {
        const {
          study: { base: settings },
          notes,
        } = decodeLink(`v=1&g=${digits}e-${power}`);
        expect(settings.gamma === 0).toBe(false);
        expect(notes.length > 0).toBe(settings.gamma === DEFAULTS.gamma);
      }),
    );
  });

  it('reads a link that names no version, and says so', () => {
    expect(decodeLink('g=0.5').study.base.gamma).toBe(0.5);
    expect(messages('g=0.5')).toEqual(['the link names no version; it was read as version 1']);
  });

  it('reads what it can of a newer version', () => {
    const {
      study: { base: settings },
      notes,
    } = decodeLink('v=2&g=0.5&quantum=1');
    expect(settings.gamma).toBe(0.5);
    expect(notes.map(({ message }) => message)).toEqual([
      'the link is of version 2 and this page reads up to version 1; what could be read was used',
      '“quantum” is not a setting of this page',
    ]);
  });

  it('rewrites an older version step by step', () => {
    const renamed = (from: string, to: string) => (pairs: ReadonlyMap<string, string>) =>
      new Map([...pairs].map(([key, value]) => [key === from ? to : key, value]));
    const steps = [renamed('gam', 'gamma'), renamed('gamma', 'g')];
    for (const hash of ['v=1&gam=0.5', 'v=2&gamma=0.5', 'v=3&g=0.5']) {
      expect(decodeLink(hash, steps)).toMatchObject({ study: { base: { gamma: 0.5 } }, notes: [] });
    }
    expect(decodeLink('v=3&gam=0.5', steps).study.base.gamma).toBe(DEFAULTS.gamma);
  });

  it('reads percent-encoded text as a browser may have written it', () => {
    expect(decodeLink('v=1&a=1%2Fsqrt%282m%29')).toMatchObject({
      study: { base: { secondLayer: '1/sqrt(2m)' } },
      notes: [],
    });
  });

  it('keeps values that only together are a problem, for checkSettings to report', () => {
    expect(decodeLink('v=1&data=orthogonal-basis&n=50&d=40')).toMatchObject({
      study: { base: { n: 50, d: 40 } },
      notes: [],
    });
  });

  it(`reads only the first ${MAX_LINK} characters, and no pair that this cuts in two`, () => {
    const start = 'v=1&g=0.5&';
    const {
      study: { base: settings },
      notes,
    } = decodeLink(`${start}${'&'.repeat(MAX_LINK - start.length - 4)}n=200&m=7`);
    expect(settings).toEqual({ ...DEFAULTS, gamma: 0.5 });
    expect(notes.map(({ message }) => message)).toEqual([
      'the link has 16,005 characters; only the first 16,000 were read',
    ]);
    expect(decodeLink('n'.repeat(1_000_000)).notes).toHaveLength(1);
  });

  it('reads a pair that ends exactly where the cut is', () => {
    const hash = `v=1&${'&'.repeat(MAX_LINK - 9)}n=200&m=7`;
    expect(hash.indexOf('&m=7')).toBe(MAX_LINK);
    expect(decodeLink(hash).study.base).toEqual({ ...DEFAULTS, n: 200 });
  });

  it('lists at most twenty notes and counts the others', () => {
    const junk = Array.from({ length: 500 }, (_, k) => `x${k}=1`).join('&');
    const { notes } = decodeLink(`v=1&${junk}`);
    expect(notes).toHaveLength(21);
    expect(notes[20]?.message).toBe('and 480 more like these');
  });
});
