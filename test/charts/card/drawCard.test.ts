import { describe, expect, it } from 'vitest';
import { drawCard, rowsOfPanes } from '../../../src/charts/card/drawCard.ts';
import type { Palette } from '../../../src/charts/hooks/usePalette.ts';
import type { Surface } from '../../../src/charts/marks/surface.ts';
import type { PanelId } from '../../../src/ui/panels/formulas.ts';
import type { PictureRequest } from '../../../src/ui/panels/spec.ts';
import { TOLD } from '../../../src/ui/panels/told/index.ts';
import { useView } from '../../../src/state/view.ts';
import { recordingContext } from '../recorder.ts';
import { comparedRuns } from '../synthetic.ts';

const palette: Palette = { rgb: () => [1, 2, 3], css: (name) => name, pixelRatio: 1 };
const variants = comparedRuns({ epochs: 20 });
const request: PictureRequest = {
  recordings: variants[0]!.recordings,
  variants,
  view: useView.getState(),
  horizon: 20,
  palette,
};

function drawn(id: PanelId, size = { width: 312, height: 234 }) {
  const { context, texts, calls } = recordingContext();
  const surface: Surface = {
    context,
    palette,
    em: 9,
    fonts: { sans: 'sans', serif: 'serif' },
    bitmap: (image) => image as unknown as CanvasImageSource,
  };
  const picture = TOLD[id].picture(request)!;
  drawCard(surface, size, picture, { title: 'A title', notes: ['the link'] }, 20);
  return { texts: texts.map(({ text }) => text), places: texts, calls };
}

describe('drawCard', () => {
  it('writes title, quantity, legend, ticks of both axes, runs and notes of a chart over time', () => {
    const { texts, calls } = drawn('loss');
    const expected = [
      'A title',
      'none',
      'PEGR',
      'FGR',
      '0',
      '20',
      '0.1',
      'epoch t',
      'PEGR and FGR off',
      'the link',
    ];
    expect(texts).toEqual(expect.arrayContaining(expected));
    expect(texts.some((text) => text.startsWith('mean ± 3 sd'))).toBe(true);
    expect(calls.filter((call) => call.startsWith('lineTo')).length).toBeGreaterThan(60);
  });

  it('has the stable rank relative to its start where the card has it so', () => {
    useView.getState().set({ stableRankUnit: 'start' });
    const relative = TOLD['stable-rank'].picture({
      ...request,
      view: useView.getState(),
    })!;
    useView.setState(useView.getInitialState());
    expect(relative.valueLabel).toContain('stable rank / its start');
  });

  it('writes φ and φ′ of the activation with their axes', () => {
    const { texts } = drawn('phi');
    expect(texts).toEqual(expect.arrayContaining(['φ(z)', 'φ′(z)', '4', 'Leaky ReLU, γ = 0.1']));
  });

  it('draws every chart without a matrix at both widths of a paper with all text inside', () => {
    for (const id of [
      'loss',
      'stable-rank',
      'margins',
      'spectrum',
      'signal-plane',
      'margin-gap',
      'against',
    ] as const) {
      for (const width of [312, 648]) {
        const { places } = drawn(id, { width, height: 260 });
        expect(places.length, id).toBeGreaterThan(5);
        for (const { x, y, text } of places) {
          expect(x >= 0 && x <= width && y > 0 && y <= 260, `${id}: ${text} at ${x}, ${y}`).toBe(true);
        }
      }
    }
  });

  it('draws what is compared in a plane side by side', () => {
    const { texts } = drawn('signal-plane', { width: 648, height: 260 });
    expect(texts.filter((text) => text.startsWith('signal ⟨w'))).toHaveLength(3);
  });

  it('draws no curve with more points than two hundred pixels show', () => {
    const { calls } = drawn('margins');
    expect(calls.filter((call) => /lineTo/.test(call)).length).toBeLessThan(4 * 312 * 12);
  });

  it('goes on below where panes side by side would be too narrow, with every name whole and inside', () => {
    const pane = { kind: 'spectrum', snapshots: [], axis: 'linear' } as const;
    const names = ['γ = 0, σ₀ = 0.001, run 1 of 3', 'γ = 0.1, σ₀ = 0.001', 'γ = 0.5', 'γ = 1'];
    const picture = {
      layout: 'across',
      panes: names.map((name) => ({ ...pane, name })),
      valueLabel: '',
      legend: { title: '', entries: [] },
      colours: null,
    } as const;
    expect([312, 648].map((width) => rowsOfPanes(picture, width, 9))).toEqual([2, 1]);
    const { context, texts } = recordingContext();
    const fonts = { sans: 'sans', serif: 'serif' };
    const surface = { context, palette, em: 9, fonts, bitmap: () => new Image() };
    drawCard(surface, { width: 312, height: 300 }, picture, { title: '', notes: [] }, 0);
    expect(texts.map(({ text }) => text).join(' ')).toBe(names.join(' '));
    for (const { text, x } of texts) expect(x + 7 * text.length, text).toBeLessThanOrEqual(312);
    expect(new Set(texts.map(({ x }) => x)).size).toBe(2);
  });

  it('says once of several panes of which runs they are', () => {
    const view = { ...useView.getState(), multiples: 'all' } as const;
    const points = [0, 1].flatMap((place) =>
      variants.map((variant, k) => ({
        ...variant,
        point: { ...variant.point, at: [k, place] },
        across: { setting: 'sigma0' as const, place, of: 2 },
      })),
    );
    const { valueLabel, panes } = TOLD.loss.picture({
      ...request,
      points,
      view,
    })!;
    expect(valueLabel).toMatch(/; mean ± 3 sd of \d runs/);
    expect(panes.map((pane) => pane.kind === 'time' && pane.content.runs)).toEqual(['', '']);
  });
});
