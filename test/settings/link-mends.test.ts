import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../src/settings/link.ts';
import { looksLikeLink, mendLink } from '../../src/settings/link-mends.ts';
import { arbitraryStudy, arbitraryView } from './arbitrary.ts';

const LINK = 'v=1&g=0.5&a=1/sqrt(2m)&n=20&tx=log&fp=0123456789abcdef';

/** What mail, chat and people do to links; each changes the text. */
const HARMS = {
  '&amp; for &': (link: string) => link.replaceAll('&', '&amp;'),
  '&amp;amp; for &': (link: string) => link.replaceAll('&', '&amp;amp;'),
  '&#38; for &': (link: string) => link.replaceAll('&', '&#38;'),
  'a bracket after it': (link: string) => `${link})`,
  'brackets around it': (link: string) => `(${link})`,
  'a point after it': (link: string) => `${link}.`,
  'a comma after it': (link: string) => `${link},`,
  '> after it': (link: string) => `${link}>`,
  'angles around it': (link: string) => `<#${link}>`,
  '” after it': (link: string) => `${link}”`,
  'an encoded ” after it': (link: string) => `${link}%E2%80%9D`,
  'encoded from end to end': (link: string) => encodeURIComponent(link),
  'encoded twice': (link: string) => encodeURIComponent(encodeURIComponent(link)),
  'encoded, with a point after it': (link: string) => `${encodeURIComponent(link)}.`,
  '? in place of #': (link: string) => `?${link}`,
  'a whole address': (link: string) => `https://lab.example/page/?lang=en#${link}`,
  'a whole address with ?': (link: string) => `https://lab.example/?${link}`,
  'an encoded address': (link: string) => encodeURIComponent(`https://lab.example/#${link}`),
  'a line break in it': (link: string) => `${link.slice(0, 7)}\r\n ${link.slice(7)}`,
  'an encoded space in it': (link: string) => `${link.slice(0, 7)}%20${link.slice(7)}`,
  'an invisible character in it': (link: string) => `${link.slice(0, 5)}\u200b${link.slice(5)}\u2060`,
  'an encoded invisible character': (link: string) => `${link}%E2%80%8B`,
} as const;

describe('mendLink', () => {
  it.each(Object.entries(HARMS))('reads a link that has %s, and says so', (_, harm) => {
    const { notes, ...read } = decodeLink(harm(LINK));
    expect(read).toEqual({ ...decodeLink(LINK), notes: undefined });
    expect(notes).toHaveLength(1);
    expect(notes[0]!.message).toMatch(/^the link was mended: ./);
  });

  it('leaves every link that the page writes as it is', () => {
    fc.assert(
      fc.property(arbitraryStudy, arbitraryView, (study, view) => {
        const link = encodeLink({ study, view });
        expect(mendLink(link)).toEqual({ text: link, mends: [] });
      }),
    );
  });

  it('reads any link after any two harms', () => {
    const harm = fc.constantFrom(...Object.values(HARMS));
    fc.assert(
      fc.property(arbitraryStudy, arbitraryView, harm, harm, (study, looks, first, second) => {
        const link = encodeLink({ study, view: looks, fingerprint: '0123456789abcdef' });
        const read = decodeLink(second(first(link)));
        expect(read).toMatchObject({ study, view: looks, fingerprint: '0123456789abcdef' });
        expect(read.notes).toHaveLength(1);
      }),
    );
  });

  it('takes what follows senders about without a word', () => {
    for (const link of ['utm_source=x&v=1&g=0.5&fbclid=abc', 'v=1&utm_campaign=y&g=0.5']) {
      expect(decodeLink(link)).toMatchObject({ study: { base: { gamma: 0.5 } }, notes: [] });
    }
  });

  it('gives some text for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200, size: 'max' }), (text) => {
        expect(typeof mendLink(text).text).toBe('string');
      }),
    );
  });
});

describe('looksLikeLink', () => {
  it.each(['v=1&g=0.5', '?v=1', 'utm_source=mail&v=1&n=20', 'v%3D1%26g%3D0.5'])(
    'takes %s for one',
    (text) => {
      expect(looksLikeLink(text)).toBe(true);
    },
  );

  it.each(['', '?lang=en', 'utm_source=mail', 'g=0.5', 'tv=1', 'v=', 'q=v'])('takes %s for none', (text) => {
    expect(looksLikeLink(text)).toBe(false);
  });
});
