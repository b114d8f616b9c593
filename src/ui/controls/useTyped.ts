import { useState } from 'react';
import { typedMemory } from './typed-memory.ts';

/** What parsing a typed text comes to. */
type Parsed<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly message: string };

interface Typed {
  /** What is being typed, or null: then the field shows the value. */
  readonly typed: string | null;
  /** Why the text was not taken when it was committed, or null. */
  readonly refusal: string | null;
  setTyped(text: string): void;
  /** Takes the text if it can be; else keeps it, with the reason. */
  commit(): void;
  /** Back to the value. */
  discard(): void;
}

/**
 * A field's text while it is typed: nothing typed is lost, in a reload neither, until it is a value, is discarded, or the
 * value changes.
 * @param field names it in the page
 */
export function useTyped<V>(
  field: string,
  value: V,
  parse: (text: string) => Parsed<V>,
  onCommit: (value: V) => void,
): Typed {
  const over = String(value);
  const [typed, setText] = useState(() => typedMemory.getState().textOf(field, over));
  const [refusal, setRefusal] = useState(() => {
    const parsed = typed === null ? null : parse(typed);
    return parsed?.ok === false ? parsed.message : null;
  });
  const [lastValue, setLastValue] = useState(value);
  const setTyped = (text: string | null): void => {
    typedMemory.getState().keep(field, over, text);
    setText(text);
  };
  const discard = (): void => {
    setTyped(null);
    setRefusal(null);
  };
  // The value came from elsewhere (slider, undo, link): what was typed is no longer about it, and what is kept says over
  // which value it was typed.
  if (value !== lastValue) {
    setLastValue(value);
    setText(null);
    setRefusal(null);
  }
  return {
    typed,
    refusal,
    setTyped,
    discard,
    commit() {
      if (typed === null) return;
      const parsed = parse(typed);
      if (!parsed.ok) {
        setRefusal(parsed.message);
        return;
      }
      discard();
      onCommit(parsed.value);
    },
  };
}
