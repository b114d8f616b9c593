import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compute } from '../../bin/compute.ts';
import { lab } from '../../bin/lab.ts';
import { PROBES } from '../../src/core/probe/quantities.ts';
import type { ExpectedEpoch } from '../../src/export/expect.ts';
import { decodeLink } from '../../src/settings/link.ts';
import { studyJson } from '../../src/settings/study/json.ts';
import { isClose } from '../golden/golden.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-run-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await lab(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const text = (...path: string[]): Promise<string> => readFile(join(folder, ...path), 'utf8');

const LINK = '#v=1&n=5&d=40&m=4&T=6&runs=2&nt=7&ax=g~0~0.5&p1=wide&p1.m=6';

/** Every number of a tree against the same place of another. */
function expectAllClose(actual: unknown, expected: unknown, at: string): void {
  if (typeof expected === 'number') {
    expect(isClose(actual as number, expected), `${at}: ${String(actual)} against ${expected}`).toBe(true);
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object).sort(), at).toEqual(Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected)) {
      expectAllClose((actual as Readonly<Record<string, unknown>>)[key], value, `${at}.${key}`);
    }
  } else expect(actual, at).toBe(expected);
}

describe('lab run --out', () => {
  it('records what the page’s own fingerprint is of, with threads, and says so', async () => {
    const { study } = decodeLink(LINK);
    const { fingerprint } = compute(study);
    const { code, out } = await command('run', `${LINK}&fp=${fingerprint}`, '--out', join(folder, 'study'));
    expect(out).toContain('6 runs: 6 finished, 0 diverged, 0 failed');
    expect(out).toContain('reproduced');
    expect(code).toBe(0);
    expect(await text('study', 'study.json')).toBe(studyJson(study));
    const [head, ...rows] = (await text('study', 'recording.csv')).trimEnd().split('\n');
    expect(head).toMatch(/^gamma,m,pin,seed,epoch,loss,penalty,/);
    expect(rows).toHaveLength(6 * 7);
    expect(await text('study', 'fingerprints.txt')).toContain(`study ${fingerprint}`);
    const wrong = await command('run', `${LINK}&fp=0123456789abcdef`, '--out', join(folder, 'study'));
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('differs: the link says')]);
  });

  it('computes only what is missing, and what was spoilt, and writes the same bytes', async () => {
    const out = join(folder, 'again');
    await command('run', LINK, '--out', out);
    const before = await Promise.all(
      ['recording.csv', 'recording.parquet', 'fingerprints.txt'].map((name) => readFile(join(out, name))),
    );
    const [gone, spoilt, ...kept] = (await readdir(join(out, 'runs'))).sort();
    await rm(join(out, 'runs', gone!));
    const bytes = await readFile(join(out, 'runs', spoilt!));
    bytes[bytes.length - 5]! ^= 1;
    await writeFile(join(out, 'runs', spoilt!), bytes);
    await writeFile(join(out, 'runs', `${gone}.part-1`), 'half a run');
    const times = await Promise.all(kept.map((name) => stat(join(out, 'runs', name))));
    const { code, err } = await command('run', LINK, '--out', out);
    expect(code).toBe(0);
    expect(err).toContain('4 of 6 runs are there already');
    const after = await Promise.all(
      ['recording.csv', 'recording.parquet', 'fingerprints.txt'].map((name) => readFile(join(out, name))),
    );
    expect(after).toEqual(before);
    const later = await Promise.all(kept.map((name) => stat(join(out, 'runs', name))));
    expect(later.map(({ mtimeMs }) => mtimeMs)).toEqual(times.map(({ mtimeMs }) => mtimeMs));
    expect((await readdir(join(out, 'runs'))).sort()).toEqual([gone, spoilt, ...kept]);
  });

  it('keeps what there is when it is stopped, says so, verifies, and begins the run again', async () => {
    const out = join(folder, 'stopped');
    const link = '#v=1&n=5&d=40&m=8&runs=1&nt=0&g=0.5&T=6';
    let interrupt: () => void = () => undefined;
    let listening = 0;
    const lines: string[] = [];
    const started = lab(
      ['run', link, '--out', out, '--epochs', '1e9'],
      { out: (line) => lines.push(line), err: (line) => lines.push(line) },
      (callback) => {
        listening++;
        interrupt = callback;
        return () => listening--;
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    interrupt();
    expect(await started).toBe(1);
    expect(listening).toBe(0);
    expect(lines.join('\n')).toMatch(
      /1 runs: 0 finished, 0 diverged, 0 failed, 1 stopped\nstopped: .*: at epoch [\d,]+ of 1,000,000,000; the same command begins it again/,
    );
    expect(await text('stopped', 'study.json')).toContain('1000000000');
    const prints = await text('stopped', 'fingerprints.txt');
    const [, rows, epoch] = /^run 1 rows (\d+) .* stopped (\d+)$/m.exec(prints)!;
    expect(prints).not.toMatch(/^study/m);
    const recorded = (await text('stopped', 'recording.csv')).trimEnd().split('\n').slice(1);
    expect(recorded).toHaveLength(Number(rows));
    expect(recorded.at(-1)!.split(',').slice(0, 2)).toEqual(['1', epoch]);
    expect((await readdir(join(out, 'runs'))).map((name) => name.split('.')[1])).toEqual(['stopped']);
    const verified = await command('verify', out);
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining(`1 runs, ${rows} rows`)]);
  });

  it('takes over the runs that a changed study has in common, and no others', async () => {
    const out = join(folder, 'again');
    const { code, err } = await command(
      'run',
      '#v=1&n=5&d=40&m=4&T=6&runs=1&nt=7&ax=g~0.5~0.9',
      '--out',
      out,
    );
    expect(code).toBe(0);
    expect(err).toContain('1 of 2 runs are there already');
    const rows = (await text('again', 'recording.csv')).trimEnd().split('\n').slice(1);
    expect(new Set(rows.map((row) => row.split(',').slice(0, 2).join(' ')))).toEqual(
      new Set(['0.5 1', '0.9 1']),
    );
  });

  it('takes a preset and its own study.json, with other seeds and epochs, and refuses epochs that are varied', async () => {
    const out = join(folder, 'preset');
    const first = await command(
      'run',
      '--preset',
      'kou-1-small',
      '--out',
      out,
      '--runs',
      '1',
      '--epochs',
      '2',
    );
    expect([first.code, first.err]).toEqual([0, expect.any(String)]);
    const again = await command('run', join(out, 'study.json'), '--out', join(folder, 'from-json'));
    expect(again.code).toBe(0);
    expect(await text('from-json', 'recording.csv')).toBe(await text('preset', 'recording.csv'));
    const varied = await command('run', '#v=1&ax=T~5~10', '--out', out, '--epochs', '3');
    expect([varied.code, varied.err]).toEqual([
      1,
      '--epochs: the study varies the epochs; leave the option out',
    ]);
    const unknown = await command('run', '--preset', 'kou-7', '--out', out);
    expect([unknown.code, unknown.err]).toEqual([1, 'there is no preset “kou-7”; lab presets lists them']);
  });

  it('trains on a file, and its study.json asks for the same one', async () => {
    const file = join(folder, 'words.csv');
    const rows = Array.from({ length: 20 }, (_, k) => `${k % 3},${(k % 2) + 0.5},${k % 2 ? 'yes' : 'no'}`);
    await writeFile(file, ['a,b,label', ...rows].join('\n'));
    const link = '#v=1&data=dataset&pos=~yes&neg=~no&norm=standardise&m=2&n=8&runs=2&T=2';
    const here = await command('run', link, file);
    const { code, out } = await command('run', link, file, '--out', join(folder, 'file'));
    expect(code).toBe(0);
    expect(out.slice(out.lastIndexOf('engine'))).toBe(here.out.slice(here.out.lastIndexOf('engine')));
    const without = await command('verify', join(folder, 'file'), '--recompute');
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('this link trains on')]);
    expect((await command('verify', join(folder, 'file'), file, '--recompute')).code).toBe(0);
  });

  it('ends with 0 and says so when a run diverges, and with 1 when one fails, which is computed again', async () => {
    const diverging =
      '#v=1&data=binary-clusters&n=40&d=20&m=20&T=40&eta=1000&loss=exponential&runs=1&eps=0.3';
    const { code, out } = await command('run', diverging, '--out', join(folder, 'diverged'));
    expect(out).toMatch(/1 runs: 0 finished, 1 diverged, 0 failed\ndiverged: .*was not finite at epoch/);
    expect(code).toBe(0);
    const golden = JSON.parse(await readFile(new URL('fc-sgd.json', FIXTURES), 'utf8')) as {
      batches: unknown[];
    };
    const short = join(folder, 'short.json');
    await writeFile(short, JSON.stringify({ ...golden, batches: golden.batches.slice(0, 3) }));
    const failed = await command('run', short, '--out', join(folder, 'failed'));
    expect(failed.out).toContain('failed: fc-sgd: batches are given for fewer epochs than 4');
    expect(failed.code).toBe(1);
    expect(await readdir(join(folder, 'failed', 'runs'))).toEqual([]);
  });
});

describe('an experiment with explicit data', async () => {
  const names = (await readdir(FIXTURES)).filter((name) => name.endsWith('.json'));

  it.each(names)('%s comes out as it expects, to 1e-9', { timeout: 60_000 }, async (name) => {
    const path = new URL(name, FIXTURES);
    const out = join(folder, name);
    const { code, err } = await command('run', path.pathname, '--out', out);
    expect([code, err]).toEqual([0, '1 of 1 runs']);
    const { expect: expected } = JSON.parse(await readFile(path, 'utf8')) as { expect: ExpectedEpoch[] };
    expectAllClose(JSON.parse(await text(name, 'expect.json')), expected, name);
  });

  it('follows a gradient flow of the fixtures and writes what they expect, which it takes no epochs for', async () => {
    const fixture = new URL('flow-relu.json', FIXTURES).pathname;
    expect((await command('run', fixture, '--out', join(folder, 'flow'))).code).toBe(0);
    const found = JSON.parse(await text('flow', 'expect.json')) as readonly Readonly<
      Record<string, unknown>
    >[];
    const { expect: points } = JSON.parse(await readFile(fixture, 'utf8')) as { expect: typeof found };
    expect(found.map(({ log_t, active, sliding }) => ({ log_t, active, sliding }))).toEqual(
      points.map(({ log_t, active, sliding }) => ({ log_t, active, sliding })),
    );
    expect(await command('run', fixture, '--epochs', '3', '--out', join(folder, 'flow'))).toMatchObject({
      code: 1,
      err: '--epochs 3: a gradient flow has no epochs',
    });
  });

  it('is refused with the part that does not fit', async () => {
    const content = JSON.parse(await readFile(new URL('fc-relu.json', FIXTURES), 'utf8')) as object;
    const refused = async (change: object): Promise<string> => {
      const path = join(folder, 'odd.json');
      await writeFile(path, JSON.stringify({ ...content, ...change }));
      const { code, err } = await command('run', path, '--out', join(folder, 'odd'));
      expect(code).toBe(1);
      return err;
    };
    expect(await refused({ n: 7 })).toMatch(/"x" is 6×32, and by "n", "d" and "m" it should be 7×32/);
    expect(await refused({ loss: 'hinge' })).toContain('"loss": ');
    expect(await refused({ method: 'flow' })).toContain('"record_log_t"');
    expect(await refused({ method: 'newton' })).toContain('"method" is “newton”');
    expect(await refused({ epochs: 5 })).toContain('"record" has epoch 10, and "epochs" is 5');
  });
});

describe('lab verify', () => {
  it('finds every number as it was recorded, and computes it again', async () => {
    const out = join(folder, 'study');
    await command('run', LINK, '--out', out);
    for (const path of [out, join(out, 'recording.csv'), join(out, 'recording.parquet')]) {
      const { code, out: said } = await command('verify', path);
      expect(said).toContain('6 runs, 42 rows, every number as fingerprints.txt says');
      expect(code).toBe(0);
    }
    const again = await command('verify', out, '--recompute');
    expect(again.out).toContain('computed again: the same numbers');
    expect(again.code).toBe(0);
  });

  it('names the run in which one digit differs, and ends with 1', async () => {
    const csv = await text('study', 'recording.csv');
    const lines = csv.split('\n');
    lines[9] = lines[9]!.replace(
      /(\d)(,[^,]*)$/,
      (_, digit: string, rest: string) => `${(Number(digit) + 1) % 10}${rest}`,
    );
    const path = join(folder, 'study', 'recording.csv');
    await writeFile(path, lines.join('\n'));
    const { code, out } = await command('verify', path);
    expect(out).toMatch(
      /^recording.csv differs: run 2 \(rows 8 to 14\) has [0-9a-f]{16}, and should have [0-9a-f]{16}$/,
    );
    expect(code).toBe(1);
    await writeFile(path, lines.slice(0, -2).join('\n'));
    expect((await command('verify', path)).out).toContain('it has 41 rows, and its runs should have 42');
    await writeFile(path, csv);
  });

  it('says what it is missing', async () => {
    expect((await command('verify', join(folder, 'none'))).err).toContain('there is no such file or folder');
    const { code, err } = await command('verify', join(folder, 'study', 'runs'));
    expect([code, err]).toEqual([1, expect.stringContaining('has no recording.csv')]);
  });
});

describe('docs/fingerprint.md', () => {
  const python = ((): boolean => {
    try {
      execFileSync('python3', ['--version']);
      return true;
    } catch {
      console.warn(
        '\n*** SKIPPED: there is no python3, so the code of docs/fingerprint.md was not run ***\n',
      );
      return false;
    }
  })();

  it.skipIf(!python)('verifies what lab run wrote by its own lines, and finds what was changed', async () => {
    const docs = await readFile(new URL('../../docs/fingerprint.md', import.meta.url), 'utf8');
    const [check, plain] = [...docs.matchAll(/```python\n([\s\S]*?)```/g)].map(([, code]) => code!);
    const program = check!.replace(/^from xxhash.*\n/m, `${plain}\n`);
    expect(program).not.toContain('from xxhash');
    const cwd = join(folder, 'study');
    await writeFile(join(folder, 'check.py'), program);
    const run = () => promisify(execFile)('python3', [join(folder, 'check.py')], { cwd });
    expect((await run()).stdout).toBe('every number is as it was recorded\n');
    const csv = await text('study', 'recording.csv');
    await writeFile(
      join(cwd, 'recording.csv'),
      csv.replace(/\.(\d)/, (_, digit: string) => `.${(Number(digit) + 1) % 10}`),
    );
    await expect(run()).rejects.toThrow('differs');
    await writeFile(join(cwd, 'recording.csv'), csv);
  });
});

describe('lab presets', () => {
  it('lists every preset, and as JSON with a link that opens it', async () => {
    const { out } = await command('presets', '--json');
    const listed = JSON.parse(out) as { id: string; link: string; axes: unknown }[];
    expect(listed.map(({ id }) => id)).toContain('kou-1');
    for (const { link, axes } of listed) {
      expect(decodeLink(link).notes).toEqual([]);
      expect(decodeLink(link).study.axes).toEqual(axes);
    }
    expect((await command('presets')).out.split('\n')).toHaveLength(listed.length);
  });
});

describe('lab', () => {
  it.each(['inspect', 'run', 'presets', 'verify'])(
    '%s refuses a mistyped option and has help',
    async (name) => {
      expect((await command(name, '--hlep')).code).not.toBe(0);
      expect((await command(name, '--help')).out).toContain(`Usage: lab ${name}`);
    },
  );

  it('refuses seeds that are no whole number', async () => {
    const { code, err } = await command('run', '#v=1', '--runs', '2.5');
    expect([code, err]).toEqual([1, expect.stringContaining('It is not a whole number from 1')]);
  });
});

describe('lab claims', () => {
  it('lists what runs are held against, and as JSON with the entries that scripts read', async () => {
    const { out } = await command('claims', '--json');
    const claims = JSON.parse(out) as readonly Readonly<Record<string, string>>[];
    expect(claims.find(({ id }) => id === 'kou-rho-signs')).toMatchObject({
      claims_id: 'P1.8',
      paper: 'kou',
      kind: 'inequality',
      form: 'holds',
      statement: expect.stringContaining('never negative') as string,
    });
    const lines = (await command('claims')).out.split('\n');
    expect(lines).toHaveLength(claims.length);
    expect(lines[0]).toMatch(/^kou-update .* P1\.1 .* kou .* identity/);
  });

  it('are joined by what lab run --measure measures beside the recording, which it leaves as it is', async () => {
    const { code, out } = await command('run', LINK, '--out', join(folder, 'measured'), '--measure');
    expect(code, out).toBe(0);
    const [head, ...rows] = (await text('measured', 'measured.csv')).trimEnd().split('\n');
    const columns = head!.split(',');
    expect(columns.slice(-1 - PROBES.length)).toEqual(['epoch', ...PROBES]);
    expect(rows.length).toBeGreaterThan(3);
    const cells = rows.map((row) => row.split(',').slice(-PROBES.length));
    // Where a margin is not positive the KKT conditions say nothing.
    const isFine = (cell: string, k: number): boolean =>
      cell === '' ? PROBES[k]!.startsWith('kkt') : Number(cell) >= 0;
    for (const row of cells) expect(row.every(isFine), row.join()).toBe(true);
    const [names] = (await text('measured', 'recording.csv')).split('\n');
    expect(names).toMatch(/,normalisedMargin$/);
    expect((await command('verify', join(folder, 'measured'))).code).toBe(0);
    expect((await command('run', LINK, '--measure')).err).toMatch(/--out DIR/);
  });

  it('are judged for each run of lab run --claims', async () => {
    const { code, out } = await command('run', LINK, '--out', join(folder, 'judged'), '--claims');
    expect(code).toBe(0);
    expect(out).toContain('kou-update                           holds so far 6 of 6');
    const { runs, counts } = JSON.parse(await text('judged', 'claims.json')) as {
      runs: readonly {
        settings: object;
        seed: number;
        claims: readonly Readonly<Record<string, unknown>>[];
      }[];
      counts: readonly Readonly<Record<string, unknown>>[];
    };
    expect(runs).toHaveLength(6);
    expect(runs[0]).toMatchObject({ settings: { gamma: 0 }, seed: 1 });
    const pinned = runs.find(({ settings }) => 'pin' in settings);
    expect(pinned).toMatchObject({ settings: { m: 6, pin: 'wide' } });
    for (const { claims } of runs) {
      expect(claims).toHaveLength(counts.length);
      for (const claim of claims) {
        expect(Object.keys(claim)).toEqual(
          expect.arrayContaining([
            'id',
            'claims_id',
            'verdict',
            'slack',
            'epoch',
            'left',
            'right',
            'assumptions',
          ]),
        );
      }
    }
    const width = runs[0]!.claims.find(({ id }) => id === 'kou-initial-activity')!;
    expect(width['assumptions']).toEqual([
      expect.objectContaining({ id: 'kou-width', value: 4, met: false, relation: '≥' }),
    ]);
  });

  it('have a conjecture for the last of them: the link’s own, or what is typed in its place', async () => {
    const last = async (...args: string[]): Promise<Readonly<Record<string, unknown>>> => {
      const { code } = await command('run', ...args, '--out', join(folder, 'supposed'));
      expect(code).toBe(0);
      const { runs } = JSON.parse(await text('supposed', 'claims.json')) as {
        runs: readonly { claims: readonly Readonly<Record<string, unknown>>[] }[];
      };
      return runs[0]!.claims.at(-1)!;
    };
    const link = '#v=1&n=5&d=40&m=4&T=6&runs=1&nt=0&cj=loss%E2%89%A50.9';
    expect(await last(link, '--claims')).toMatchObject({
      ...{ id: 'conjecture', statement: 'loss≥0.9', verdict: 'violated', epoch: 0, right: 0.9 },
    });
    expect(await last(link, '--conjecture', 'loss <= 0.9')).toMatchObject({
      ...{ id: 'conjecture', statement: 'loss≤0.9', verdict: 'holds' },
    });
    const { code, err } = await command('run', link, '--conjecture', 'loss <= wealth', '--out', folder);
    expect(code).toBe(1);
    expect(err).toContain('the conjecture cannot be read: ');
    expect(err.split('\n').slice(1)).toEqual(['  loss <= wealth', '          ^']);
  });

  it('need a folder to be written to', async () => {
    const { code, err } = await command('run', LINK, '--claims');
    expect([code, err]).toEqual([1, 'name a folder for claims.json: --out DIR']);
  });
});
