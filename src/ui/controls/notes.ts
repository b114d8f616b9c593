import { noiseSuppression } from '../../core/claims/meng/threshold.ts';
import { omegaTf } from '../../settings/omega-tf.ts';
import type { SettingName, Settings } from '../../settings/schema.ts';
import { isSignalNoiseTheory, signalTimeOf } from '../../settings/switch-off.ts';
import { formatNumber } from '../../settings/words.ts';

/** What a paper makes of a setting's present value, in a line under its control; '' where it says nothing. */
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
    default:
      return '';
  }
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
