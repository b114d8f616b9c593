import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lab } from '../../bin/lab.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}.json`, import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-limit-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function limit(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await lab(['limit', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

interface Solved {
  readonly lambda: readonly number[];
  readonly objective: number;
  readonly kkt: Readonly<Record<'stationarity' | 'feasibility' | 'complementarity', number>>;
  readonly held: readonly { readonly neuron: number; readonly sample: number; readonly slope: number }[];
  readonly stable_rank: Readonly<Record<'positive' | 'negative' | 'all', { value: number; excess: number }>>;
}

async function solved(...args: string[]): Promise<Solved> {
  const { code, out, err } = await limit(...args, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as Solved;
}

/** A file in the format of the fixtures, as text. */
async function written(name: string, content: unknown): Promise<string> {
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(content));
  return path;
}

/** Lemma B.8's example, with the method of the flow fixtures: a limit is the same for every method. */
const threePoints = (epsilon: number, more: object = {}) => ({
  model: 'fc',
  method: 'flow',
  activation: 'leaky-relu',
  gamma: 0.5,
  loss: 'logistic',
  second_layer: '1/sqrt',
  regularizer: 'none',
  record_log_t: [1],
  n: 3,
  d: 3,
  m: 2,
  x: [
    [-1, 0, 0],
    [epsilon, Math.sqrt(1 - epsilon * epsilon), 0],
    [0, 0, 1],
  ],
  y: [-1, 1, 1],
  w0: [
    [0.1, 0, 0],
    [0, 0.1, 0],
    [0, 0, 0.1],
    [0.1, 0, 0],
  ],
  ...more,
});

describe('lab limit', () => {
  it.each([0, 1 / 1000, 1 / 72])('gives the λ of F’s Lemma B.8 for ε = %f to 1e−12', async (epsilon) => {
    const path = await written('three-points', threePoints(epsilon));
    const found = await solved(path, '--pattern', 'aligned');
    expect(Object.keys(found)).toEqual(['lambda', 'objective', 'kkt', 'stable_rank', 'held']);
    const one = 8 / (4 * epsilon + 5);
    for (const [i, expected] of [one, one, 8 / 5].entries()) {
      expect(Math.abs(found.lambda[i]! - expected)).toBeLessThan(1e-12);
    }
    expect(found.objective).toBeCloseTo((2 * one + 8 / 5) / 2, 12);
    expect(Object.keys(found.kkt)).toEqual(['stationarity', 'feasibility', 'complementarity']);
    for (const residual of Object.values(found.kkt)) expect(residual).toBeLessThan(1e-12);
    expect(found.stable_rank.positive).toEqual({ value: 1, excess: 0 });
    expect(found.stable_rank.negative).toEqual({ value: 1, excess: 0 });
    expect(found.stable_rank.all.value).toBeCloseTo(1 + found.stable_rank.all.excess, 15);
  });

  it('says in words what F’s theorem says of it', async () => {
    const { code, out } = await limit(await written('words', threePoints(1 / 72)));
    expect(code).toBe(0);
    for (const line of [
      'pattern “aligned”: neuron j fires at sample i exactly where j = y_i',
      'F’s R_min²/(R²np)    24; Theorem 3.2 needs 3/γ³ = 24 or more',
      'F’s bounds of λ      0.5 to 6',
      'support vectors      3 of 3',
      'F’s bound is 1.33333333333',
      'it is a KKT point of the network itself',
    ]) {
      expect(out).toContain(line);
    }
  });

  it('says of ReLU that its own pattern is another one', async () => {
    const { code, out, err } = await limit(fixture('fc-basis-relu'), '--json');
    expect(code).toBe(0);
    expect(err).toContain('--pattern final has the limit of its run');
    expect((JSON.parse(out) as Solved).lambda).toHaveLength(8);
  });

  it('takes the pattern of the end of a run: that of the fixture’s own last epoch', async () => {
    const content = JSON.parse(await readFile(fixture('fc-basis-relu'), 'utf8')) as {
      readonly x: readonly (readonly number[])[];
      readonly y: readonly number[];
      readonly m: number;
      readonly expect: readonly { readonly active: readonly (readonly number[])[] }[];
    };
    const { lambda, stable_rank: rank, kkt } = await solved(fixture('fc-basis-relu'), '--pattern', 'final');
    // Orthogonal but for repeats: Σ λ over a vector's repeats is 1/(a² · how many fire for it in all), a = 1/√(2m) or 1/m.
    const active = content.expect.at(-1)!.active;
    const same = (i: number): number[] =>
      content.x.flatMap((x, k) => (x.join() === content.x[i]!.join() ? [k] : []));
    const scale =
      (content as unknown as { second_layer: string }).second_layer === '1/m'
        ? content.m
        : Math.sqrt(2 * content.m);
    for (const i of lambda.keys()) {
      const firing = active.filter((row) => row[i] === 1).length;
      const sum = same(i).reduce((all, k) => all + lambda[k]!, 0);
      expect(sum, `sample ${i + 1}`).toBeCloseTo((scale * scale) / firing, 9);
    }
    expect(rank.positive.value).toBeGreaterThan(1.2);
    for (const residual of Object.values(kkt)) expect(residual).toBeLessThan(1e-12);
  });

  it('takes the pattern of the end of a flow, after which it is a KKT point', async () => {
    const { code, out, err } = await limit(fixture('flow-leaky'), '--pattern', 'final');
    expect(code, err).toBe(0);
    expect(out).toContain('it is a KKT point of the network itself');
  });

  it('says which pairs the end of a ReLU flow holds on their kink, and by which slopes', async () => {
    const link = '#v=1&n=5&d=40&m=4&by=flow&lt=1000&T=20&runs=1&g=0';
    const { held } = await solved(link, '--pattern', 'final');
    expect(held.length).toBeGreaterThan(3);
    for (const { neuron, sample, slope } of held) {
      expect(neuron >= 0 && neuron < 8 && sample >= 0 && sample < 5).toBe(true);
      expect(slope > 0 && slope < 1, `${slope}`).toBe(true);
    }
    const pairs = held.map(({ neuron, sample }) => `${neuron} ${sample}`);
    expect(new Set(pairs).size).toBe(held.length);
    const { out } = await limit(link, '--pattern', 'final');
    expect(out).toContain(`held on a kink       ${held.length} of 40 pairs (neuron, patch), of `);
    expect(out).toContain('it is a KKT point of the network itself');
    // The aligned pattern holds nothing.
    expect((await solved(link)).held).toEqual([]);
    expect((await limit(link)).out).toContain('held on a kink       no pair (neuron, patch)');
  });

  it('takes the experiment in front of a study, and its first seed, and says so', async () => {
    const link = '#v=1&n=5&d=40&m=4&T=6&runs=2&nt=0&g=0.5&ax=g~0.3~0.5';
    const { code, out, err } = await limit(link, '--json');
    expect(code).toBe(0);
    expect(err).toContain('of the study’s 4 runs, the limit is that of seed 1 of the experiment in front');
    const alone = await limit('#v=1&n=5&d=40&m=4&T=6&runs=1&nt=0&g=0.5', '--json');
    expect(alone.out).toBe(out);
    expect(alone.err).not.toContain('runs');
    // Another pattern, another limit: from large weights six epochs are too few.
    const final = await limit('#v=1&n=5&d=40&m=4&T=6&runs=1&nt=0&g=0.5&s0=1', '--json', '--pattern', 'final');
    expect(final.out).not.toBe(out);
    expect(final.err).toContain('leaves the pattern it was frozen at');
  });

  it.each([
    [
      'a curved activation',
      'activation max(0, z)^q with q = 2',
      () => Promise.resolve([fixture('cnn-none')]),
    ],
    ['a file that is not there', 'there is no such file', () => Promise.resolve(['nowhere.json'])],
    [
      'a pattern that is none',
      'Allowed choices are aligned, final',
      () => Promise.resolve([fixture('fc-relu'), '--pattern', 'x']),
    ],
    [
      'data that no weights separate',
      'infeasible.json: the pattern is infeasible: sample 2 has margin 0',
      async () => [
        await written(
          'infeasible',
          threePoints(0, {
            x: [
              [-1, 0, 0],
              [0, 0, 0],
              [0, 0, 1],
            ],
          }),
        ),
      ],
    ],
    [
      'a label that is none',
      'label y_1 = 2 is not one of −1, 1',
      async () => [await written('label', threePoints(0, { y: [2, 1, 1] }))],
    ],
    [
      'a leak that is none',
      'leak γ = 1.5 is outside 0 to 1',
      async () => [await written('leak', threePoints(0, { gamma: 1.5 }))],
    ],
    [
      'a matrix of another size',
      '"x" is 3×2, and by "n", "d" and "m" it should be 3×3',
      async () => [
        await written(
          'size',
          threePoints(0, {
            x: [
              [1, 0],
              [0, 1],
              [1, 1],
            ],
          }),
        ),
      ],
    ],
    [
      'a run that diverges',
      'there is no pattern at its end; --pattern aligned needs no run',
      async () => {
        const content = JSON.parse(await readFile(fixture('fc-leaky'), 'utf8')) as object;
        return [
          await written('diverges', { ...content, eta: 1e308, epochs: 5, record: [] }),
          '--pattern',
          'final',
        ];
      },
    ],
  ])('says what is wrong with %s, and ends with 1', async (_, words, args) => {
    const { code, err } = await limit(...(await args()));
    expect(err).toContain(words);
    expect(code).toBe(1);
  });
});
