import { useCallback, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useView } from '../../state/view.ts';
import type { ViewState } from '../../state/view.ts';
import type { PlayerState } from '../../state/player.ts';
import { withTheory } from '../../charts/data/theory.ts';
import { withBefore } from '../../charts/data/before.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { comparedContent } from '../../charts/data/compared.ts';
import { write } from '../../charts/hooks/dom.ts';
import { formatValue } from '../../charts/data/format.ts';
import { momentInWords } from '../../charts/data/moment.ts';
import { useBands } from '../../charts/hooks/useBands.ts';
import { useBefore, type ContentOf } from '../../charts/hooks/useBefore.ts';
import { usePlayhead } from '../../charts/hooks/usePlayhead.ts';
import { useGrown } from '../../charts/hooks/useGrown.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands, Mean, RestOfContent } from '../../charts/data/means.ts';
import { isCompared } from '../../charts/data/looks.ts';
import { meanStableRank, relativeToStart } from '../../charts/data/quantities.ts';
import { indexAt } from '../../charts/data/search.ts';
import { participants } from '../../charts/data/statistics.ts';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { timeSummary } from '../../charts/data/words.ts';
import { ViewChoice } from '../parts/ViewChoice.tsx';
import { frontName, joined } from './bundles.ts';
import { AxisMultiples, useAxisMultiples } from './AxisMultiples.tsx';
import { MultiplesChoice } from './MultiplesChoice.tsx';
import type { ContentWith } from './panes.ts';
import type { PanelProps, PanelSpec } from './spec.ts';
import { theoryNow, useTheoryOf } from './theory.ts';

type StableRankAxis = ViewState['stableRankAxis'];

type Headline = ViewState['headline'];

type Unit = ViewState['stableRankUnit'];

/** Line widths of the curves that the big number is of, and of the others. */
const LARGE = 3;
const SMALL = 2;

const ranks = (headline: Headline): readonly Mean[] => {
  const [classes, whole] = headline === 'mean' ? [LARGE, SMALL] : [SMALL, LARGE];
  return [
    { scalar: 'stableRankPositive', label: 'W₊', colour: 'positive', dash: 'solid', width: classes },
    { scalar: 'stableRankNegative', label: 'W₋', colour: 'negative', dash: 'dashed', width: classes },
    { scalar: 'stableRankAll', label: 'W', colour: 'ink-soft', dash: 'dotted', width: whole },
  ];
};

/** What the big number is of, and the one curve of each compared mode. */
const HEADLINES: Readonly<Record<Headline, Mean>> = {
  mean: {
    scalar: 'stableRankPositive',
    label: 'mean of W₊ and W₋',
    colour: 'ink',
    dash: 'solid',
    width: LARGE,
    of: meanStableRank,
  },
  all: { scalar: 'stableRankAll', label: 'W, all neurons', colour: 'ink', dash: 'solid', width: LARGE },
};

/** The same relative to its start, run by run. */
const relative = (mean: Mean): Mean => ({
  ...mean,
  name: `${mean.label} / start`,
  of: relativeToStart(mean.label, mean.of ?? ((run) => run.column(mean.scalar))),
  possible: [0, Infinity],
});

export function stableRankContent(
  recordings: readonly Recording[],
  axis: StableRankAxis,
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
  headline: Headline = 'mean',
  unit: Unit = 'one',
): TimeContent {
  const isRelative = unit === 'start';
  // Relative to its start it comes to no 1.
  const isExcess = axis === 'excess' && !isRelative;
  const as = (mean: Mean): Mean => (isRelative ? relative(mean) : { ...mean, offset: isExcess ? 1 : 0 });
  const large = HEADLINES[headline];
  const quantity = isRelative ? 'stable rank / its start' : isExcess ? 'stable rank − 1' : 'stable rank';
  const rest: RestOfContent = {
    axis: axis === 'linear' ? 'linear' : 'log',
    valueLabel: isCompared(variants) ? `${quantity}, ${large.label}` : quantity,
    include: axis === 'linear' ? [0] : [],
    references: isExcess
      ? []
      : [
          isRelative
            ? { value: 1, label: 'as at the start: 1' }
            : { value: 1, label: 'rank one: 1', atStart: true },
        ],
    guide: null,
  };
  return comparedContent(recordings, variants, bands, ranks(headline).map(as), rest, [as(large)]);
}

/** The theory of the curves that are drawn: none where they are relative to their start. */
export function theoryAsked(axis: StableRankAxis, unit: Unit, headline: Headline, compared: boolean) {
  if (unit === 'start') return null;
  const id = 'stable-rank' as const;
  const offset = axis === 'excess' ? 1 : 0;
  if (!compared) return { id, offset };
  const beside =
    headline === 'all'
      ? (['stableRankAll'] as const)
      : (['meanStableRank', 'stableRankPositive', 'stableRankNegative'] as const);
  return { id, offset, beside };
}

/** Mean over runs of the headline's stable rank at epoch t, and the epoch it was recorded at. */
export function stableRankAt(
  recordings: readonly Recording[],
  t: number,
  headline: Headline = 'mean',
  unit: Unit = 'one',
): { value: number; epoch: number } | null {
  const { runs, count, epochs } = participants(recordings);
  const index = indexAt(epochs, count, t);
  if (index < 0) return null;
  const mean = HEADLINES[headline];
  const { scalar, of = (run: Recording) => run.column(scalar) } = unit === 'start' ? relative(mean) : mean;
  const sum = runs.reduce((total, run) => total + of(run)[index]!, 0);
  return { value: sum / runs.length, epoch: epochs[index]! };
}

/** Near its limit of 1 what counts is how near. */
const bigNumber = (value: number, unit: Unit): string =>
  unit === 'one' && value < 1.05 ? value.toFixed(4) : formatValue(value, 3);

const AXES = { linear: 'linear', log: 'log' } as const;
const AXES_OF_RANK = { ...AXES, excess: 'value − 1, log' } as const;

function StableRank({ ghost, horizon, ...shown }: PanelProps): ReactElement {
  const grown = useGrown(shown.recordings, shown.variants);
  const axis = useView((view) => view.stableRankAxis);
  const headline = useView((view) => view.headline);
  const unit = useView((view) => view.stableRankUnit);
  const time = useView((view) => view.timeAxis);
  const bands = useBands();
  const contentOf = useCallback<ContentOf>(
    (recordings, variants) => stableRankContent(recordings, axis, createBands(), variants, headline, unit),
    [axis, headline, unit],
  );
  const before = useBefore(ghost, contentOf);
  const asked = useMemo(
    () => theoryAsked(axis, unit, headline, isCompared(shown.variants ?? [])),
    [axis, unit, headline, shown.variants],
  );
  const theory = useTheoryOf(asked, shown.recordings, shown.variants);
  const content = useMemo(
    () =>
      withTheory(
        withBefore(stableRankContent(grown.recordings, axis, bands, grown.variants, headline, unit), before),
        theory,
      ),
    [grown, axis, bands, headline, unit, before, theory],
  );
  const paneOf = useCallback<ContentWith>(
    (recordings, own, variants) => stableRankContent(recordings, axis, own, variants, headline, unit),
    [axis, headline, unit],
  );
  // Less one, the curves are not those of the words.
  const label = useMemo(
    () =>
      axis === 'excess'
        ? ranksInWords(grown.recordings, grown.variants, bands)
        : timeSummary('Stable rank', content),
    [axis, grown, bands, content],
  );
  const [stack, multiples] = useAxisMultiples(shown.points);
  const number = useRef<HTMLElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const place = useCallback(
    (player: PlayerState) => {
      const at = stableRankAt(grown.recordings, player.epoch, headline, unit);
      const start = stableRankAt(grown.recordings, 0, headline);
      write(number.current, at ? bigNumber(at.value, unit) : '–');
      write(
        words.current,
        at && start
          ? joined(
              frontName(grown.recordings, grown.variants),
              `${HEADLINES[headline].label}, at ${momentInWords(at.epoch)}; ${unit === 'start' ? 'relative to ' : ''}${formatValue(start.value, 3)} at the start`,
            )
          : '',
      );
    },
    [grown, headline, unit],
  );
  usePlayhead(place);
  return (
    <div className="panel-stack" ref={stack}>
      <div className="panel-bar">
        <div className="big-number">
          <strong ref={number} data-testid="big-stable-rank">
            –
          </strong>
          <span ref={words} />
        </div>
        <div className="panel-choices">
          {multiples.offered && <MultiplesChoice all={multiples.shown} />}
          <ViewChoice
            of="headline"
            legend="Matrix whose stable rank is the large number"
            labels={{ mean: 'W₊, W₋', all: 'W' }}
          />
          <ViewChoice
            of="stableRankUnit"
            legend="Stable rank as it is, or relative to its start"
            labels={{ one: 'SR', start: 'SR(t)/SR(0)' }}
          />
          <ViewChoice
            of="stableRankAxis"
            legend="Axis of the stable rank"
            labels={unit === 'start' ? AXES : AXES_OF_RANK}
            shown={unit === 'start' && axis === 'excess' ? 'log' : axis}
          />
        </div>
      </div>
      {multiples.shown ? (
        <AxisMultiples
          shown={{ ...shown, horizon }}
          subject="Stable rank"
          contentOf={paneOf}
          stacked={multiples.stacked}
        />
      ) : (
        <TimeChart content={content} time={time} horizon={horizon} label={label} />
      )}
    </div>
  );
}

/** As the card has it now: where modes are compared, of the matrix that was chosen there. */
export const linearRanks = (
  recordings: readonly Recording[],
  variants: readonly Variant[] | undefined,
  bands: Bands,
): TimeContent => {
  const { headline, stableRankUnit } = useView.getState();
  const asked = theoryAsked('linear', stableRankUnit, headline, isCompared(variants ?? []));
  return withTheory(
    stableRankContent(recordings, 'linear', bands, variants, headline, stableRankUnit),
    asked && theoryNow(asked, recordings, variants),
  );
};

export const ranksInWords = (
  recordings: readonly Recording[],
  variants: readonly Variant[] | undefined,
  bands: Bands,
): string => timeSummary('Stable rank', linearRanks(recordings, variants, bands));

export const stableRankPanel: PanelSpec = {
  id: 'stable-rank',
  title: 'Stable rank',
  size: 'wide',
  Component: StableRank,
};
