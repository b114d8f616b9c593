import type { Settings } from './schema.ts';

/**
 * ω_TF = √(2/(M + d)) with M = 2m neurons: the standard deviation of TensorFlow's default initialisation, of which F's
 * figures take multiples (F §6).
 * @returns null where d is that of a file
 */
export function omegaTf({ m, d, data }: Pick<Settings, 'm' | 'd' | 'data'>): number | null {
  return data === 'dataset' ? null : Math.sqrt(2 / (2 * m + d));
}

/** 0.02 tf, 0.02 ω_TF, 0.02·ωTF, omega_tf/50. */
const TF = /(?:[ωΩ]|omega)?[\s_]*tf/iu;

/** Splits a typed multiple into the number around it; null where the text is none. "tf/50" is 1/50. */
export function multipleOfTf(text: string): string | null {
  const found = TF.exec(text);
  if (found === null) return null;
  const before = text
    .slice(0, found.index)
    .replace(/[\s·×*]+$/u, '')
    .trim();
  return `${before === '' ? '1' : before}${text.slice(found.index + found[0].length)}`.trim();
}
