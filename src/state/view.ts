import { create } from 'zustand';

/** What is looked at and how; all of it but theme and lecture mode travels in links. */
export interface ViewState {
  readonly timeAxis: 'linear' | 'log';
  /** `excess`: stable rank − 1 on a logarithmic axis. */
  readonly stableRankAxis: 'linear' | 'log' | 'excess';
  readonly spectrumAxis: 'linear' | 'log';
  /** What charts of means show of the runs: mean ± 3 sd, each of them, or least to most. */
  readonly band: 'sd' | 'runs' | 'range';
  /** The stable rank that the big number is: the mean of W₊'s and W₋'s, or that of W. */
  readonly headline: 'mean' | 'all';
  /** Order of the neurons in pictures of matrices, within their class: by index, or by activation pattern. */
  readonly rows: 'drawn' | 'pattern';
  /** Pictures of compared points: all where there is room, the one in front, or all as small multiples. */
  readonly multiples: 'room' | 'front' | 'all';
  /** Id of the enlarged panel, or null. */
  readonly enlarged: string | null;
  /** Which of the runs the matrix pictures and margins show, 0-based. */
  readonly run: number;
  /** Names and sizes of the files that the experiment was made with, as links write them; '' where there are none. */
  readonly fileNames: string;
  readonly fileSizes: string;
  readonly theme: 'system' | 'light' | 'dark';
  /** One or two charts fill the screen, for a projector. */
  readonly lecture: boolean;
  set(change: Partial<Omit<ViewState, 'set'>>): void;
}

export const useView = create<ViewState>((set) => ({
  timeAxis: 'linear',
  stableRankAxis: 'linear',
  spectrumAxis: 'linear',
  band: 'sd',
  headline: 'mean',
  rows: 'drawn',
  multiples: 'room',
  enlarged: null,
  run: 0,
  fileNames: '',
  fileSizes: '',
  theme: 'system',
  lecture: false,
  set,
}));
