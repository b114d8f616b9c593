import { useClock } from '../../state/clock.ts';
import { formatCount } from './format.ts';

/** "epoch 50", or of a run by gradient flow "log t = 3,456". */
export const momentInWords = (t: number): string =>
  useClock.getState().clock?.tell(t) ?? `epoch ${formatCount(t)}`;

/** A text about epochs; of runs by gradient flow, which have none, about what is recorded of them. */
export const inTime = (text: string): string => useClock.getState().clock?.words(text) ?? text;

/** What the time axis is. */
export const timeInWords = (): string => useClock.getState().clock?.axis ?? 'epoch t';
