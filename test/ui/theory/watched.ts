import { vi } from 'vitest';
import { createLabStore, type LabStore } from '../../../src/state/lab.ts';
import { REST_MS } from '../../../src/ui/theory/watch-theory.ts';
import { FakeLab } from '../../state/fake-lab.ts';

/** A lab, and the store of what it shows, which nothing that is pressed changes. */
export function shownLab(): { readonly lab: FakeLab; readonly store: LabStore } {
  const lab = new FakeLab();
  const store = createLabStore(
    lab,
    () => 0,
    () => undefined,
  );
  return { lab, store };
}

/** Until the hand has rested: with fake timers. */
export const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(REST_MS + 1);
