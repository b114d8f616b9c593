import { create } from 'zustand';
import type { Spacing, TypedRange } from '../../settings/study/lists.ts';
import type { AxisName } from '../../settings/study/axis.ts';

/** What was typed about the values of an axis and not used yet: it outlives the popup in which it was typed. */
export interface Draft {
  /** The list; null where none was typed. */
  readonly list: string | null;
  readonly range: TypedRange;
}

const blank = (spacing: Spacing): Draft => ({ list: null, range: { from: '', to: '', count: '5', spacing } });

interface DraftsState {
  readonly drafts: Partial<Readonly<Record<AxisName, Draft>>>;
  draftOf(name: AxisName, spacing: Spacing): Draft;
  set(name: AxisName, draft: Draft): void;
}

export const useDrafts = create<DraftsState>((set, get) => ({
  drafts: {},
  draftOf: (name, spacing) => get().drafts[name] ?? blank(spacing),
  set: (name, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [name]: draft } })),
}));
