import { describe, expect, it } from 'vitest';
import { FREI_FIGURES } from '../../../src/settings/presets/figures-frei.ts';
import { studyOf } from '../../../src/settings/presets.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { pointsOf } from '../../../src/settings/study/study.ts';
import { pointInWords } from '../../../src/settings/study/words.ts';
import type { Variant } from '../../../src/engine/batch.ts';
import type { Study } from '../../../src/settings/study/study.ts';
import { useView } from '../../../src/state/view.ts';
import { panelsFor } from '../../../src/ui/panels/index.ts';
import { phiTold } from '../../../src/ui/panels/later/Phi.tsx';
import { phiPanel } from '../../../src/ui/panels/phi.ts';

const figure = studyOf(FREI_FIGURES.find(({ id }) => id === 'figure-frei-3')!);

const variantsOf = (study: Study): readonly Variant[] =>
  pointsOf(study).map((point) => ({
    point,
    curve:
      point.at === null
        ? null
        : { setting: study.axes[0]!.setting, place: point.at[0]!, of: study.axes[0]!.values.length },
    name: pointInWords(study, point),
    recordings: [],
  }));

describe('the card of the activation', () => {
  it('is the first where activations are compared, as in F Figure 3, and the last elsewhere', () => {
    expect(panelsFor('binary-clusters', figure.axes)[0]).toBe(phiPanel);
    expect(panelsFor('binary-clusters', [{ setting: 'gamma' }]).at(-1)).toBe(phiPanel);
    expect(panelsFor('signal-noise').at(-1)).toBe(phiPanel);
  });

  it('lists φ and φ′ of each activation, from the same z', () => {
    const { columns, count, row } = phiTold.table([], 0, variantsOf(figure));
    expect(columns).toEqual([
      'z',
      'φ(z), Smoothed leaky ReLU',
      'φ′(z), Smoothed leaky ReLU',
      'φ(z), Leaky ReLU',
      'φ′(z), Leaky ReLU',
    ]);
    expect(row((count - 1) / 2)).toEqual(
      ['0', '0', '0.5500', '0', '1.000'].map((x) => expect.stringContaining(x.slice(0, 4)) as string),
    );
    expect(row(0)).toHaveLength(5);
  });

  it('shows each activation once, whatever else varies, named by what tells it apart', () => {
    const slopes = {
      ...figure,
      axes: [axis('gamma', [0.1, 0.5]), axis('sigma0', [figure.base.sigma0, 0.1])],
    };
    const summary = phiTold.summary([], 0, variantsOf(slopes));
    expect(summary).toContain('of γ = 0.1; γ = 0.5.');
  });

  it('is drawn as two panes of lines, with a gap where the slope jumps', () => {
    const picture = phiTold.picture({
      recordings: [],
      variants: variantsOf(figure),
      view: useView.getState(),
      palette: { rgb: () => [0, 0, 0], css: (name) => name, pixelRatio: 1 },
    })!;
    expect(picture.panes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'function φ(z)',
      'function φ′(z)',
    ]);
    const gaps = picture.panes.flatMap((pane) =>
      pane.kind === 'function' ? pane.lines.map(({ points }) => points.filter(Number.isNaN).length) : [],
    );
    expect(gaps).toEqual([0, 0, 0, 1]);
  });
});
