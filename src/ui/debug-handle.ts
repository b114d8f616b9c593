import type { LabStore } from '../state/lab.ts';
import { isShownDone } from './status/facts.ts';

/** What tests and the curious may read of the page in the console; nothing of the page uses it. */
export interface ImplicitBiasLab {
  /** 16 hex digits of the batch on screen once it is done, else null. */
  fingerprint(): string | null;
  /** Runs × epochs per second of the last completed computation, else null. */
  epochsPerSecond(): number | null;
}

declare global {
  interface Window {
    implicitBiasLab?: ImplicitBiasLab;
  }
}

export function exposeHandle(page: Window, store: LabStore): void {
  page.implicitBiasLab = {
    fingerprint: () => (isShownDone(store.lab) ? (store.lab.current?.fingerprint ?? null) : null),
    epochsPerSecond: () => store.getSnapshot().epochsPerSecond,
  };
}
