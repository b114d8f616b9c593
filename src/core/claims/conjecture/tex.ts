import type { Expression, FunctionName, Operator } from './expression.ts';
import { quantityOf } from './quantities.ts';

/** How tightly an operator binds. */
const BINDING: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };
/** As a sum's first term, and looser than a product. */
const MINUS = 1.5;
const ATOM = 5;

const NAMES: Readonly<Record<Exclude<FunctionName, 'sqrt' | 'abs'>, string>> = {
  log: String.raw`\log`,
  exp: String.raw`\exp`,
  min: String.raw`\min`,
  max: String.raw`\max`,
};

/** An expression in TeX, with as few parentheses as it can be read with. */
export const texOf = (expression: Expression): string => written(expression).tex;

interface Written {
  readonly tex: string;
  readonly binding: number;
}

function written(expression: Expression): Written {
  switch (expression.kind) {
    case 'number':
      return { tex: numberTex(expression.value), binding: expression.value < 0 ? MINUS : ATOM };
    case 'quantity':
      return { tex: quantityOf(expression.key).tex, binding: ATOM };
    case 'minus':
      return { tex: `-${within(expression.of, BINDING['*'])}`, binding: MINUS };
    case 'call':
      return { tex: callTex(expression.of, expression.arguments), binding: ATOM };
    case 'binary':
      return binaryTex(expression.operator, expression.left, expression.right);
  }
}

function binaryTex(operator: Operator, left: Expression, right: Expression): Written {
  const binding = BINDING[operator];
  switch (operator) {
    case '/':
      return { tex: String.raw`\frac{${texOf(left)}}{${texOf(right)}}`, binding: ATOM - 1 };
    case '^':
      return { tex: `{${within(left, ATOM)}}^{${texOf(right)}}`, binding };
    case '*':
      return { tex: String.raw`${within(left, binding)}\,${within(right, binding)}`, binding };
    default:
      return { tex: `${within(left, binding)}${operator}${within(right, binding + 1)}`, binding };
  }
}

function callTex(name: FunctionName, values: readonly Expression[]): string {
  const inside = values.map(texOf).join(',\\,');
  if (name === 'sqrt') return String.raw`\sqrt{${inside}}`;
  if (name === 'abs') return String.raw`\left|${inside}\right|`;
  return String.raw`${NAMES[name]}\left(${inside}\right)`;
}

/** In parentheses where it binds less tightly than what is around it. */
function within(expression: Expression, binding: number): string {
  const inner = written(expression);
  return inner.binding < binding ? String.raw`\left(${inner.tex}\right)` : inner.tex;
}

function numberTex(value: number): string {
  const [mantissa, exponent] = String(value).split('e');
  return exponent === undefined ? mantissa! : String.raw`${mantissa}\cdot10^{${Number(exponent)}}`;
}
