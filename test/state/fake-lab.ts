import type { Batch, Lab } from '../../src/engine/batch.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { singleStudy, type Study } from '../../src/settings/study/study.ts';

/** A batch of these settings alone, unless it is given another study. */
export const batch = ({ settings = DEFAULTS, ...change }: Partial<Batch> = {}): Batch => ({
  id: 1,
  study: singleStudy(settings),
  settings,
  variants: [],
  curves: [],
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
  readonly asked: Study[] = [];
  readonly #listeners = new Set<() => void>();

  compute(study: Study): void {
    this.asked.push(study);
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
  provide(): void {}
  dispose(): void {}
}
