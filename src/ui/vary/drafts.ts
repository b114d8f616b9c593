import { create } from 'zustand';
import { persist, type StateStorage } from 'zustand/middleware';
import type { Spacing, TypedRange } from '../../settings/study/lists.ts';
import type { AxisName } from '../../settings/study/axis.ts';
import { tabStorage } from '../parts/tab-storage.ts';

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

/** @param storage where a reload, or a crash, leaves what was typed; it may be forbidden */
export const createDrafts = (storage: () => StateStorage) =>
  create<DraftsState>()(
    persist(
      (set, get) => ({
        drafts: {},
        draftOf: (name, spacing) => get().drafts[name] ?? blank(spacing),
        set: (name, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [name]: draft } })),
      }),
      {
        name: 'implicit-bias-lab.drafts',
        storage: tabStorage(storage),
        partialize: ({ drafts }) => ({ drafts }),
        merge: (kept, present) => ({ ...present, drafts: draftsIn(kept) }),
      },
    ),
  );

/** What was kept, as far as it is drafts: another version of the page may have written it. */
function draftsIn(kept: unknown): DraftsState['drafts'] {
  const { drafts } = (kept ?? {}) as { readonly drafts?: unknown };
  if (typeof drafts !== 'object' || drafts === null) return {};
  return Object.fromEntries(Object.entries(drafts).filter(([, draft]) => isDraft(draft)));
}

function isDraft(value: unknown): value is Draft {
  const { list, range } = (value ?? {}) as Partial<Record<keyof Draft, unknown>>;
  const { from, to, count, spacing } = (range ?? {}) as Partial<Record<keyof TypedRange, unknown>>;
  const texts = [from, to, count].every((text) => typeof text === 'string');
  return texts && (spacing === 'linear' || spacing === 'log') && (list === null || typeof list === 'string');
}

/** Of this tab: it is there again after a reload. */
export const useDrafts = createDrafts(() => sessionStorage);
