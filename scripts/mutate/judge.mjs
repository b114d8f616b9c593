/** What a run of Stryker says of each file: how many changes its tests noticed, and which they did not. */

const NOTICED = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/** Least share of the changes without a reason that a file's tests have to notice. */
export const LEAST_SCORE = 0.9;

/** Code as reasons name it: on one line. */
const oneLine = (code) => code.replace(/\s+/g, ' ').trim();

/** The text from one place of a source to another; lines and columns from 1. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

/**
 * @param report `{ source, mutants }` of one file, as Stryker's JSON has it
 * @param reasons `{ code, changes, why }` for the changes of it that no test can notice
 * @returns how many changes there are, how many were noticed or have a reason, those missed that have none, and the
 *   reasons' changes that are missed no more
 */
export function judge({ source, mutants }, reasons) {
  const known = reasons.flatMap(({ code, changes }) => changes.map((replacement) => ({ code, replacement })));
  const missed = mutants
    .filter(({ status }) => MISSED.has(status))
    .map(({ location, replacement }) => ({
      line: location.start.line,
      code: oneLine(textAt(source, location)),
      replacement: oneLine(replacement),
    }));
  const same = (a) => (b) => a.code === b.code && a.replacement === b.replacement;
  const unexplained = missed.filter((change) => !known.some(same(change)));
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  return {
    changes: noticed + missed.length,
    noticed,
    explained: missed.length - unexplained.length,
    missed: unexplained,
    stale: known.filter((change) => !missed.some(same(change))),
  };
}

/** Share of the changes without a reason that were noticed. */
export const scoreOf = ({ changes, noticed, explained }) =>
  changes === explained ? 1 : noticed / (changes - explained);
