import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { comparedContent, frontSeries } from '../../charts/data/compared.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { derivedColumn } from '../../charts/data/derived.ts';
import { createBands } from '../../charts/data/means.ts';
import type { Bands, Mean } from '../../charts/data/means.ts';
import { isCompared } from '../../charts/data/looks.ts';
import { useClock } from '../../state/clock.ts';
import { meansPanel, type MeansPart } from './means-panel.tsx';

const LOSS: Mean = { scalar: 'loss', label: 'loss', colour: 'accent', dash: 'solid', width: 2.25 };

/** λR: the penalty's part of the objective, measured on after it was switched off. */
const PENALTY: Mean = {
  scalar: 'penalty',
  label: 'penalty λR',
  colour: 'series-2',
  dash: 'dotted',
  width: 2,
  of: (run) => {
    const { regularizer } = run.facts ?? { regularizer: { kind: 'none' } as const };
    const lambda = regularizer.kind === 'none' ? 0 : regularizer.lambda;
    return derivedColumn(run, `${lambda} R`, (recording) => {
      const penalty = recording.column('penalty');
      return (t) => lambda * penalty[t]!;
    });
  },
};

/** log L, of the margins that were recorded. */
const logMean = (logLoss: (margins: Float64Array) => number): Mean => ({
  ...LOSS,
  label: 'log L',
  name: 'log L',
  possible: [-Infinity, Infinity],
  of: (run) =>
    derivedColumn(run, 'log L', ({ margins, length }) => {
      const n = margins.length / length;
      return (t) => logLoss(margins.subarray(t * n, (t + 1) * n));
    }),
});

/** Whether a penalty is, or was, part of the objective of these runs. */
const isPenalised = (recordings: readonly Recording[]): boolean =>
  recordings.some(({ facts }) => facts !== null && facts.regularizer.kind !== 'none');

export function lossContent(
  recordings: readonly Recording[],
  bands: Bands = createBands(),
  variants: readonly Variant[] = [],
): TimeContent {
  const penalised = isPenalised(recordings);
  const compared = isCompared(variants);
  const { logLoss } = useClock.getState().clock ?? {};
  if (logLoss && !penalised) {
    const mean = logMean(logLoss);
    const linear = { axis: 'linear', valueLabel: 'log L', include: [], references: [], guide: null } as const;
    return comparedContent(recordings, variants, bands, [mean], linear, [mean]);
  }
  const rest = {
    axis: 'log',
    valueLabel: penalised ? 'data loss L and penalty λR' : 'training loss',
    include: [],
    references: [],
    guide: compared || penalised ? null : { label: '∝ 1/t' },
  } as const;
  const means = penalised ? [{ ...LOSS, label: 'data loss L' }, PENALTY] : [LOSS];
  const content = comparedContent(recordings, variants, bands, means, rest, [LOSS]);
  const penalty =
    compared && penalised
      ? frontSeries(recordings, variants, bands, PENALTY, content.count, rest.axis)
      : null;
  return penalty === null ? content : { ...content, series: [...content.series, penalty] };
}

export const lossPart: MeansPart = { subject: 'Training loss', content: lossContent };

export const lossPanel = meansPanel(
  {
    id: 'loss',
    title: 'Training loss',
    size: 'normal',
  },
  lossPart,
);
