import type { Choice, Proposal } from '../proposal.ts';
import type { Part } from '../table.ts';
import { grouped, partOf } from '../words.ts';
import { MAX_CLASSES } from '../limits.ts';
import { proposeClasses } from './classes.ts';
import { planOf, type Plan } from './plan.ts';

/**
 * What would be made of the files under a choice, for a person to see before anything trains. Pure.
 * @throws FileProblem where the files do not belong together or the choice cannot be followed
 */
export function propose(parts: readonly Part[], choice: Choice = {}): Proposal {
  return proposalOf(planOf(parts, choice));
}

export function proposalOf(plan: Plan): Proposal {
  const { data, labels } = plan;
  const { positive, negative, areGuess, why } = proposeClasses(labels);
  return {
    format: data.format,
    rows: plan.rows.length,
    total: data.total,
    droppedRows: plan.dropped,
    label: plan.label,
    labelWhy: plan.labelWhy,
    labels,
    features: featureNames(plan),
    leftOut: plan.leftOut,
    normalisation: plan.normalisation,
    normalisationWhy: plan.normalisationWhy,
    positive,
    negative,
    classesAreGuess: areGuess,
    notes: [...plan.notes, ...notesOf(plan, areGuess), ...(why === null ? [] : [why])],
  };
}

function featureNames({ data, features }: Plan): readonly string[] {
  if (features !== null) return features.map(({ name }) => name);
  const dim = data.kind === 'images' ? data.shape.reduce((product, size) => product * size, 1) : 0;
  return Array.from({ length: dim }, (_, k) => `pixel ${k + 1}`);
}

function notesOf(
  { data, label, labelWhy, rows, dropped, unlabelled, labels }: Plan,
  areGuess: boolean,
): string[] {
  const notes = [labelWhy];
  if (dropped > 0) {
    const labelless =
      unlabelled > 0 && unlabelled < dropped ? ` (${grouped(unlabelled)} without a label)` : '';
    const what = dropped === unlabelled ? 'without a label' : 'incomplete';
    notes.push(`${partOf(dropped, data.count, 'row')} ${what}${labelless}: left out.`);
  }
  if (label !== null && labels.size === 0 && rows.length > 0) {
    notes.push(
      `There are more than ${grouped(MAX_CLASSES)} different labels: these are no classes. Choose another column.`,
    );
  }
  if (labels.size === 1) notes.push('There is one label only: two are needed for two classes.');
  if (areGuess) {
    notes.push(
      `${grouped(labels.size)} labels were put into two groups of about as many rows, in their order: choose the groups that you mean.`,
    );
  }
  return notes;
}
