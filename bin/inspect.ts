import { FileProblem } from '../src/engine/files/problem.ts';
import { propose } from '../src/engine/files/propose/propose.ts';
import type { Proposal } from '../src/engine/files/proposal.ts';
import { parseReading } from '../src/settings/reading.ts';
import { visible } from '../src/settings/words.ts';
import type { Output } from './output.ts';
import { readPaths } from './open-paths.ts';

/** Names of features are cut after so many; the counts never. */
const SHOWN = 50;

export interface InspectOptions {
  readonly json: boolean;
  /** As the setting `reading`. */
  readonly reading: string;
}

/** Prints what would be made of files. Gives the exit code: 1 where they cannot be read. */
export async function inspect(
  paths: readonly string[],
  { json, reading }: InspectOptions,
  { out, err }: Output,
): Promise<number> {
  try {
    const choice = parseReading(reading);
    if (!choice.ok) throw new FileProblem(`--read: ${choice.message}`, 'reading');
    const proposal = propose(await readPaths(paths, choice.value), choice.value);
    if (json) out(JSON.stringify(asJson(proposal), null, 2));
    else for (const line of asLines(proposal)) out(line);
    return 0;
  } catch (error) {
    const { code, message, row } = asProblem(error, paths);
    if (json) out(JSON.stringify({ error: { code, message, row } }, null, 2));
    else err(message);
    return 1;
  }
}

/** Whatever goes wrong with a file is told; nothing is thrown at the person. */
function asProblem(error: unknown, paths: readonly string[]): FileProblem {
  if (error instanceof FileProblem) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new FileProblem(`${paths.map(visible).join(', ')} could not be read: ${reason}`, 'unforeseen');
}

function asJson(proposal: Proposal): Readonly<Record<string, unknown>> {
  const { format, rows, total, droppedRows, label, labels, features, leftOut } = proposal;
  return {
    format,
    rows,
    total_rows: total,
    dropped_rows: droppedRows,
    label,
    // Entries in the order shown; JSON keeps that of names, and puts whole numbers first.
    labels: Object.fromEntries(labels),
    label_count: labels.size,
    features: features.slice(0, SHOWN),
    feature_count: features.length,
    left_out: leftOut,
    normalisation: proposal.normalisation,
    positive: proposal.positive,
    negative: proposal.negative,
    classes_are_guess: proposal.classesAreGuess,
    notes: proposal.notes,
  };
}

function asLines(proposal: Proposal): readonly string[] {
  const { format, rows, total, label, labels, features, leftOut, positive, negative, notes } = proposal;
  const list = (names: readonly string[], most = 12): string => {
    const shown = names.slice(0, most).map(visible).join(', ');
    return names.length > most ? `${shown}, … (${names.length})` : shown;
  };
  const counts = [...labels].map(([name, count]) => `${name} (${count})`);
  return [
    `format         ${format}`,
    `rows           ${rows} of ${total}`,
    `label          ${label === null ? 'none found' : visible(label)}`,
    `labels         ${list(counts)}`,
    `class +1       ${list(positive)}`,
    `class −1       ${list(negative)}`,
    `features       ${features.length}: ${list(features)}`,
    ...leftOut.slice(0, 20).map(({ column, why }) => `left out       ${visible(column)}: ${visible(why)}`),
    ...(leftOut.length > 20 ? [`left out       and ${leftOut.length - 20} more`] : []),
    `normalisation  ${proposal.normalisation}`,
    '',
    ...[...notes, proposal.normalisationWhy].map(visible),
  ];
}
