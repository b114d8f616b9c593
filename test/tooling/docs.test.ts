import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Paths of this repository that a text names in code font. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`((?:src|workers|bin|bench|scripts|test|docs)\/[\w./-]*)`/g)];
  return quoted.map((match) => match[1]!);
}

/** npm scripts that a text names. */
function scriptsIn(text: string): readonly string[] {
  return [...text.matchAll(/`npm (?:run )?(?:--silent )?([a-z:]+)/g)].map((match) => match[1]!);
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('names only files and folders that there are', () => {
    expect(pathsIn(text).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
    expect(scriptsIn(text).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files that there are', () => {
    const folder = document.includes('/') ? 'docs/' : '';
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => folder + match[1]!);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});
