import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Floating } from './floating-props.ts';
import { loadFloating } from './floating.ts';
import { whenReleased } from './pressed.ts';

interface Takeover {
  /** The loaded parts, from when this element is to be the real one. */
  readonly parts: Floating | null;
  /** It was pressed before it was loaded: the real one opens at once. */
  readonly asked: boolean;
  /** Of both elements. */
  readonly id: string;
  /** For the stand-in. */
  readonly standIn: {
    readonly id: string;
    readonly 'aria-busy': true | undefined;
    readonly 'aria-expanded': false;
    onPointerEnter(): void;
    onFocus(): void;
    onClick(): void;
  };
}

/**
 * A stand-in looks and is named like a control whose code is loaded when the pointer or the focus comes to it; then the
 * real control takes its place, its focus, and the press that came too early.
 */
export function useTakeover(): Takeover {
  const id = useId();
  const [parts, setParts] = useState<Floating | null>(null);
  const [asked, setAsked] = useState(false);
  const take = async (): Promise<void> => {
    const loaded = await loadFloating();
    if (loaded === null) setAsked(false);
    await whenReleased();
    if (loaded === null) return;
    const focused = document.activeElement?.id === id;
    flushSync(() => setParts(loaded));
    if (focused) document.getElementById(id)?.focus({ preventScroll: true });
  };
  const begin = (): void => void take();
  return {
    parts,
    asked,
    id,
    standIn: {
      id,
      'aria-busy': asked ? true : undefined,
      'aria-expanded': false,
      onPointerEnter: begin,
      onFocus: begin,
      onClick() {
        setAsked(true);
        begin();
      },
    },
  };
}
