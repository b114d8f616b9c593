import type { ProbeName } from '../../../core/probe/quantities.ts';
import { besideRecordings, besideVariants } from '../../../charts/data/probed.ts';
import type { PanelId } from '../formulas.ts';
import type { MeansPart } from '../means-panel.tsx';
import type { Told } from '../spec.ts';
import { meansTold } from './over-time.ts';

/** Of means of what is measured beside the recording. */
export function probeTold(part: MeansPart, id: PanelId, names: readonly ProbeName[]): Told {
  const inner = meansTold(part, id);
  return {
    summary: (recordings, run, variants = []) =>
      inner.summary(besideRecordings(recordings, names), run, besideVariants(variants, names)),
    table: (recordings, run, variants = [], kind) =>
      inner.table(besideRecordings(recordings, names), run, besideVariants(variants, names), kind),
    picture: ({ recordings, variants, points = [], ...request }) =>
      inner.picture({
        ...request,
        recordings: besideRecordings(recordings, names),
        variants: besideVariants(variants, names),
        points: besideVariants(points, names),
      }),
  };
}
