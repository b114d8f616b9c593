import { checkSpec, type Checked } from './check.ts';
import { describeLoss, readDecimal, type Decimal } from './decimal.ts';
import { multipleOfTf, omegaTf } from './omega-tf.ts';
import type { Settings } from './schema.ts';
import type { NumberSpec } from './spec.ts';
import { labelOf, shorten } from './words.ts';

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** 10^-3, 2·10^-3, -10^(3). */
const POWER_OF_TEN = /^(?:([+-]?(?:\d+\.?\d*|\.\d+))[·×*])?([+-]?)10\^\(?([+-]?\d{1,3})\)?$/;
/** 1,000 or 1 000 with any kind of space. */
const GROUPED = /^[+-]?\d{1,3}([,\s]\d{3})+(\.\d*)?$/;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LONGEST = 60;
/** The key of σ₀. */
const SCALED_BY_TF = 's0';

/**
 * A number as people type it: 0.001, 1e-3, 1/28, 10^-3, 2·10⁻³, 1,000; checked against the spec.
 * The initialisation scale also in multiples of F's ω_TF, to four digits: 0.02 tf.
 * The message names what was typed, or the value and the range.
 * @param settings in which it will stand: ω_TF depends on them
 */
export function parseTyped(
  spec: NumberSpec,
  text: string,
  settings: Pick<Settings, 'm' | 'd' | 'data'> | null = null,
): Checked<number> {
  const multiple = spec.key === SCALED_BY_TF && settings !== null ? multipleOfTf(text) : null;
  const unit = multiple === null || settings === null ? 1 : omegaTf(settings);
  if (unit === null) {
    const message = `${labelOf(spec)} = “${shorten(text.trim())}” needs the dimension d, which is the file’s; write the number itself`;
    return { ok: false, message };
  }
  const read = text.length > LONGEST ? null : readNumber(multiple ?? text);
  const value = multiple !== null && typeof read === 'number' ? Number((read * unit).toPrecision(4)) : read;
  if (value === null) {
    const examples = spec.kind === 'integer' ? '1000, 1,000 or 1e3' : '0.001, 1e-3, 1/28 or 10^-3';
    return {
      ok: false,
      message: `${labelOf(spec)} = “${shorten(text.trim())}” is not a number; write it as ${examples}`,
    };
  }
  if (typeof value === 'string') {
    return { ok: false, message: `${labelOf(spec)} = ${shorten(text.trim())} ${value}` };
  }
  const checked = checkSpec(spec, value);
  // checkSpec of a NumberSpec yields a number.
  return checked.ok ? { ok: true, value: Number(checked.value) } : checked;
}

/** The number, null where it is none, or what is wrong with it in words. */
function readNumber(text: string): number | string | null {
  const ascii = text
    .trim()
    .replaceAll('−', '-')
    .replace(/[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => `^${Array.from(power, asciiOf).join('')}`);
  const parts = ascii.split('/').map(readPart);
  const [numerator = null, denominator] = parts;
  if (parts.length > 2 || numerator === null || denominator === null) return null;
  for (const part of [numerator, denominator]) {
    const loss = part === undefined ? null : describeLoss(part);
    if (loss !== null) return loss;
  }
  return denominator === undefined ? numerator.value : numerator.value / denominator.value;
}

function asciiOf(superscript: string): string {
  if (superscript === '⁻') return '-';
  return superscript === '⁺' ? '+' : String(SUPERSCRIPTS.indexOf(superscript));
}

function readPart(text: string): Decimal | null {
  const trimmed = text.trim();
  if (DECIMAL.test(trimmed)) return readDecimal(trimmed);
  if (GROUPED.test(trimmed)) return readDecimal(trimmed.replace(/[,\s]/g, ''));
  const power = POWER_OF_TEN.exec(trimmed.replace(/\s/g, ''));
  if (power === null) return null;
  // Written out with an e, so that 2·10^-3 is the same double as 0.002.
  const { value, lost } = readDecimal(`${power[1] ?? 1}e${power[3]}`);
  return { value: Number(`${power[2]}1`) * value, lost };
}
