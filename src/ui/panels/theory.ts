import { useMemo } from 'react';
import type { Beside, Curve } from '../../core/claims/drawing.ts';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useTheory, type TheoryState } from '../../state/theory.ts';
import { useView, type ViewState } from '../../state/view.ts';
import type { Theory } from '../../charts/data/theory.ts';
import { runName } from './bundles.ts';

/** What charts show that claims are about. */
const BESIDE = {
  'stable-rank': ['stableRankPositive', 'stableRankNegative', 'stableRankAll', 'meanStableRank'],
  loss: ['loss'],
  'neuron-norms': ['frobenius', 'minNeuronNorm', 'maxNeuronNorm'],
  margins: ['margins'],
  'margin-gap': ['marginGap'],
  pattern: ['agreement'],
  'signal-noise': ['signal', 'noise'],
} as const satisfies Readonly<Record<string, readonly Beside[]>>;

/** The ids of charts that the theory is drawn on. */
export type TheoryPanel = keyof typeof BESIDE;

/** The chart that shows what a claim reads, among those that the theory is drawn on; null for none. */
export const theoryPanelOf = (read: string): TheoryPanel | null =>
  (Object.keys(BESIDE) as TheoryPanel[]).find((id) => BESIDE[id].some((name) => name === read)) ?? null;

export const isTheoryPanel = (id: string): id is TheoryPanel => id in BESIDE;

/** The charts on which the theory is drawn, as the view has them. */
const drawnOn = (drawn: string): readonly string[] => drawn.split('.').filter((id) => id !== '');

export const isTheoryDrawn = ({ theory }: Pick<ViewState, 'theory'>, id: string): boolean =>
  drawnOn(theory).includes(id);

/** The view with the theory on a chart, or off it. */
export function toggledTheory({ theory }: Pick<ViewState, 'theory'>, id: string): Pick<ViewState, 'theory'> {
  const drawn = drawnOn(theory);
  const others = drawn.filter((one) => one !== id);
  return { theory: (others.length < drawn.length ? others : [...drawn, id]).join('.') };
}

/** What a chart draws of the theory. */
export interface Asked {
  readonly id: TheoryPanel;
  /** Those of the chart's quantities that are drawn; all when absent. */
  readonly beside?: readonly Beside[];
  /** Subtracted from curves: 1 for "stable rank − 1". */
  readonly offset?: number;
}

/** All of a chart's quantities; null where it has none that claims are about. */
export const askedOn = (id: string): Asked | null => (isTheoryPanel(id) ? { id } : null);

type Known = Pick<TheoryState, 'runs' | 'reports' | 'stale'>;

/** The curves of the run that single-run pictures show, of the point in front; null until that is whole and watched. */
function curvesOf({ runs, reports, stale }: Known, chosen: number): readonly Curve[] | null {
  const front = runs.filter((run) => run.front);
  const run = stale ? undefined : front[Math.min(chosen, front.length - 1)];
  const report = run === undefined ? undefined : reports.get(run.key);
  return report?.end?.kind === 'whole' ? report.curves : null;
}

/** Makes what a chart draws of a run's curves. @param asked with its defaults @param run the run's name; '' for the only one */
export type MakeTheory = (curves: readonly Curve[], asked: Required<Asked>, run: string) => Theory;

let makeTheory: MakeTheory | null = null;

/** Says how it is made: that is loaded with what watches the claims, and before these were there are no curves. */
export function handInTheory(make: MakeTheory): void {
  makeTheory = make;
}

const theoryOf = (curves: readonly Curve[], asked: Asked, run: string): Theory | null =>
  makeTheory?.(curves, { beside: BESIDE[asked.id], offset: 0, ...asked }, run) ?? null;

/** As things stand: for pictures and tables. */
export function theoryNow(
  asked: Asked,
  recordings: readonly Recording[],
  variants: readonly Variant[] = [],
): Theory | null {
  const view = useView.getState();
  if (!isTheoryDrawn(view, asked.id)) return null;
  const curves = curvesOf(useTheory.getState(), view.run);
  return curves === null ? null : theoryOf(curves, asked, runName(recordings, view.run, variants));
}

/** What the theory adds to a chart that is shown; the same object while it is the same. @param asked a constant */
export function useTheoryOf(
  asked: Asked | null,
  recordings: readonly Recording[],
  variants: readonly Variant[] = [],
): Theory | null {
  const isDrawn = useView((view) => asked !== null && isTheoryDrawn(view, asked.id));
  const run = useView((view) => view.run);
  const curves = useTheory((state) => (isDrawn ? curvesOf(state, run) : null));
  const name = runName(recordings, run, variants);
  return useMemo(
    () => (curves === null || asked === null ? null : theoryOf(curves, asked, name)),
    [curves, asked, name],
  );
}
