import { linkable, parseConjecture } from '../src/settings/conjecture/parse.ts';

/**
 * A person's conjecture, as the link of a study has it.
 * @param typed on the command line; '' for none
 * @throws RangeError that shows the place at which it cannot be read
 */
export function readConjecture(typed: string): string {
  if (typed === '') return '';
  const parsed = parseConjecture(typed);
  if (parsed.ok) return linkable(typed);
  const mark = `${' '.repeat(Math.min(parsed.at, typed.length))}^`;
  throw new RangeError(`the conjecture cannot be read: ${parsed.message}\n  ${typed}\n  ${mark}`);
}
