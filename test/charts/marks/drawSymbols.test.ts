import { describe, expect, it } from 'vitest';
import { drawSymbols, symbolsWidth } from '../../../src/charts/marks/drawSymbols.ts';
import { recordingContext } from '../recorder.ts';

/** Letters are 7 pixels wide in the recorder, whatever their size. */
function drawn(text: string, align: CanvasTextAlign) {
  const { context, texts } = recordingContext();
  context.font = '400 20px Sans';
  context.textAlign = align;
  drawSymbols(context, text, 100, 50);
  return { texts, font: context.font, align: context.textAlign, width: symbolsWidth(context, text) };
}

describe('text in a file', () => {
  it('has σₚ with a small p below, and goes on beside it', () => {
    const { texts, font, width } = drawn('σₚ = 1', 'start');
    expect(texts).toEqual([
      { text: 'σ', x: 100, y: 50 },
      { text: 'p', x: 107, y: 53.6 },
      { text: ' = 1', x: 114, y: 50 },
    ]);
    expect([font, width]).toEqual(['400 20px Sans', 42]);
  });

  it('has ω_TF so, and ends or is centred where its anchor is', () => {
    expect(drawn('ω_TF', 'end').texts.map(({ x }) => x)).toEqual([79, 86]);
    const centred = drawn('ω_TF', 'center');
    expect(centred.texts.map(({ x }) => x)).toEqual([89.5, 96.5]);
    expect(centred.align).toBe('center');
  });

  it('is drawn as a whole where nothing stands below', () => {
    expect(drawn('γ = 0.1', 'end').texts).toEqual([{ text: 'γ = 0.1', x: 100, y: 50 }]);
  });
});
