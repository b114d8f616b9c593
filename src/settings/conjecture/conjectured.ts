import type { Claim } from '../../core/claims/claim.ts';
import { claimOf } from '../../core/claims/conjecture/claim.ts';
import { parseConjecture } from './parse.ts';

/** A conjecture as a claim, or none where nothing was typed or it cannot be read. */
export function conjectured(text: string): readonly Claim[] {
  if (text === '') return [];
  const parsed = parseConjecture(text);
  return parsed.ok ? [claimOf(text, parsed.conjecture)] : [];
}
