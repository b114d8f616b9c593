import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import typescript from 'typescript';

/**
 * `circles/none`: no two files import each other, directly or round corners (DESIGN §4). `import-x/no-cycle` passes over
 * `import type`, and a file that needs another's types is tied to it all the same; here every kind of import counts:
 * static, re-exported, `import type`, `import()`, and `import('…')` in a type.
 */

/** By path: what a file imports, and as of when. */
const known = new Map();

/** The project's own files that a file imports; none for what is not a script, or is not there. */
function importsOf(path) {
  if (!/\.[cm]?[jt]sx?$/.test(path)) return [];
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return [];
  const found = known.get(path);
  if (found?.changed === changed) return found.imports;
  const { importedFiles } = typescript.preProcessFile(readFileSync(path, 'utf8'), true, true);
  const imports = importedFiles.flatMap(({ fileName }) => resolved(fileName, path));
  known.set(path, { changed, imports });
  return imports;
}

const resolved = (specifier, importer) =>
  specifier.startsWith('.') ? [resolve(dirname(importer), specifier)] : [];

/** The way from one file to another along imports, both ends included; null where there is none. */
function wayBetween(from, to) {
  const cameFrom = new Map([[from, null]]);
  for (const path of cameFrom.keys()) {
    if (path === to) {
      const way = [];
      for (let at = path; at !== null; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const next of importsOf(path)) if (!cameFrom.has(next)) cameFrom.set(next, path);
  }
  return null;
}

const none = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      circle:
        'These files import each other in a circle: {{ way }}. Put what both need below both, or hand it in (DESIGN §4).',
    },
  },
  create(context) {
    const { cwd, physicalFilename: file } = context;
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      for (const target of resolved(specifier, file)) {
        const way = wayBetween(target, file);
        if (way === null) continue;
        const names = [file, ...way].map((path) => relative(cwd, path));
        context.report({ node, messageId: 'circle', data: { way: names.join(' → ') } });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      TSImportType: check,
    };
  },
};

export const circles = { rules: { none } };
