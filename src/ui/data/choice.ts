import type { ColumnShown } from '../../engine/files/conversation-api.ts';
import type { Choice } from '../../engine/files/proposal.ts';

export type Role = ColumnShown['role'];

const without = (list: readonly number[] | undefined, index: number): readonly number[] =>
  (list ?? []).filter((other) => other !== index);

/** The choice without one of its parts. */
export const asProposed = (choice: Choice, name: keyof Choice): Choice =>
  Object.fromEntries(Object.entries(choice).filter(([key]) => key !== name));

/** Puts a list into a choice, or takes it out where it is empty: what is absent is as proposed. */
function put(choice: Choice, name: 'include' | 'exclude' | 'indicators', list: readonly number[]): Choice {
  const rest = asProposed(choice, name);
  return list.length === 0 ? rest : { ...rest, [name]: [...list].sort((a, b) => a - b) };
}

/** The choice after a column was given another role. */
export function withRole(choice: Choice, index: number, role: Role): Choice {
  let next = put(choice, 'include', without(choice.include, index));
  next = put(next, 'exclude', without(choice.exclude, index));
  next = put(next, 'indicators', without(choice.indicators, index));
  switch (role) {
    case 'label':
      return { ...next, label: index };
    case 'feature':
      return put(notLabel(next, index), 'include', [...(next.include ?? []), index]);
    case 'left-out':
      return put(notLabel(next, index), 'exclude', [...(next.exclude ?? []), index]);
    case 'indicators':
      return put(notLabel(next, index), 'indicators', [...(next.indicators ?? []), index]);
  }
}

function notLabel(choice: Choice, index: number): Choice {
  if (choice.label !== index) return choice;
  return asProposed(choice, 'label');
}
