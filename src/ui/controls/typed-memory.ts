import { create } from 'zustand';
import { persist, type StateStorage } from 'zustand/middleware';
import { tabStorage } from '../parts/tab-storage.ts';

/** A text that was typed in a field and is no value yet, and the value it was typed over, as text. */
interface TypedText {
  readonly text: string;
  readonly over: string;
}

interface TypedMemory {
  readonly texts: Readonly<Record<string, TypedText>>;
  /** What was typed in a field over this value; null for nothing. */
  textOf(field: string, over: string): string | null;
  /** @param text null when it is a value, or discarded */
  keep(field: string, over: string, text: string | null): void;
}

/** @param storage where a reload, or a crash, leaves what was typed; it may be forbidden */
export const createTypedMemory = (storage: () => StateStorage) =>
  create<TypedMemory>()(
    persist(
      (set, get) => ({
        texts: {},
        textOf(field, over) {
          const kept = get().texts[field];
          return kept?.over === over ? kept.text : null;
        },
        keep(field, over, text) {
          const { [field]: before, ...others } = get().texts;
          if (text !== null) set({ texts: { ...others, [field]: { text, over } } });
          else if (before !== undefined) set({ texts: others });
        },
      }),
      {
        name: 'implicit-bias-lab.typed',
        storage: tabStorage(storage),
        partialize: ({ texts }) => ({ texts }),
        merge: (kept, present) => ({ ...present, texts: textsIn(kept) }),
      },
    ),
  );

/** What was kept, as far as it is texts: another version of the page may have written it. */
function textsIn(kept: unknown): TypedMemory['texts'] {
  const { texts } = (kept ?? {}) as { readonly texts?: unknown };
  if (typeof texts !== 'object' || texts === null) return {};
  return Object.fromEntries(Object.entries(texts).filter(([, typed]) => isTyped(typed)));
}

function isTyped(value: unknown): value is TypedText {
  const { text, over } = (value ?? {}) as Partial<Record<keyof TypedText, unknown>>;
  return typeof text === 'string' && typeof over === 'string';
}

/** Of this tab: it is there again after a reload. */
export const typedMemory = createTypedMemory(() => sessionStorage);
