import { noiseSuppression } from '../../core/claims/meng/threshold.ts';
import { omegaTf } from '../../settings/omega-tf.ts';
import type { SettingName, Settings } from '../../settings/schema.ts';
import { estimateSeconds } from '../../settings/study/bounds.ts';
import { singleStudy } from '../../settings/study/study.ts';
import { isSignalNoiseTheory, signalTimeOf } from '../../settings/switch-off.ts';
import { durationInWords, formatNumber } from '../../settings/words.ts';

/** What a setting's present value means, by a paper or in time, in a line under its control; '' where there is nothing to say. */
export function noteOf(name: SettingName, settings: Settings): string {
  switch (name) {
    case 'switchOff':
      return signalTimeNote(settings);
    case 'lambdaPegr':
      return suppressionNote('pegr', settings.lambdaPegr, settings);
    case 'lambdaFgr':
      return suppressionNote('fgr', settings.lambdaFgr, settings);
    case 'sigma0':
      return tfNote(settings);
    case 'epochs':
      return durationNote(settings);
    default:
      return '';
  }
}

/** What takes less begins without a word. */
const WORTH_SAYING = 60;

/** "A run takes about 33 min where patterns freeze, up to 9 h where they do not". */
function durationNote(settings: Settings): string {
  const alone = singleStudy({ ...settings, runs: 1 });
  const least = estimateSeconds(alone);
  if (!(least >= WORTH_SAYING)) return '';
  const about = `A run takes about ${durationInWords(least)}`;
  const most = estimateSeconds(alone, {}, false);
  return most === least
    ? about
    : `${about} where patterns freeze, up to ${durationInWords(most)} where they do not`;
}

const epochs = (time: number): string => formatNumber(Math.ceil(time), 'integer');

/** "T₁ = 461 epochs as it holds, 231 as printed". */
function signalTimeNote(settings: Settings): string {
  const time = signalTimeOf(settings);
  return time === null
    ? ''
    : `T₁ = ${epochs(time.corrected)} epochs as it holds, ${epochs(time.printed)} as printed`;
}

/** "λ|a|‖ξ‖² = 1.25, above 1: noise shrinks at the start". */
function suppressionNote(mode: 'pegr' | 'fgr', lambda: number, settings: Settings): string {
  if (!isSignalNoiseTheory(settings)) return '';
  const value = noiseSuppression(mode, lambda, settings);
  const formula = mode === 'pegr' ? 'λ|a|‖ξ‖²' : 'λ|a|‖ξ‖²/n';
  const verdict =
    value > 1 ? 'above 1: noise shrinks at the start' : 'not above 1: noise grows from the start';
  return `${formula} = ${formatNumber(Number(value.toPrecision(3)))}, ${verdict}`;
}

/** "= 0.02 ω_TF": in the unit of F's figures. */
function tfNote(settings: Settings): string {
  const unit = omegaTf(settings);
  return unit === null ? '' : `= ${formatNumber(Number((settings.sigma0 / unit).toPrecision(3)))} ω_TF`;
}
