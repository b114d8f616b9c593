import { useCallback, useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import { AgainstChart } from '../../../charts/against/AgainstChart.tsx';
import { againstContent, againstEntries, type AgainstContent } from '../../../charts/against/series.ts';
import { againstLabel, againstSummary, againstTable } from '../../../charts/against/words.ts';
import { frontVariant } from '../../../charts/data/looks.ts';
import { inTime } from '../../../charts/data/moment.ts';
import { isMeasuredWith } from '../../../charts/data/quantities.ts';
import { isGrowing, type BandKind } from '../../../charts/data/statistics.ts';
import type { Table } from '../../../charts/data/words.ts';
import { useGrown } from '../../../charts/hooks/useGrown.ts';
import { QUANTITY_LIST } from '../../../settings/outcomes.ts';
import { toFront } from '../../../settings/study/edit.ts';
import { parseTyped } from '../../../settings/typed.ts';
import { VIEW, type View } from '../../../settings/view.ts';
import { shortNumber } from '../../../settings/words.ts';
import { usePlayer } from '../../../state/player.ts';
import { useSettings } from '../../../state/settings.ts';
import { useView } from '../../../state/view.ts';
import { useMomentHelp, useViewHelp } from '../../controls/help.ts';
import { useTyped } from '../../controls/useTyped.ts';
import { Choice } from '../../parts/Choice.tsx';
import type { PanelProps, Told } from '../spec.ts';

const NONE: readonly Variant[] = [];

export function AgainstPanel({ recordings, variants = NONE }: PanelProps): ReactElement {
  const grown = useGrown(recordings, variants);
  const { outcome, moment, threshold, band } = useView();
  const contentAt = useCallback(
    (t: number) => againstContent(grown.variants, { quantity: outcome, moment, threshold }, band, t),
    [grown, outcome, moment, threshold, band],
  );
  const front = useMemo(() => frontVariant(grown.variants, grown.recordings), [grown]);
  return (
    <div className="panel-stack">
      <OutcomeChoice points={variants} />
      <AgainstChart
        contentAt={contentAt}
        moves={moment === 'playhead'}
        growing={isGrowing(grown.variants.flatMap((variant) => variant.recordings))}
        front={front}
        label={summary(recordings, 0, variants)}
        onFront={bringToFront}
      />
    </div>
  );
}

/** The point's value on each axis comes to the front; a pin is not on them. */
function bringToFront({ point: { at } }: Variant): void {
  if (at !== null)
    useSettings.getState().edit((study) => at.reduce((next, k, a) => toFront(next, a, k), study));
}

function OutcomeChoice({ points }: { readonly points: readonly Variant[] }): ReactElement {
  const { outcome, moment, set } = useView();
  const offered = QUANTITY_LIST.filter(
    (name) => name === outcome || points.some(({ point }) => isMeasuredWith(name, point.settings)),
  );
  const help = useMomentHelp();
  return (
    <div className="panel-bar against-bar">
      <Choice
        label={VIEW.outcome.name}
        value={outcome}
        options={VIEW.outcome.options
          .filter(({ value }) => offered.includes(value))
          .map(({ value, label }) => ({ value, label: inTime(label) }))}
        onChange={(value) => set({ outcome: value as View['outcome'] })}
      />
      <Choice
        label={VIEW.moment.name}
        value={moment}
        options={VIEW.moment.options.map(({ value, label }) => ({
          value,
          label: inTime(label),
          help: inTime(help?.[value] ?? ''),
        }))}
        onChange={(value) => set({ moment: value as View['moment'] })}
      />
      {(moment === 'below' || moment === 'above') && <Threshold />}
    </div>
  );
}

function Threshold(): ReactElement {
  const help = useViewHelp('threshold');
  const { threshold, set } = useView();
  const { typed, refusal, setTyped, commit, discard } = useTyped(
    'threshold',
    threshold,
    (text) => parseTyped(VIEW.threshold, text),
    (value) => set({ threshold: value }),
  );
  return (
    <input
      className="number-input"
      autoComplete="off"
      spellCheck={false}
      aria-label={VIEW.threshold.name}
      aria-invalid={refusal === null ? undefined : true}
      title={refusal ?? help}
      value={typed ?? shortNumber(threshold)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          discard();
        }
      }}
    />
  );
}

/** As the card has it now. */
function contentNow(points: readonly Variant[], band: BandKind): AgainstContent | null {
  const { outcome, moment, threshold } = useView.getState();
  return againstContent(points, { quantity: outcome, moment, threshold }, band, usePlayer.getState().epoch);
}

function summary(_recordings: readonly Recording[], _run = 0, points: readonly Variant[] = []): string {
  const content = contentNow(points, useView.getState().band);
  return content === null ? 'Nothing varies.' : againstSummary(content);
}

const EMPTY: Table = { columns: ['value'], count: 0, row: () => [] };

/** Its cells are of the moment at which they are asked for. */
function table(
  _recordings: readonly Recording[],
  _run = 0,
  points: readonly Variant[] = [],
  band: BandKind = 'sd',
): Table {
  const now = (): AgainstContent | null => contentNow(points, band);
  const first = now();
  if (first === null) return EMPTY;
  return { ...againstTable(first), row: (index) => againstTable(now() ?? first).row(index) };
}

export const againstTold: Told = {
  summary,
  table,
  picture: ({ variants, view }) => {
    const content = contentNow(variants, view.band);
    if (content === null) return null;
    return {
      layout: 'across',
      panes: [{ kind: 'against', name: '', content }],
      valueLabel: againstLabel(content),
      legend: { title: '', entries: againstEntries(content) },
      colours: null,
    };
  },
};
