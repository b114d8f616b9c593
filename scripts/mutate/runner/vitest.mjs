/**
 * What tests import from Vitest, where they are run by worker.mjs: its own `expect` and spies, and suites that are kept in
 * a list. Timers that are faked it has not: a room whose tests want them is run by Vitest itself (rooms.mjs).
 */
import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { fn, restoreAllMocks, spyOn } from '@vitest/spy';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, {
  ...globalThis[ASYMMETRIC_MATCHERS_OBJECT],
  getState: () => getState(expect),
});
setState({ assertionCalls: 0 }, expect);

export const vi = { fn, spyOn, restoreAllMocks };

const HOOKS = ['beforeAll', 'afterAll', 'beforeEach', 'afterEach'];
const suiteOf = (name, parent) => ({ name, parent, ...Object.fromEntries(HOOKS.map((hook) => [hook, []])) });

let suite = suiteOf('', null);
let tests = [];

const hook = (name) => (callback) => void suite[name].push(callback);
export const [beforeAll, afterAll, beforeEach, afterEach] = HOOKS.map(hook);

/** A title of a table's row: `%s` and the like, `$name` of an object. */
function titleOf(title, row) {
  const values = Array.isArray(row) ? row : [row];
  const wanted = (title.replaceAll('%%', '').match(/%[sdifjoO]/g) ?? []).length;
  const named = title.replaceAll(/\$([\w.]+)/g, (all, path) => {
    const value = path.split('.').reduce((object, key) => object?.[key], values[0]);
    return value === undefined ? all : String(value);
  });
  return format(named, ...values.slice(0, wanted));
}

/** With `each`, `skip` and the like, as Vitest has them. */
function table(declare) {
  const skip = () => undefined;
  return Object.assign(declare, {
    each: (rows) => (title, body, options) => {
      for (const row of rows) {
        declare(
          titleOf(title, row),
          (...more) => body(...(Array.isArray(row) ? row : [row]), ...more),
          options,
        );
      }
    },
    skip,
    skipIf: (isSkipped) => (isSkipped ? skip : declare),
    runIf: (isRun) => (isRun ? declare : skip),
  });
}

export const describe = table((name, body) => {
  const parent = suite;
  suite = suiteOf(name, parent);
  body();
  suite = parent;
});

export const it = table((name, first, second) => {
  const body = typeof first === 'function' ? first : second;
  const names = [name];
  for (let at = suite; at !== null; at = at.parent) names.unshift(at.name);
  tests.push({ name: names.join(' ').trim(), body, suite });
});
export const test = it;

/** The tests that a file declares while it is loaded; of two with the same name the second has a number. */
export async function collect(load) {
  tests = [];
  suite = suiteOf('', null);
  await load();
  const seen = new Map();
  for (const one of tests) {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    if (count > 1) one.name = `${one.name} (${count})`;
  }
  return tests;
}

const begun = new Set();

/** Outermost first. */
const suitesOf = (one) => (one === null ? [] : [...suitesOf(one.parent), one]);

/** Hooks and the test itself. `afterAll` has to wait for the worker's end, which undoes everything. @throws what it throws */
export async function runTest({ body, suite: of }) {
  const suites = suitesOf(of);
  try {
    for (const one of suites) {
      if (begun.has(one)) continue;
      begun.add(one);
      for (const before of one.beforeAll) await before();
    }
    for (const one of suites) for (const before of one.beforeEach) await before();
    await body();
    for (const one of suites.reverse()) for (const after of one.afterEach) await after();
  } finally {
    restoreAllMocks();
  }
}
