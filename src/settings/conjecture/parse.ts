import jsep from 'jsep';
import type { Conjecture } from '../../core/claims/conjecture/claim.ts';
import {
  FUNCTIONS,
  type Expression,
  type FunctionName,
  type Operator,
} from '../../core/claims/conjecture/expression.ts';
import { QUANTITY_KEYS, type QuantityKey } from '../../core/claims/conjecture/quantities.ts';
import type { Relation } from '../../core/claims/slacks.ts';

/** A conjecture, or why it cannot be read and where: a place in the text, from 0. */
export type Parsed =
  | { readonly ok: true; readonly conjecture: Conjecture }
  | { readonly ok: false; readonly message: string; readonly at: number };

/** So many characters, and so many numbers, names and operators. */
export const MOST_CHARACTERS = 200;
const MOST_PARTS = 100;

const RELATIONS: Readonly<Record<string, Relation>> = {
  '<=': '≤',
  '≤': '≤',
  '<': '≤',
  '>=': '≥',
  '≥': '≥',
  '>': '≥',
  '=': '=',
  '==': '=',
  '≡': '=',
};
const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '*': '*',
  '·': '*',
  '/': '/',
  '^': '^',
};

const SIGNS = ['-', '−', '+'];

// The grammar is this file's alone: the library is told all of its operators once.
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const relation of Object.keys(RELATIONS)) jsep.addBinaryOp(relation, 1);
for (const [sign, binding] of Object.entries({ '+': 2, '-': 2, '−': 2, '*': 3, '·': 3, '/': 3 })) {
  jsep.addBinaryOp(sign, binding);
}
jsep.addBinaryOp('^', 4, true);

// −t² is −(t²), as everywhere in mathematics; the library's own signs bind tighter than powers.
jsep.hooks.add('gobble-token', function (found) {
  if (!SIGNS.includes(this.char)) return;
  const operator = this.char;
  this.index++;
  const argument = powersOf(this);
  if (argument === undefined) this.throwError('Expected expression');
  found.node = { type: 'UnaryExpression', operator, argument, prefix: true };
});

const POWER = '^';

/** A token with the powers that follow it. */
function powersOf(parser: jsep.HookScope): jsep.Expression | undefined {
  const base = parser.gobbleToken();
  parser.gobbleSpaces();
  if (base === undefined || parser.char !== POWER) return base;
  parser.index++;
  const exponent = powersOf(parser);
  if (exponent === undefined) parser.throwError('Expected expression');
  return { type: 'BinaryExpression', operator: POWER, left: base, right: exponent };
}

/** A conjecture as links have it: no value of a link holds spaces, < > or =, which mail and chat break. */
export const linkable = (text: string): string =>
  text
    .replace(/<=?/g, '≤')
    .replace(/>=?/g, '≥')
    .replace(/==?/g, '≡')
    .replace(/\b(min|max|mean)\s+q\b/g, '$1(q)')
    .replace(/\s+/g, '');

/** Names that are not identifiers, and other ways of writing them. */
const SPELLINGS: readonly (readonly [RegExp, QuantityKey])[] = [
  [/\bSR\s*\(\s*W\s*[+₊]\s*\)|\bSR\s*\(\s*W₊\s*\)/gu, 'SR(W+)'],
  [/\bSR\s*\(\s*W\s*[-−₋]\s*\)/gu, 'SR(W-)'],
  [/\bSR\s*\(\s*W\s*\)/gu, 'SR(W)'],
  [/\bER\s*\(\s*W\s*[+₊]\s*\)|\bER\s*\(\s*W₊\s*\)/gu, 'ER(W+)'],
  [/\bER\s*\(\s*W\s*[-−₋]\s*\)/gu, 'ER(W-)'],
  [/\bER\s*\(\s*W\s*\)/gu, 'ER(W)'],
  [/\bmin\s+q\b|\bmin\s*\(\s*q\s*\)/gu, 'min q'],
  [/\bmax\s+q\b|\bmax\s*\(\s*q\s*\)/gu, 'max q'],
  [/\bmean\s+q\b|\bmean\s*\(\s*q\s*\)/gu, 'mean q'],
  [/‖\s*W\s*‖/gu, 'normF'],
];

const ALIASES: Readonly<Record<string, QuantityKey>> = {
  γ: 'gamma',
  η: 'eta',
  'σ₀': 'sigma0',
  loss: 'L',
  margin: 'normMargin',
  normalisedMargin: 'normMargin',
  lambdaMax: 'sharpness',
  R_min: 'Rmin',
  R_max: 'Rmax',
};

/** A name stands in for one that is no identifier; it is as long, so that places stay. */
const STAND_IN = '_';

/**
 * Reads a conjecture such as `SR(W+) - 1 <= 2/log(t)`: one relation between two expressions over the quantities that there
 * are. Nothing is executed: what the library reads is taken apart here, and whatever is not arithmetic is refused.
 */
export function parseConjecture(text: string): Parsed {
  if (text.trim() === '') return wrong('nothing is typed: for example SR(W+) - 1 <= 2/log(t)', 0);
  if (text.length > MOST_CHARACTERS) {
    return wrong(`it has ${text.length} characters; at most ${MOST_CHARACTERS} are read`, MOST_CHARACTERS);
  }
  const { plain, names } = spelled(text);
  try {
    return { ok: true, conjecture: new Reader(text, names).conjecture(jsep(plain)) };
  } catch (error) {
    if (error instanceof Unreadable) return wrong(error.message, error.at);
    const { index = 0, description = String(error) } = error as { index?: number; description?: string };
    return wrong(inWords(description, text, index), Math.min(index, text.length));
  }
}

const wrong = (message: string, at: number): Parsed => ({ ok: false, message, at });

const BESIDE = 'two things stand beside each other: write * between them, and one comparison only';

class Unreadable extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** The text with an identifier for each name that is none, as long as the name. */
function spelled(text: string): { readonly plain: string; readonly names: ReadonlyMap<string, QuantityKey> } {
  const names = new Map<string, QuantityKey>();
  let plain = text;
  for (const [k, [pattern, key]] of SPELLINGS.entries()) {
    plain = plain.replace(pattern, (found) => {
      // All of them have at least three characters.
      const standIn = `${STAND_IN}${String.fromCharCode(97 + k)}`.padEnd(found.length, STAND_IN);
      names.set(standIn, key);
      return standIn;
    });
  }
  return { plain, names };
}

/** Takes apart what the library read. */
class Reader {
  private parts = 0;

  constructor(
    private readonly text: string,
    private readonly names: ReadonlyMap<string, QuantityKey>,
  ) {}

  conjecture(root: jsep.Expression): Conjecture {
    if (root.type === 'Compound') throw new Unreadable(BESIDE, this.text.length);
    const relation = isBinary(root) ? RELATIONS[root.operator] : undefined;
    if (!isBinary(root) || relation === undefined) {
      throw new Unreadable(
        'a conjecture compares two sides: write <=, >= or = between them',
        this.text.length,
      );
    }
    return { left: this.expression(root.left), relation, right: this.expression(root.right) };
  }

  private expression(node: jsep.Expression): Expression {
    if (++this.parts > MOST_PARTS) {
      throw new Unreadable(`it has more than ${MOST_PARTS} numbers, names and operators`, this.text.length);
    }
    if (isBinary(node)) return this.binary(node);
    switch (node.type) {
      case 'Literal':
        return this.number(node as jsep.Literal);
      case 'Identifier':
        return { kind: 'quantity', key: this.quantity((node as jsep.Identifier).name) };
      case 'UnaryExpression':
        return this.unary(node as jsep.UnaryExpression);
      case 'CallExpression':
        return this.call(node as jsep.CallExpression);
      case 'Compound':
        throw new Unreadable(BESIDE, this.placeOf(node));
      default:
        throw new Unreadable('only numbers, names, + − * / ^ and functions are read', this.placeOf(node));
    }
  }

  private binary({ operator, left, right }: jsep.BinaryExpression): Expression {
    const known = OPERATORS[operator];
    if (known === undefined) {
      throw new Unreadable(
        `there is one comparison, and this is another: ${operator}`,
        this.text.lastIndexOf(operator),
      );
    }
    return { kind: 'binary', operator: known, left: this.expression(left), right: this.expression(right) };
  }

  private number({ value, raw }: jsep.Literal): Expression {
    if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value };
    throw new Unreadable(`${raw} is not a number that can be used`, Math.max(0, this.text.indexOf(raw)));
  }

  private unary({ operator, argument }: jsep.UnaryExpression): Expression {
    const of = this.expression(argument);
    return operator === '+' ? of : { kind: 'minus', of };
  }

  private call({ callee, arguments: given }: jsep.CallExpression): Expression {
    const name = callee.type === 'Identifier' ? (callee as jsep.Identifier).name : '';
    const at = Math.max(0, this.text.indexOf(name));
    if (!isFunction(name)) {
      throw new Unreadable(`“${name}” is no function; there are ${Object.keys(FUNCTIONS).join(', ')}`, at);
    }
    const { least, most } = FUNCTIONS[name];
    if (given.length < least || given.length > most) {
      const wanted = least === most ? `${least} number` : `${least} to ${most} numbers`;
      throw new Unreadable(`${name} takes ${wanted}, not ${given.length}`, at);
    }
    return { kind: 'call', of: name, arguments: given.map((each) => this.expression(each)) };
  }

  private quantity(name: string): QuantityKey {
    const key = this.names.get(name) ?? (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined);
    if (key !== undefined) return key;
    const known = QUANTITY_KEYS.find((one) => one === name);
    if (known !== undefined) return known;
    const at = Math.max(0, this.text.indexOf(name));
    if (isFunction(name)) throw new Unreadable(`${name} is a function: write ${name}(…)`, at);
    throw new Unreadable(`“${name}” is not a quantity that there is; the list below has them`, at);
  }

  /** Where what can be found of a node stands. */
  private placeOf(node: jsep.Expression): number {
    const name = typeof node['name'] === 'string' ? node['name'] : '';
    return name === '' ? 0 : Math.max(0, this.text.indexOf(name));
  }
}

const isBinary = (node: jsep.Expression): node is jsep.BinaryExpression => node.type === 'BinaryExpression';
const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

/** The library's words in the page's. */
function inWords(description: string, text: string, index: number): string {
  if (index >= text.length) return 'something is missing at the end';
  if (/expected expression/i.test(description))
    return `before “${text.slice(index, index + 8)}” something is missing`;
  return `“${text.slice(index, index + 8)}” cannot be read`;
}
