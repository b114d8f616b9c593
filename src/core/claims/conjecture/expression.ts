import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import { pow } from '../../special/pow.ts';
import type { QuantityKey } from './quantities.ts';

export type Operator = '+' | '-' | '*' | '/' | '^';

/** An arithmetic expression over the quantities of a run: plain data. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'quantity'; readonly key: QuantityKey }
  | { readonly kind: 'minus'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly of: FunctionName; readonly arguments: readonly Expression[] };

/** A function of a conjecture: of so many arguments, at least and at most. */
interface FunctionRow {
  readonly least: number;
  readonly most: number;
  of(values: readonly number[]): number;
}

const one = (of: (x: number) => number): FunctionRow => ({ least: 1, most: 1, of: ([x]) => of(x!) });

/** What may be called. Where a function is not defined its value is NaN, and nothing is compared. */
export const FUNCTIONS = {
  log: one((x) => (x > 0 ? log(x) : NaN)),
  exp: one(exp),
  sqrt: one((x) => Math.sqrt(x)),
  abs: one((x) => Math.abs(x)),
  min: { least: 2, most: 8, of: (values) => values.reduce((a, b) => Math.min(a, b)) },
  max: { least: 2, most: 8, of: (values) => values.reduce((a, b) => Math.max(a, b)) },
} as const satisfies Record<string, FunctionRow>;

export type FunctionName = keyof typeof FUNCTIONS;

/** The expression's value where the quantities have these; NaN where it has none. */
export function valueOf(expression: Expression, quantity: (key: QuantityKey) => number): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'quantity':
      return quantity(expression.key);
    case 'minus':
      return -valueOf(expression.of, quantity);
    case 'call':
      return FUNCTIONS[expression.of].of(expression.arguments.map((each) => valueOf(each, quantity)));
    case 'binary':
      return combined(
        expression.operator,
        valueOf(expression.left, quantity),
        valueOf(expression.right, quantity),
      );
  }
}

function combined(operator: Operator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '^':
      return power(a, b);
  }
}

/** a to the b; of a base that is not positive only to a whole number. */
function power(base: number, exponent: number): number {
  if (base > 0) return pow(base, exponent);
  if (!Number.isInteger(exponent)) return NaN;
  if (base === 0) return exponent > 0 ? 0 : exponent === 0 ? 1 : NaN;
  return (exponent % 2 === 0 ? 1 : -1) * pow(-base, exponent);
}

/** Every quantity that it reads, each once. */
export function quantitiesOf(expression: Expression): readonly QuantityKey[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'quantity':
      return [expression.key];
    case 'minus':
      return quantitiesOf(expression.of);
    case 'binary':
      return [...new Set([...quantitiesOf(expression.left), ...quantitiesOf(expression.right)])];
    case 'call':
      return [...new Set(expression.arguments.flatMap(quantitiesOf))];
  }
}
