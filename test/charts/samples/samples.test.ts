import { describe, expect, it } from 'vitest';
import { drawSamples } from '../../../src/charts/samples/drawSamples.ts';
import type { SamplesContent } from '../../../src/charts/samples/content.ts';
import { samplesGeometry, samplesMarks } from '../../../src/charts/samples/geometry.ts';
import { recordingContext } from '../recorder.ts';

const CONTENT: SamplesContent = {
  valueLabel: 'λ',
  axis: 'log',
  labels: Float64Array.of(1, -1, 1),
  points: Float64Array.of(1, 2, 4),
  rings: Float64Array.of(1, NaN, 3),
  lines: [{ value: 0.5, label: 'λ > 0.5' }],
};
const BOX = { width: 300, height: 200, em: 10 };

describe('a number of each sample', () => {
  it('stands in the order of the samples between its lines, all within the box', () => {
    const geometry = samplesGeometry(CONTENT, BOX);
    const [least, most] = geometry.value.domain as [number, number];
    expect(least).toBeLessThanOrEqual(0.5);
    expect(most).toBeGreaterThanOrEqual(4);
    const texts = samplesMarks(CONTENT, geometry, 10).flatMap((mark) =>
      mark.kind === 'text' ? [mark.text] : [],
    );
    expect(texts).toEqual(expect.arrayContaining(['λ > 0.5', '1', '2', '3', 'point']));
  });

  it('is a disc of one class and a square of the other, with an outline where there is one', () => {
    const { context, calls } = recordingContext();
    const palette = { rgb: () => [0, 0, 0] as const, css: (name: string) => name, pixelRatio: 1 };
    drawSamples({ context, palette, em: 10 }, CONTENT, samplesGeometry(CONTENT, BOX));
    const count = (name: string): number => calls.filter((call) => call.startsWith(name)).length;
    expect([count('fill'), count('stroke'), count('arc'), count('rect')]).toEqual([3, 2, 4, 1]);
  });
});
