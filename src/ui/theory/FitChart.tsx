import { useMemo } from 'react';
import type { ClaimText } from '../../core/claims/claim.ts';
import type { FitCourse } from '../../core/claims/fit.ts';
import { timeSummary } from '../../charts/data/words.ts';
import { TimeChart } from '../../charts/time/TimeChart.tsx';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { theoryClient } from './client.ts';
import { fitContent } from './fit-content.ts';
import { useAnswer } from './useAnswer.ts';

interface FitChartProps {
  /** The run's name in its reports. */
  readonly run: string;
  readonly text: ClaimText;
  /** Whether the run is whole: there is a fit then. */
  readonly whole: boolean;
}

/** What an asymptotic claim is about over one run, on the playhead, with what was fitted and the paper's rate. */
export function FitChart({ run, text, whole }: FitChartProps) {
  const course = useAnswer<FitCourse>(() => theoryClient.fit(run, text.id), `${run} ${text.id} ${whole}`);
  const time = useView((view) => view.timeAxis);
  const horizon = useSettings((state) => state.settings.epochs);
  const content = useMemo(
    () => (course === null || course.seen.epochs.length === 0 ? null : fitContent(course)),
    [course],
  );
  if (content === null) return null;
  return (
    <div className="claim-fit">
      <TimeChart
        content={content}
        time={time}
        horizon={horizon}
        label={timeSummary(`What is fitted: ${text.fits ?? text.number}`, content)}
      />
    </div>
  );
}
