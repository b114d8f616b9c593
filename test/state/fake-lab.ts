import type { Batch, Lab } from '../../src/engine/batch.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';

export const batch = (change: Partial<Batch> = {}): Batch => ({
  id: 1,
  settings: DEFAULTS,
  variants: [],
  recordings: [],
  status: 'done',
  progress: 1,
  message: null,
  suggestedEta: null,
  fingerprint: '0123456789abcdef',
  ...change,
});

/** A lab that computes nothing: tests put batches into it and say when they changed. */
export class FakeLab implements Lab {
  current: Batch | null = null;
  pending: Batch | null = null;
  readonly asked: Settings[] = [];
  readonly #listeners = new Set<() => void>();

  compute(settings: Settings): void {
    this.asked.push(settings);
  }
  show(current: Batch | null, pending: Batch | null = null): void {
    this.current = current;
    this.pending = pending;
    for (const listener of this.#listeners) listener();
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  pause(): void {}
  resume(): void {}
  step(): void {}
  cancel(): void {}
  provide(): void {}
  dispose(): void {}
}
