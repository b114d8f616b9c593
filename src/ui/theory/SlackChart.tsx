import { useMemo, useState } from 'react';
import type { Trace } from '../../core/claims/trace.ts';
import { timeSummary } from '../../charts/data/words.ts';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { theoryClient } from './client.ts';
import { useAnswer } from './useAnswer.ts';
import { sidesContent, slackContent } from './slack-content.ts';

interface SlackChartProps {
  /** The run's name in its reports. */
  readonly run: string;
  readonly claim: string;
  /** The claim's number, for the chart's name. */
  readonly name: string;
  /** Changes as more is watched. */
  readonly epoch: number;
}

/** A claim over one run, on the playhead: its slack, or its two sides. */
export function SlackChart({ run, claim, name, epoch }: SlackChartProps) {
  const trace = useAnswer<Trace>(() => theoryClient.trace(run, claim), `${run} ${claim} ${epoch}`);
  const [sides, setSides] = useState(false);
  const time = useView((view) => view.timeAxis);
  const horizon = useSettings((state) => state.settings.epochs);
  const content = useMemo(
    () => (trace === null ? null : sides ? sidesContent(trace) : slackContent(trace)),
    [trace, sides],
  );
  if (content === null) return null;
  return (
    <div className="claim-chart">
      <fieldset className="axis-choice">
        <legend>Shown of the claim</legend>
        {(['Slack', 'Both sides'] as const).map((label, k) => (
          <label key={label}>
            <input type="radio" checked={sides === (k === 1)} onChange={() => setSides(k === 1)} />
            {label}
          </label>
        ))}
      </fieldset>
      <TimeChart
        content={content}
        time={time}
        horizon={horizon}
        label={timeSummary(`${sides ? 'Both sides' : 'Slack'} of ${name}`, content)}
      />
    </div>
  );
}
