import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Curve } from '../../../src/core/claims/drawing.ts';
import { decodeLink, encodeLink } from '../../../src/settings/link.ts';
import { PRESETS } from '../../../src/settings/presets.ts';
import { DEFAULT_VIEW } from '../../../src/settings/view.ts';
import { useTheory } from '../../../src/state/theory.ts';
import { useView } from '../../../src/state/view.ts';
import { PANELS } from '../../../src/ui/panels/index.ts';
import { isTheoryDrawn, isTheoryPanel, theoryNow, toggledTheory } from '../../../src/ui/panels/theory.ts';
import { letChartsDrawTheory } from '../../../src/ui/theory/drawn.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';

const curve = (number: number | null, as: Curve['drawing']['as'], met = true): Curve => ({
  claim: 'claim',
  drawing: { as, beside: ['loss'], label: as === 'mark' ? 'T = {}' : 'c t^{}' },
  number,
  met,
  epochs: Float64Array.of(1, 2),
  values: Float64Array.of(number ?? 0, 0.5),
});

const whole = { epoch: 9, end: { kind: 'whole' }, judged: [] } as const;

/** Three runs, the first of another point than that in front. */
function known(stale = false): void {
  useTheory.setState({
    runs: [
      { key: 'other', index: 0, run: 0, front: false },
      { key: 'first', index: 1, run: 0, front: true },
      { key: 'second', index: 1, run: 1, front: true },
    ],
    reports: new Map([
      ['other', { key: 'other', ...whole, curves: [curve(-9, 'fitted')] }],
      ['first', { key: 'first', ...whole, curves: [curve(-1, 'fitted')] }],
      ['second', { key: 'second', ...whole, curves: [curve(-2, 'fitted', false), curve(4_000, 'mark')] }],
    ]),
    stale,
  });
}

const recordings = [1, 2].map((seed) => syntheticRecording({ seed, epochs: 9 }));
const now = (offset?: number) =>
  theoryNow({ id: 'loss', ...(offset !== undefined && { offset }) }, recordings);
const shown = (view: string) => {
  useView.getState().set(decodeLink(view).view);
  return now();
};

afterEach(() => {
  useTheory.setState(useTheory.getInitialState(), true);
  useView.setState(useView.getInitialState(), true);
});

describe('the charts that the theory is drawn on', () => {
  it('are in the link, one by one, in the order in which they were chosen', () => {
    const on = ['loss', 'stable-rank'].reduce((view, id) => ({ ...view, ...toggledTheory(view, id) }), {
      ...DEFAULT_VIEW,
    });
    const { study } = decodeLink('#v=1');
    const link = encodeLink({ study, view: on });
    expect(link).toContain('th=loss.stable-rank');
    const { view, notes } = decodeLink(link);
    expect(notes).toEqual([]);
    expect(isTheoryDrawn(view, 'loss') && isTheoryDrawn(view, 'stable-rank')).toBe(true);
    expect(isTheoryDrawn(view, 'rank')).toBe(false);
    const off = toggledTheory(view, 'loss');
    expect(off.theory).toBe('stable-rank');
    expect(encodeLink({ study, view: { ...view, ...toggledTheory(off, 'stable-rank') } })).not.toContain(
      'th=',
    );
  });

  it('of a preset that has some are charts with theory, and presets that speak of a limit or of T₁ have them', () => {
    const ids = new Set(PANELS.map(({ id }) => id));
    const drawn = PRESETS.flatMap(({ id, view }) => (view?.theory ? [[id, view.theory] as const] : []));
    for (const [id, theory] of drawn) {
      for (const panel of theory.split('.')) expect(isTheoryPanel(panel) && ids.has(panel), id).toBe(true);
    }
    expect(Object.fromEntries(drawn)).toEqual({
      'kou-4-leaky': 'stable-rank',
      'kou-5-relu': 'stable-rank',
      'meng-t1': 'signal-noise',
    });
  });
});

describe('what a chart draws of the theory', () => {
  beforeAll(letChartsDrawTheory);

  it('is of the run that is shown, of those in front, and is named after it', () => {
    known();
    expect(shown('#v=1&th=loss')).toEqual({
      guides: [expect.objectContaining({ label: 'c t^−1.00', dash: 'dash-dot', faint: false })],
      marks: [],
      note: 'theory of run 1 of 2',
    });
    const second = shown('#v=1&th=loss&run=1');
    expect(second?.guides).toMatchObject([{ label: 'c t^−2.00', faint: true }]);
    expect(second?.marks).toEqual([{ epoch: 4_000, label: 'T = 4,000' }]);
    expect(second?.note).toBe('theory of run 2 of 2, faint: outside its assumptions');
    // There are only two: the last.
    expect(shown('#v=1&th=loss&run=7')?.guides).toMatchObject([{ label: 'c t^−2.00' }]);
  });

  it('is moved with the quantity: of the stable rank’s excess one less', () => {
    known();
    shown('#v=1&th=loss');
    expect(now(1)!.guides[0]!.values).toEqual(Float64Array.of(-2, -0.5));
  });

  it('is nothing where it is off, while others are computed, and before the run is whole', () => {
    known();
    expect(shown('#v=1')).toBeNull();
    expect(shown('#v=1&th=stable-rank')).toBeNull();
    known(true);
    expect(shown('#v=1&th=loss')).toBeNull();
    known();
    const reports = new Map(useTheory.getState().reports);
    reports.set('first', { ...reports.get('first')!, end: null });
    useTheory.setState({ reports });
    expect(now()).toBeNull();
  });
});
