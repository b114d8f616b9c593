import { checkSpec, type Checked } from './check.ts';
import { describeLoss, readDecimal } from './decimal.ts';
import type { LinkNotes } from './link-notes.ts';
import type { SettingSpec } from './spec.ts';
import { labelOf, shorten, shortNumber, type Value } from './words.ts';

const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** A value as links write it; the text of its spec reads back to the same value. */
export function textOf(value: Value): string {
  if (typeof value === 'number') return shortNumber(value);
  return typeof value === 'boolean' ? (value ? '1' : '0') : value;
}

/** Reads a value of a link; what is lost of a number's digits is noted. */
export function readValue(spec: SettingSpec, text: string, notes: LinkNotes): Checked<Value> {
  switch (spec.kind) {
    case 'real':
    case 'integer':
      return readNumber(spec, text, notes);
    case 'flag':
      return checkSpec(spec, text === '1' ? true : text === '0' ? false : text);
    case 'choice':
    case 'text':
      return checkSpec(spec, text);
  }
}

function readNumber(spec: SettingSpec, text: string, notes: LinkNotes): Checked<Value> {
  if (!NUMBER.test(text)) {
    return { ok: false, message: `${labelOf(spec)} = “${shorten(text)}” is not a number` };
  }
  const decimal = readDecimal(text);
  const loss = describeLoss(decimal);
  if (loss !== null) return { ok: false, message: `${labelOf(spec)} = ${shorten(text)} ${loss}` };
  const checked = checkSpec(spec, decimal.value);
  if (checked.ok && decimal.lost === 'digits') {
    const read = shortNumber(decimal.value);
    notes.add(
      spec.key,
      text,
      `${labelOf(spec)} = ${shorten(text)} has more digits than are kept; ${read} is used`,
    );
  }
  return checked;
}
