import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lab } from '../../bin/lab.ts';

/** Files as people have them, and what `lab inspect` must print of each (test/fixtures/field). */
interface Case {
  readonly id: string;
  readonly about: string;
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly expect: Readonly<Record<string, unknown>>;
}

const CASES = JSON.parse(
  await readFile(new URL('../fixtures/field/cases.json', import.meta.url), 'utf8'),
) as readonly Case[];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-field-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written({ id, files }: Case): Promise<string[]> {
  return Promise.all(
    files.map(async ({ name, base64 }, k) => {
      const place = await mkdtemp(join(folder, `${id}-${k}-`));
      await writeFile(join(place, name), Buffer.from(base64, 'base64'));
      return join(place, name);
    }),
  );
}

async function command(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await lab(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

interface Left {
  readonly column: string;
  readonly why: string;
}

describe('lab inspect', () => {
  it.each(CASES.map((each) => [each.id, each] as const))('reads %s as it is', async (_, each) => {
    const { code, out } = await command(['inspect', ...(await written(each)), '--json']);
    const printed = JSON.parse(out) as Record<string, unknown>;
    const { error_mentions: mentions, left_out: leftOut, ...equal } = each.expect;
    if (mentions !== undefined) {
      expect(code).toBe(1);
      const { message } = printed['error'] as { message: string };
      for (const word of mentions as string[]) expect(message.toLowerCase()).toContain(word.toLowerCase());
      return;
    }
    expect(printed).toMatchObject(equal);
    for (const [key, value] of Object.entries(equal)) expect(printed[key]).toEqual(value);
    expect(code).toBe(0);
    if (leftOut !== undefined) {
      const columns = (printed['left_out'] as Left[]).map(({ column }) => column);
      expect(columns.sort()).toEqual([...(leftOut as string[])].sort());
    }
  });

  it('names row, code and what to do of a file that cannot be read', async () => {
    const each = CASES.find(({ id }) => id === 'open-quote')!;
    const { code, out } = await command(['inspect', ...(await written(each)), '--json']);
    const { error } = JSON.parse(out) as { error: { code: string; message: string; row: number | null } };
    expect(code).toBe(1);
    expect(error.row).toBe(3);
    expect(error.code).toMatch(/^[a-z][a-z-]*$/);
    expect(error.message).toContain('q.csv');
  });

  it('tells a person what it would do, and follows a reading', async () => {
    const files = await written(CASES.find(({ id }) => id === 'text-columns')!);
    const { code, out } = await command(['inspect', ...files, '--read', 'w2']);
    expect(code).toBe(0);
    expect(out).toContain('class +1       1');
    expect(out).toContain('sex = female');
    expect((await command(['inspect', ...files, '--read', 'l9'])).err).toContain('has 3 columns; column 9');
  });

  it('says that there is no such file', async () => {
    const { code, err } = await command(['inspect', join(folder, 'none.csv')]);
    expect([code, err]).toEqual([1, expect.stringContaining('there is no such file')]);
  });
});

describe('lab', () => {
  it('helps', async () => {
    const { code, out } = await command(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('inspect');
    expect((await command(['run', '--help'])).out).toContain('Usage: lab run');
  });

  it('refuses a mistyped option or command with a suggestion, and does nothing', async () => {
    const option = await command(['inspect', 'x.csv', '--jsno']);
    expect(option.code).not.toBe(0);
    expect(option.err).toContain('Did you mean --json?');
    const name = await command(['inspct', 'x.csv']);
    expect(name.code).not.toBe(0);
    expect(name.err).toContain('Did you mean inspect?');
  });

  it('runs a link on a file with the classes that the file has, and says so', async () => {
    const file = join(folder, 'words.csv');
    const rows = Array.from({ length: 20 }, (_, k) => `${k % 3},${(k % 2) + 0.5},${k % 2 ? 'yes' : 'no'}`);
    await writeFile(file, ['a,b,label', ...rows].join('\n'));
    const { code, out, err } = await command(['run', '#v=1&data=dataset&m=2&n=8&runs=1&T=2', file]);
    expect(code).toBe(0);
    expect(err).toContain('yes against no, standardise');
    expect(out).toContain('finished');
    const named = await command([
      'run',
      '#v=1&data=dataset&pos=~yes&neg=~no&norm=standardise&m=2&n=8&runs=1&T=2',
      file,
    ]);
    expect(named.out).toBe(out);
    // How far it has come, and no word about classes.
    expect(named.err).toBe('1 of 1 runs');
  });

  it('asks for the file of a link by its name and size', async () => {
    const { code, err } = await command(['run', '#v=1&data=dataset&fn=~wine.csv&fs=10782']);
    expect([code, err]).toEqual([1, 'this link trains on wine.csv (10.8 kB): name it after the link']);
  });

  it('is a program that prints nothing but the proposal, of a bundle that follows its sources', async () => {
    const [file] = await written(CASES[0]!);
    const run = promisify(execFile);
    const inspected = async (): Promise<unknown> => {
      const { stdout } = await run(process.execPath, ['scripts/lab.mjs', 'inspect', file!, '--json']);
      return JSON.parse(stdout);
    };
    const madeAt = async (): Promise<number> => (await stat('node_modules/.cache/lab/made.json')).mtimeMs;
    expect(await inspected()).toMatchObject(CASES[0]!.expect);
    const first = await madeAt();
    expect(await inspected()).toMatchObject(CASES[0]!.expect);
    expect(await madeAt()).toBe(first);
    const now = new Date();
    await utimes('bin/inspect.ts', now, now);
    expect(await inspected()).toMatchObject(CASES[0]!.expect);
    expect(await madeAt()).toBeGreaterThan(first);
  }, 30_000);
});
