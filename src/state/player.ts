import { create } from 'zustand';

/** The player's state. Epochs, not indices: the playhead survives a new recording. */
export interface PlayerState {
  /** t under the playhead. */
  readonly epoch: number;
  readonly playing: boolean;
  /** Playback speed; 1 plays the whole recording in about ten seconds. */
  readonly speed: number;
  readonly loop: boolean;
  /** t under the pointer in any time chart, or null. */
  readonly hoverEpoch: number | null;
  /** Neuron row and sample column under the pointer in any matrix picture, or null. */
  readonly hoverCell: { readonly row: number; readonly column: number } | null;
  set(change: Partial<Omit<PlayerState, 'set'>>): void;
}

export const usePlayer = create<PlayerState>((set) => ({
  epoch: 0,
  playing: true,
  speed: 1,
  loop: false,
  hoverEpoch: null,
  hoverCell: null,
  set,
}));
