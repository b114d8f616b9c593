import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../src/core/claims/conjecture/expression.ts';
import { QUANTITY_KEYS } from '../../../src/core/claims/conjecture/quantities.ts';
import { texOf } from '../../../src/core/claims/conjecture/tex.ts';
import { linkable, parseConjecture } from '../../../src/settings/conjecture/parse.ts';
import { VIEW } from '../../../src/settings/view.ts';

function conjectureOf(text: string) {
  const parsed = parseConjecture(text);
  if (!parsed.ok) throw new Error(`${parsed.at}: ${parsed.message}`);
  return parsed.conjecture;
}

const value = (text: string, t = 3): number =>
  valueOf(conjectureOf(`${text} <= 0`).left, (key) => (key === 't' ? t : NaN));

describe('a conjecture', () => {
  it.each([
    ['-t^2', -9],
    ['(-t)^2', 9],
    ['2^-t^2', 2 ** -9],
    ['2^3^2', 512],
    ['1 - 2 - 3', -4],
    ['12/2/3', 2],
    ['1 + 2*t', 7],
    ['-2*-t', 6],
    ['1e-3*t', 0.003],
    ['max(1, t, 2)', 3],
    ['abs(-t) − 1', 2],
    ['sqrt(t + 1)·2', 4],
  ])('is read with the precedence of mathematics: %s', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  it.each(['log(t - 3)', 'sqrt(1 - t)', '(-t)^0.5', '0/(t - 3)'])(
    'has no value where there is none: %s',
    (text) => {
      expect(value(text)).toBeNaN();
    },
  );

  it('knows each quantity by its name, and other ways of writing it', () => {
    for (const key of QUANTITY_KEYS) {
      expect(conjectureOf(`${key} >= 1`).left, key).toEqual({ kind: 'quantity', key });
    }
    const same = (a: string, b: string): void =>
      expect(conjectureOf(`${a} = 1`)).toEqual(conjectureOf(`${b} = 1`));
    same('SR( W₊ )', 'SR(W+)');
    same('SR(W₋)', 'SR(W-)');
    same('ER( W₊ )', 'ER(W+)');
    same('ER(W₋)', 'ER(W-)');
    same('ER ( W )', 'ER(W)');
    same('margin', 'normMargin');
    same('lambdaMax', 'sharpness');
    same('min(q)', 'min q');
    same('‖W‖', 'normF');
    same('γ', 'gamma');
    expect(conjectureOf('L < 1').relation).toBe('≤');
    expect(conjectureOf('L ≥ 1').relation).toBe('≥');
  });

  it.each([
    ['', 0, /nothing is typed/],
    ['L <=', 4, /missing at the end/],
    ['L', 1, /compares two sides/],
    ['L <= 1 <= 2', 7, /one comparison/],
    ['foo <= 1', 0, /“foo” is not a quantity/],
    ['1 + bar <= 1', 4, /“bar” is not a quantity/],
    ['L <= log', 5, /write log\(…\)/],
    ['L <= log(1, 2)', 5, /log takes 1 number, not 2/],
    ['L <= sin(t)', 5, /no function/],
    ['2 L <= 1', 8, /write \* between/],
    [`L <= ${'1+'.repeat(120)}1`, 200, /at most 200/],
    [`L <= ${'1+'.repeat(95)}1`, 196, /more than 100/],
  ])('that cannot be read says why and where: %s', (text, at, message) => {
    const parsed = parseConjecture(text);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringMatching(message) as string });
    expect(Math.abs((parsed as { at: number }).at - at)).toBeLessThanOrEqual(1);
  });

  it.each([
    'this.x <= 1',
    'constructor <= 1',
    '__proto__ <= 1',
    'L.constructor <= 1',
    'L[0] <= 1',
    '"a" <= 1',
    'hasOwnProperty(1) <= 1',
    'toString() <= 1',
    'log.call(1) <= 1',
    'L <= 1; alert(1)',
    '[1] <= 1',
    'a ? b : c',
    '1e999 <= L',
  ])('is arithmetic only: %s is refused', (text) => {
    expect(parseConjecture(text).ok).toBe(false);
  });

  it('of any text is read or refused, with a place in the text, and never throws', () => {
    const pieces = fc.constantFrom(
      'L',
      't',
      'min q',
      'SR(W+)',
      '(',
      ')',
      '<=',
      '=',
      '-',
      '^',
      '/',
      ',',
      '.',
      '1e3',
      ' ',
      'log',
      '[',
      '"',
      '‖W‖',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60, size: 'max' }),
      fc.array(pieces, { maxLength: 30, size: 'max' }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseConjecture(text);
        if (parsed.ok) texOf(parsed.conjecture.left);
        else expect(parsed.at).toBeLessThanOrEqual(Math.max(200, text.length));
      }),
    );
  });

  it('that can be read can be in a link', () => {
    for (const text of [
      'SR(W+) - 1 <= 2/log(t)',
      'min q / normF >= γ^2·σ₀',
      '‖W‖ ≤ 3 − R_min',
      'SR(W₋) = 1',
    ]) {
      expect(parseConjecture(text).ok).toBe(true);
      const link = linkable(text);
      expect(VIEW.conjecture.pattern.test(link), link).toBe(true);
      expect(parseConjecture(link)).toEqual(parseConjecture(text));
    }
  });
});

describe('a conjecture in TeX', () => {
  it.each([
    ['2*(t - 1)', String.raw`2\,\left(t-1\right)`],
    ['1 - (t - 2)', String.raw`1-\left(t-2\right)`],
    ['(1 - t) - 2', '1-t-2'],
    ['2*-t', String.raw`2\,\left(-t\right)`],
    ['-(t*2)', String.raw`-t\,2`],
    ['min q / normF', String.raw`\frac{\min_i q_i}{\|W\|_F}`],
    ['1e-7', String.raw`1\cdot10^{-7}`],
  ])('%s has the parentheses that it needs', (text, tex) => {
    expect(texOf(conjectureOf(`${text} <= 0`).left)).toBe(tex);
  });
});
