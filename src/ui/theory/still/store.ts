import { create } from 'zustand';
import type { Stage } from '../../../core/probe/still/until-still.ts';
import type { Study } from '../../../settings/study/study.ts';

interface StillState {
  /** What is followed, as far as it has come; null while nothing is. */
  readonly following: { readonly run: string; readonly stage: Stage | null } | null;
  /** How it ended, in words, and the study that it ended on; null before. */
  readonly ended: { readonly words: string; readonly study: Study } | null;
}

export const useStill = create<StillState>(() => ({ following: null, ended: null }));
