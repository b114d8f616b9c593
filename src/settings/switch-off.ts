import { signalTime, type SignalTime } from '../core/claims/meng/times.ts';
import type { Settings } from './schema.ts';

/** Whether M's theorems are about such a network: signal and noise patches, ReLU². */
export const isSignalNoiseTheory = ({ data, activation, q }: Settings): boolean =>
  data === 'signal-noise' && activation === 'relu-power' && q === 2;

/** M's T₁ for these settings; null where the theorem says nothing of them. */
export function signalTimeOf(settings: Settings): SignalTime | null {
  return isSignalNoiseTheory(settings) && settings.meanNorm > 0 ? signalTime(settings) : null;
}

/** The first epoch without the penalty; null where it stays, or where T₁ is asked for and there is none. */
export function switchOffEpoch(settings: Settings): number | null {
  switch (settings.switchOff) {
    case 'never':
      return null;
    case 'epoch':
      return settings.until;
    case 't1':
      return roundedUp(signalTimeOf(settings)?.corrected);
    case 't1-printed':
      return roundedUp(signalTimeOf(settings)?.printed);
  }
}

const roundedUp = (time: number | undefined): number | null => (time === undefined ? null : Math.ceil(time));
