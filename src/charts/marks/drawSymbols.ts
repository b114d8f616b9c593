import { symbolParts } from '../data/symbols.ts';

/** So far below the line, and so large, is what stands below a letter in a picture, in em. */
export const DROP = 0.18;
export const SMALL = 0.7;

type TextContext = Pick<
  CanvasRenderingContext2D,
  'font' | 'textAlign' | 'measureText' | 'fillText' | 'strokeText'
>;

/** How wide {@link drawSymbols} draws a text in the font that is set. */
export const symbolsWidth = (context: TextContext, text: string): number =>
  pieces(context, text).reduce((sum, { width }) => sum + width, 0);

/** Draws text of one line with σₚ or ω_TF set with a small p or TF below, in the font and alignment that are set. */
export function drawSymbols(
  context: TextContext,
  text: string,
  x: number,
  y: number,
  how: 'fillText' | 'strokeText' = 'fillText',
): void {
  const parts = pieces(context, text);
  const { font, textAlign } = context;
  if (parts.length < 2) {
    context[how](parts[0]?.text ?? '', x, y);
    return;
  }
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  let at = x - (textAlign === 'center' ? width / 2 : textAlign === 'end' ? width : 0);
  context.textAlign = 'start';
  for (const part of parts) {
    context.font = part.font;
    context[how](part.text, at, y + (part.below ? DROP * sizeOf(font) : 0));
    at += part.width;
  }
  Object.assign(context, { font, textAlign });
}

const SIZE = /([\d.]+)px/;
const sizeOf = (font: string): number => Number(SIZE.exec(font)?.[1] ?? 0);

interface Piece {
  readonly text: string;
  readonly below: boolean;
  readonly font: string;
  readonly width: number;
}

function pieces(context: TextContext, text: string): readonly Piece[] {
  const { font } = context;
  const small = font.replace(SIZE, () => `${Number((SMALL * sizeOf(font)).toFixed(2))}px`);
  const all = symbolParts(text).map((part): Piece => {
    context.font = part.below ? small : font;
    return { ...part, font: context.font, width: context.measureText(part.text).width };
  });
  context.font = font;
  return all;
}
