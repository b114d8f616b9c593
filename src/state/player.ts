import { create } from 'zustand';

/** A neuron's row, and of which sample, of the signal, or of none in particular (null: all of its row). */
export interface HoverCell {
  readonly row: number;
  readonly column: number | 'signal' | null;
}

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
  /** What the pointer is on in a picture of neurons, or null. */
  readonly hoverCell: HoverCell | null;
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
