import * as v from 'valibot';
import type { ChoiceSpec, NumberSpec, SettingSpec, TextSpec } from './spec.ts';
import { describeValue, formatNumber, labelOf, shorten, type Value } from './words.ts';

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

type Schema = v.GenericSchema<unknown, Value>;

const schemas = new WeakMap<object, Schema>();

/** The value if the spec allows it, or else a sentence that names the thing, the value and the range. */
export function checkSpec(spec: SettingSpec, value: unknown): Checked<Value> {
  let schema = schemas.get(spec);
  if (schema === undefined) {
    schema = schemaOf(spec);
    schemas.set(spec, schema);
  }
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, message: result.issues[0].message };
}

function schemaOf(spec: SettingSpec): Schema {
  switch (spec.kind) {
    case 'real':
    case 'integer':
      return numberSchema(spec);
    case 'choice':
      return choiceSchema(spec);
    case 'flag':
      return v.boolean((issue) => `${labelOf(spec)} = ${describeValue(issue.input)} is neither yes nor no`);
    case 'text':
      return textSchema(spec);
  }
}

function numberSchema(spec: NumberSpec): Schema {
  const { kind, min, max } = spec;
  const is = (x: unknown): string => `${labelOf(spec)} = ${describeValue(x, kind)} is`;
  const bounds = `from ${formatNumber(min, kind)} to ${formatNumber(max, kind)}`;
  const real = v.pipe(
    v.number((issue) => `${is(issue.input)} not a number ${bounds}`),
    v.finite((issue) => `${is(issue.input)} not a number ${bounds}`),
    v.minValue(min, (issue) => `${is(issue.input)} below ${formatNumber(min, kind)}`),
    v.maxValue(max, (issue) => `${is(issue.input)} above ${formatNumber(max, kind)}`),
    // −0 + 0 = 0: one zero, so that equal settings have equal links.
    v.transform((x) => x + 0),
  );
  return kind === 'real'
    ? real
    : v.pipe(
        real,
        v.integer((issue) => `${is(issue.input)} not a whole number`),
      );
}

function choiceSchema(spec: ChoiceSpec): Schema {
  const values = spec.options.map((option) => option.value);
  return v.picklist(
    values,
    (issue) => `${labelOf(spec)} = ${describeValue(issue.input)} is not one of ${values.join(', ')}`,
  );
}

function textSchema(spec: TextSpec): Schema {
  const isNot = (text: string): string => `${labelOf(spec)} = “${shorten(text)}” is not ${spec.form}`;
  return v.pipe(
    v.string((issue) => `${labelOf(spec)} = ${describeValue(issue.input)} is not a text: ${spec.form}`),
    v.maxLength(
      spec.maxLength,
      (issue) => `${labelOf(spec)} = “${shorten(issue.input)}” is longer than ${spec.maxLength} characters`,
    ),
    v.regex(spec.pattern, (issue) => isNot(issue.input)),
  );
}
