import { useEffect, useMemo, type ComponentType, type ReactElement } from 'react';
import type { ProbeName } from '../../../core/probe/quantities.ts';
import type { Recording } from '../../../engine/recording.ts';
import { besideRecordings, besideVariants } from '../../../charts/data/probed.ts';
import { probedOf, useProbes, wantProbes } from '../../../state/probes.ts';
import { meansChart, type MeansPart } from '../means-panel.tsx';
import type { PanelProps } from '../spec.ts';

/** Why there is no curve yet, or none at all. */
export function waitingFor(
  recordings: readonly Recording[],
  names: readonly ProbeName[],
  tooLarge: string,
): string | null {
  const { failure, share } = useProbes.getState();
  const probed = recordings.map(probedOf);
  if (probed.some((one) => names.some((name) => one?.columns.has(name)))) return null;
  if (failure !== null) return `It could not be measured: ${failure}`;
  if (probed.some((one) => names.every((name) => one?.whole.has(name)))) return tooLarge;
  return share === null ? 'Measured once the runs in front are whole.' : 'Being measured…';
}

/**
 * The chart of means of what is measured beside the recording: while it is in view, the runs are trained again for it.
 * @param names measured at the same epochs
 * @param tooLarge what is said where it cannot be measured
 */
export function probeChart(
  part: MeansPart,
  names: readonly ProbeName[],
  tooLarge: string,
): ComponentType<PanelProps> {
  const Means = meansChart(part, null);
  return function ProbeChart({ recordings, variants = [], points = [], ...props }: PanelProps): ReactElement {
    const version = useProbes((state) => state.version);
    const share = useProbes((state) => state.share);
    // Out of sight it is hidden, and its effects end.
    useEffect(() => wantProbes(names), []);
    const shown = useMemo(
      () => ({
        version,
        recordings: besideRecordings(recordings, names),
        variants: besideVariants(variants, names),
        points: besideVariants(points, names),
      }),
      [version, recordings, variants, points],
    );
    const why = waitingFor(recordings, names, tooLarge);
    if (why !== null) {
      return (
        <p className="panel-wait" role="status">
          {why} {share !== null && share > 0 && `${Math.floor(100 * share)} %`}
        </p>
      );
    }
    return (
      <Means
        {...props}
        ghost={null}
        recordings={shown.recordings}
        variants={shown.variants}
        points={shown.points}
      />
    );
  };
}
