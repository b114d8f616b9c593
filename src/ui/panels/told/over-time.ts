import { createBands } from '../../../charts/data/means.ts';
import { timeSummary, timeTable } from '../../../charts/data/words.ts';
import type { TimeContent } from '../../../charts/data/content.ts';
import type { Variant } from '../../../engine/batch.ts';
import type { Recording } from '../../../engine/recording.ts';
import type { MeansPart } from '../means-panel.tsx';
import { pairContents, type PairPart } from '../pairs.tsx';
import { NO_LEGEND, panesPicture, timePane, timePicture } from '../pictures.ts';
import type { Told } from '../spec.ts';

/** Of means over the runs. */
export const meansTold = ({ subject, content }: MeansPart): Told => ({
  summary: (recordings, _run, variants) => timeSummary(subject, content(recordings, createBands(), variants)),
  table: (recordings, _run, variants, kind) => timeTable(content(recordings, createBands(kind), variants)),
  picture: (request) => panesPicture((...of) => content(...of, request.view.timeAxis), request),
});

/** Of two quantities, one above the other. */
export const pairTold = (parts: readonly PairPart[]): Told => ({
  summary: (recordings) =>
    pairContents(parts, recordings)
      .map((content, k) => timeSummary(parts[k]!.subject, content))
      .join(' '),
  table: (recordings, _run, _variants, kind) =>
    timeTable(...pairContents(parts, recordings, createBands(kind))),
  picture: (request) => {
    const contents = pairContents(parts, request.recordings, createBands(request.view.band));
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
});

/** Of the curves of a single run. */
export const runTold = (
  subject: string,
  content: (recordings: readonly Recording[], run: number, variants?: readonly Variant[]) => TimeContent,
): Told => ({
  summary: (recordings, run = 0, variants) => timeSummary(subject, content(recordings, run, variants)),
  table: (recordings, run = 0, variants) => timeTable(content(recordings, run, variants)),
  picture: (request) => timePicture(content(request.recordings, request.view.run, request.variants), request),
});
