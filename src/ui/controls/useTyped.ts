import { useState } from 'react';

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

/** A field's text while it is typed: nothing typed is lost until it is a value, is discarded, or the value changes. */
export function useTyped<V>(
  value: V,
  parse: (text: string) => Parsed<V>,
  onCommit: (value: V) => void,
): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [lastValue, setLastValue] = useState(value);
  const discard = (): void => {
    setTyped(null);
    setRefusal(null);
  };
  // The value came from elsewhere (slider, undo, link): what was typed is no longer about it.
  if (value !== lastValue) {
    setLastValue(value);
    discard();
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
