import type { Choice } from '../proposal.ts';
import { materialOf } from '../propose/material.ts';
import { planOf } from '../propose/plan.ts';
import type { Part } from '../table.ts';
import { buildDataset, type BuiltDataset } from './build.ts';

/** Names of a label column in links of before there was a proposal, the first found counted; else it was the last. */
const NAMES_BEFORE = ['label', 'y', 'class', 'target', 'digit'];

/**
 * As {@link buildDataset}, for a link that wants data of this id. Links of before say nothing of how a table is read: if
 * it does not become what is wanted as it is proposed now, it is read as it was then, with every column but the label.
 * @throws FileProblem
 */
export async function buildWanted(
  parts: readonly Part[],
  choice: Choice,
  wanted: string,
  breathe?: () => Promise<void>,
): Promise<BuiltDataset> {
  const built = await buildDataset(parts, choice, breathe);
  if (wanted === '' || built.dataset.id === wanted || Object.keys(choice).length > 0) return built;
  for (const before of readingsOfBefore(parts)) {
    const then = await buildDataset(parts, before, breathe).catch(() => null);
    if (then?.dataset.id === wanted) return then;
  }
  return built;
}

/** How a table was read by the first proposals, and before there were any. */
function readingsOfBefore(parts: readonly Part[]): readonly Choice[] {
  return [readingAsProposedFirst(parts), readingWithoutProposal(parts)].filter((choice) => choice !== null);
}

/** With columns that are left out now, and without numbers that were words then; null where that is the same. */
function readingAsProposedFirst(parts: readonly Part[]): Choice | null {
  const { data, keptBefore } = planOf(parts, {});
  if (data.kind !== 'table') return null;
  const exclude = data.columns.flatMap(({ notation }, index) => (notation === undefined ? [] : [index]));
  return keptBefore.length + exclude.length === 0 ? null : { include: keptBefore, exclude };
}

function readingWithoutProposal(parts: readonly Part[]): Choice | null {
  const { data } = materialOf(parts);
  if (data.kind !== 'table') return null;
  const keys = data.columns.map(({ name, named }) => (named ? name.toLowerCase() : ''));
  const named = NAMES_BEFORE.map((name) => keys.indexOf(name)).find((index) => index >= 0);
  const label = named ?? keys.length - 1;
  const header = data.columns.some((column) => column.named);
  const rowNames = header && keys[0] === '' && keys.length > 2 && label !== 0;
  const include = [...keys.keys()].filter((index) => index !== label && !(rowNames && index === 0));
  return { label, include, ...(rowNames && { exclude: [0] }) };
}
