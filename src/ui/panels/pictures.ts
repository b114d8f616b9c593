import type { Picture, TimePane } from '../../charts/card/picture.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { createBands } from '../../charts/data/means.ts';
import { legendOf, type LegendContent } from '../../charts/legend/legend.ts';
import { axisPanes, paneContents, type ContentWith } from './panes.ts';
import type { PictureRequest } from './spec.ts';

export const NO_LEGEND: LegendContent = { title: '', entries: [] };

/** A chart over time as a pane. @param timeLabels false where the pane below it has them */
export const timePane = (
  content: TimeContent,
  { view, horizon = 0 }: Pick<PictureRequest, 'view' | 'horizon'>,
  { name = '', timeLabels = true }: Partial<Pick<TimePane, 'name' | 'timeLabels'>> = {},
): TimePane => ({
  kind: 'time',
  name,
  content,
  time: view.timeAxis,
  last: Math.max(horizon, content.count > 0 ? content.epochs[content.count - 1]! : 0),
  timeLabels,
});

/** The picture of one chart over time; null before its first epoch. */
export const timePicture = (content: TimeContent, request: PictureRequest): Picture | null =>
  content.count === 0
    ? null
    : {
        layout: 'across',
        panes: [timePane(content, request)],
        valueLabel: content.valueLabel,
        legend: legendOf(content),
        colours: null,
      };

/**
 * The picture of a chart of means: a pane for each value of the second axis, where all are asked for.
 * @param alone what the one chart shows that there is otherwise
 */
export function panesPicture(
  contentOf: ContentWith,
  request: PictureRequest,
  alone = contentOf,
): Picture | null {
  const { recordings, variants, points = [], view, horizon = 0 } = request;
  const panes = view.multiples === 'all' ? axisPanes(points, recordings) : [];
  if (panes.length === 0) {
    return timePicture(alone(recordings, createBands(view.band), variants), request);
  }
  const contents = paneContents(panes, contentOf, () => createBands(view.band), horizon);
  const [first] = contents;
  if (!first || first.count === 0) return null;
  return {
    layout: 'across',
    // Of which runs the curves are is the same of all panes, and said once.
    panes: contents.map((content, k) =>
      timePane({ ...content, runs: '' }, request, { name: panes[k]!.name }),
    ),
    valueLabel: [first.valueLabel, first.runs].filter((part) => part !== '').join('; '),
    legend: legendOf(first),
    colours: null,
  };
}
