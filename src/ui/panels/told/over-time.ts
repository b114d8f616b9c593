import { createBands, type Bands } from '../../../charts/data/means.ts';
import { withTheory } from '../../../charts/data/theory.ts';
import { timeSummary, timeTable } from '../../../charts/data/words.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import type { MeansPart } from '../means-panel.tsx';
import type { PanelId } from '../formulas.ts';
import { pairContents, withTheoryAbove, type PairPart } from '../later/pairs.tsx';
import { NO_LEGEND, panesPicture, timePane, timePicture } from '../pictures.ts';
import type { Told } from '../spec.ts';
import { askedOn, theoryNow } from '../theory.ts';

/** Of means over the runs. @param id of the chart on which the theory is drawn */
export function meansTold({ subject, content }: MeansPart, id: PanelId): Told {
  const asked = askedOn(id);
  const beside: MeansPart['content'] = (recordings, bands, variants, time) =>
    withTheory(content(recordings, bands, variants, time), asked && theoryNow(asked, recordings, variants));
  return {
    summary: (recordings, _run, variants) =>
      timeSummary(subject, beside(recordings, createBands(), variants)),
    table: (recordings, _run, variants, kind) => timeTable(beside(recordings, createBands(kind), variants)),
    picture: (request) => {
      const { timeAxis } = request.view;
      return panesPicture(
        (...of) => content(...of, timeAxis),
        request,
        (...of) => beside(...of, timeAxis),
      );
    },
  };
}

/** Of two quantities, one above the other. */
export function pairTold(parts: readonly PairPart[], id: PanelId): Told {
  const asked = askedOn(id);
  const contentsNow = (
    recordings: readonly Recording[],
    bands?: Bands,
    variants?: readonly Variant[],
  ): readonly TimeContent[] =>
    withTheoryAbove(pairContents(parts, recordings, bands), asked && theoryNow(asked, recordings, variants));
  return {
    summary: (recordings, _run, variants) =>
      contentsNow(recordings, undefined, variants)
        .map((content, k) => timeSummary(parts[k]!.subject, content))
        .join(' '),
    table: (recordings, _run, variants, kind) =>
      timeTable(...contentsNow(recordings, createBands(kind), variants)),
    picture: (request) => {
      const { recordings, variants, view } = request;
      const contents = contentsNow(recordings, createBands(view.band), variants);
      if (contents[0]?.count === 0) return null;
      const lower = contents.length - 1;
      return {
        layout: 'down',
        panes: contents.map((content, k) =>
          timePane(content, request, { name: content.valueLabel, timeLabels: k === lower }),
        ),
        valueLabel: '',
        legend: NO_LEGEND,
        colours: null,
      };
    },
  };
}

/** Of the curves of a single run. */
export const runTold = (
  subject: string,
  content: (recordings: readonly Recording[], run: number, variants?: readonly Variant[]) => TimeContent,
): Told => ({
  summary: (recordings, run = 0, variants) => timeSummary(subject, content(recordings, run, variants)),
  table: (recordings, run = 0, variants) => timeTable(content(recordings, run, variants)),
  picture: (request) => timePicture(content(request.recordings, request.view.run, request.variants), request),
});
