/** A link as it was meant, and in words what mail and chat had done to it. */
export interface Mended {
  readonly text: string;
  readonly mends: readonly string[];
}

/** Spaces, line breaks, and characters that are not seen: no part of any value. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/gu;
/** What sentences put around an address. */
const OPENING = /^[<([{"'“”„‘«‹]+/u;
const CLOSING = /[.,;:!>\]}"'“”’»›*]+$/u;
/** What senders add to addresses to follow them: nobody's setting. */
const TRACKING = /^(?:utm_\w*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|si)$/;
/** A link may have been encoded once for each place it went through. */
const MOST_ENCODINGS = 3;

type Mend = (text: string) => readonly [text: string, mend: string] | null;

/**
 * Undoes what happens to links on their way: line breaks and invisible characters in them, `&amp;`, encoding as a whole,
 * a whole address in place of its end, `?` in place of `#`, and the punctuation of the sentence around them. A link as
 * {@link import('./link.ts').encodeLink} writes it stays as it is. Works for any text.
 */
export function mendLink(given: string): Mended {
  let text = withoutTracking(given);
  const mends = new Set<string>();
  // What one mend uncovers is another's: encoding hides spaces, and these break up encoding.
  for (let round = 0, before = ''; round < MOST_ENCODINGS && before !== text; round++) {
    before = text;
    for (const mend of MENDS) {
      const mended = mend(text);
      if (mended === null) continue;
      text = mended[0];
      if (mended[1] !== '') mends.add(mended[1]);
    }
  }
  return { text: withoutTracking(text), mends: [...mends] };
}

/** Whether a text says that it is a link of this page: it names a version. */
export const looksLikeLink = (text: string): boolean => /(?:^|&)v=\d/.test(mendLink(text).text);

function withoutTracking(text: string): string {
  const lead = /^[?#]?/.exec(text)![0];
  const pieces = text.slice(lead.length).split('&');
  return lead + pieces.filter((piece) => !TRACKING.test(piece.split('=')[0]!)).join('&');
}

/** The invisible and the punctuation, which an address bar shows as percent signs, as themselves. */
const readable: Mend = (text) => {
  const shown = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const decoded = decodedOnce(run);
    const plain = (c: string): boolean => c.search(UNSEEN) === 0 || /[<>[\]{}"“”„‘’«»‹›]/u.test(c);
    if (decoded === null || !Array.from(decoded).some(plain)) return run;
    return Array.from(decoded, (c) => (plain(c) ? c : encodeURIComponent(c))).join('');
  });
  return shown === text ? null : [shown, ''];
};

/** No value holds %, & or =, so where these are encoded the link is, and not only its values. */
const whole: Mend = (text) => {
  let decoded = text;
  for (let times = 0; times < MOST_ENCODINGS && /%(?:25|26|3d)/i.test(decoded); times++) {
    const once = decodedOnce(decoded);
    if (once === null) break;
    decoded = once;
  }
  return decoded === text ? null : [decoded, 'it was percent-encoded as a whole'];
};

function decodedOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const seen: Mend = (text) => {
  const without = text.replace(UNSEEN, '');
  return without === text ? null : [without, 'spaces, line breaks or invisible characters were left out'];
};

const ampersands: Mend = (text) => {
  const plain = text.replace(/&(?:(?:amp|#38|#x26);)+/gi, '&');
  return plain === text ? null : [plain, '“&amp;” was read as “&”'];
};

/** What is behind the last # or ?, of the parts that have a version, or else something to read. */
const address: Mend = (text) => {
  const parts = text.split(/[#?]/);
  if (parts.length === 1) return null;
  const last = (pattern: RegExp): string | undefined => parts.filter((part) => pattern.test(part)).at(-1);
  const link = last(/(?:^|&)v=/) ?? last(/=/);
  if (link === undefined) return null;
  const before = text.slice(0, text.lastIndexOf(link));
  if (before === '#') return [link, ''];
  return [link, before === '?' ? '“?” was read as “#”' : 'only what follows the address was read'];
};

const punctuation: Mend = (text) => {
  let kept = text.replace(OPENING, '');
  for (let before = ''; before !== kept;) {
    before = kept;
    kept = kept.replace(CLOSING, '');
    // 1/sqrt(2m) ends with a bracket of its own.
    if (kept.endsWith(')') && count(kept, /\)|%29/g) > count(kept, /\(|%28/g)) kept = kept.slice(0, -1);
  }
  return kept === text ? null : [kept, 'the punctuation around it was left out'];
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const MENDS: readonly Mend[] = [seen, readable, seen, whole, ampersands, address, punctuation];
