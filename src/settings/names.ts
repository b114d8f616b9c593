/**
 * Names from files (of labels, of the files themselves) inside a setting's text: each with ~ before it, and what is not a
 * letter, a digit or one of _ - written as ! and its UTF-16 code unit in hexadecimal, !2c or !u2026. Mail and chat strip
 * and encode punctuation and spaces around links, so a name must not have any (see link-mends.ts).
 */
const LETTER = String.raw`[\p{L}\p{M}\p{N}_-]`;
/** Points may stand before one of these. */
const CHARACTER = String.raw`(?:${LETTER}|![0-9a-f]{2}|!u[0-9a-f]{4})`;

/** One name or more, as the source of a regular expression with the flag u. */
export const NAMES = String.raw`(?:~(?:\.*${CHARACTER})+)+`;
const WHOLE = new RegExp(`^${NAMES}$`, 'u');
const PLAIN = new RegExp(`^${LETTER}$`, 'u');

export function formatNames(names: readonly string[]): string {
  return names.map((name) => `~${escaped(name)}`).join('');
}

function escaped(name: string): string {
  const characters = Array.from(name);
  return characters
    .map((character, k) => {
      const inside = character === '.' && k < characters.length - 1;
      if (inside || PLAIN.test(character)) return character;
      return Array.from({ length: character.length }, (_, unit) => signOf(character.charCodeAt(unit))).join(
        '',
      );
    })
    .join('');
}

function signOf(code: number): string {
  const hex = code.toString(16);
  return hex.length <= 2 ? `!${hex.padStart(2, '0')}` : `!u${hex.padStart(4, '0')}`;
}

/** The inverse of {@link formatNames}; null: the text does not have its form. */
export function parseNames(text: string): readonly string[] | null {
  if (!WHOLE.test(text)) return null;
  return text
    .slice(1)
    .split('~')
    .map((name) =>
      name.replace(
        /!u([0-9a-f]{4})|!([0-9a-f]{2})/g,
        (_, long: string | undefined, short: string | undefined) =>
          String.fromCharCode(parseInt(long ?? short!, 16)),
      ),
    );
}
