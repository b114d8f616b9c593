/** docs/mutation.md, of the last results of each file and the reasons. */
import { scoreOf } from './judge.mjs';

const HEAD = `# Changes that no test notices

\`npm run mutate\` ([checks.md](checks.md)) changes one operator after another and runs the tests that are about the
file. It writes this page; a test fails while the page is not what results and reasons say
(\`scripts/mutate/results.json\`, \`scripts/mutate/reasons.mjs\`). What is computed once, when a module is loaded, is not
changed (Stryker’s \`ignoreStatic\`). A reason is for every place of its file with that code. A file without a score was
not tried yet, or has nothing that is changed.
`;

/** A code span that may stand in a table. */
const code = (text) => {
  const fence = text.includes('`') ? '``' : '`';
  return fence + text.replaceAll('|', '\\|') + fence;
};

const percent = (share) => `${(Math.floor(1000 * share) / 10).toFixed(1)} %`;

/** Columns as wide as their widest cell, as Prettier has them. */
function table(head, rows, right) {
  const all = [head, ...rows];
  const widths = head.map((_, k) => Math.max(3, ...all.map((row) => [...row[k]].length)));
  const line = (row) =>
    `| ${row.map((cell, k) => (right.includes(k) ? cell.padStart(widths[k]) : cell.padEnd(widths[k]))).join(' | ')} |`;
  const rule = widths.map((width, k) =>
    right.includes(k) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/**
 * @param results file → `{ changes, noticed, explained }`
 * @param reasons file → list of `{ code, changes, why }`
 */
export function reportOf(results, reasons) {
  const scores = Object.entries(results).map(([file, result]) => [
    file,
    ...[result.changes, result.noticed, result.explained].map(String),
    percent(scoreOf(result)),
  ]);
  const sections = Object.entries(reasons).map(([file, list]) => {
    const rows = list.map((reason) => [code(reason.code), reason.changes.map(code).join('<br>'), reason.why]);
    return `### ${file}\n\n${table(['code', 'changed to', 'why no test can notice'], rows, [])}\n`;
  });
  return `${HEAD}
## Scores

Of the changes that have no reason below, the share that was noticed.

${table(['file', 'changes', 'noticed', 'with a reason', 'score'], scores, [1, 2, 3, 4])}

## Reasons

${sections.join('\n')}`;
}
