import type { ReactNode } from 'react';
import type { ClaimText } from '../../core/claims/claim.ts';
import type { Gauge } from '../../core/claims/gauge.ts';
import type { TheoryReport } from '../../protocol/theory.ts';
import { fails, type ClaimStanding } from '../../settings/claim-standing.ts';
import { gaugeInWords, verdictInWords } from '../../settings/claim-words.ts';
import { SETTINGS } from '../../settings/schema.ts';
import { turned } from '../../settings/turn.ts';
import { formatNumber } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { useTheory, type TheoryRun } from '../../state/theory.ts';
import { useView } from '../../state/view.ts';
import { LaterFormula } from '../cards/LaterFormula.tsx';
import { PANELS } from '../panels/index.ts';
import { Symbols } from '../parts/Symbols.tsx';
import { CopyFinding } from './CopyFinding.tsx';
import { FitChart } from './FitChart.tsx';
import { panelsOf } from './papers.ts';
import { SlackChart } from './SlackChart.tsx';

/** All about a claim: its formula, what became of it on the run shown, what it assumes and why one should care. */
export function ClaimPage({ claim: { text } }: { readonly claim: ClaimStanding }) {
  const shown = useShownRun();
  const place = useTheory((state) => (state.texts ?? []).findIndex(({ id }) => id === text.id));
  const judged = shown?.report.judged[place];
  return (
    <div className="claim-page">
      <LaterFormula tex={text.tex} />
      {shown !== null && judged !== undefined && (
        <>
          <p className="claim-verdict" data-testid="claim-verdict">
            <Symbols text={`Run with seed ${shown.seed}: ${verdictInWords(judged.verdict, text)}.`} />
          </p>
          {fails(judged) && <FirstFailure claim={text} place={place} />}
          {text.kind === 'asymptotic' ? (
            <FitChart run={shown.report.key} text={text} whole={shown.report.end?.kind === 'whole'} />
          ) : (
            <SlackChart
              run={shown.report.key}
              claim={text.id}
              name={text.number}
              epoch={shown.report.epoch}
            />
          )}
          {judged.assumptions.length > 0 && (
            <Part title="It assumes">
              <ul className="claim-gauges">
                {judged.assumptions.map((gauge) => (
                  <GaugeRow key={gauge.id} gauge={gauge} />
                ))}
              </ul>
            </Part>
          )}
        </>
      )}
      <Part title="Why care">
        <p>
          <Symbols text={text.why} />
        </p>
      </Part>
      {text.printed !== undefined && (
        <Part title={`Printed as (${text.printed.correction})`}>
          <LaterFormula tex={text.printed.tex} />
          <p>
            <Symbols text={text.printed.how} />
          </p>
        </Part>
      )}
      {text.flow !== undefined && (
        <Part title="Of gradient flow">
          <p>
            <Symbols text={text.flow} />
          </p>
        </Part>
      )}
      <Part title="What is measured">
        <p>
          <Symbols text={text.measured} />
        </p>
      </Part>
      <Charts text={text} />
      <p className="claim-source">
        {text.number}, {text.place} · {text.claimsId} · {text.id}
      </p>
    </div>
  );
}

interface ShownRun {
  readonly run: TheoryRun;
  readonly seed: number;
  readonly report: TheoryReport;
}

/** The run that single-run pictures show, of the point in front; null where it was not watched yet. */
function useShownRun(): ShownRun | null {
  const runs = useTheory((state) => state.runs);
  const reports = useTheory((state) => state.reports);
  const chosen = useView((view) => view.run);
  const seed = useSettings((state) => state.settings.seed);
  const front = runs.filter((run) => run.front);
  const run = front[Math.min(chosen, front.length - 1)];
  const report = run === undefined ? undefined : reports.get(run.key);
  return run === undefined || report === undefined ? null : { run, seed: seed + run.run, report };
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="claim-part">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

/** The link of the first run on which it fails, those in front before others. */
function FirstFailure({ claim, place }: { readonly claim: ClaimText; readonly place: number }) {
  const runs = useTheory((state) => state.runs);
  const reports = useTheory((state) => state.reports);
  for (const run of runs) {
    const verdict = reports.get(run.key)?.judged[place]?.verdict;
    if (verdict?.kind === 'violated') {
      return <CopyFinding claim={claim.id} run={run} epoch={verdict.first.epoch} />;
    }
  }
  return null;
}

function GaugeRow({ gauge }: { readonly gauge: Gauge }) {
  const settings = useSettings((state) => state.settings);
  const change = useSettings((state) => state.change);
  const met = gauge.met === true;
  const turn = met ? null : turned(gauge, settings);
  const name = gauge.suggestion?.setting;
  return (
    <li data-met={met ? '' : undefined}>
      <span>
        {met ? '✓ ' : gauge.met === null ? '? ' : '✗ '}
        <Symbols text={gaugeInWords(gauge)} />
      </span>
      {turn !== null && name !== undefined && (
        <button type="button" className="button claim-turn" onClick={() => change(turn)}>
          <Symbols text={`Turn ${SETTINGS[name].symbol} to ${formatNumber(Number(turn[name]))}`} />
        </button>
      )}
    </li>
  );
}

/** To the charts that show what the claim reads. */
function Charts({ text }: { readonly text: ClaimText }) {
  const ids = panelsOf(text);
  if (ids.length === 0) return null;
  return (
    <p className="claim-charts">
      On the charts:{' '}
      {ids.map((id) => (
        <button
          key={id}
          type="button"
          className="note-more"
          onClick={() =>
            document
              .querySelector(`.card-grid [data-panel="${id}"]`)
              ?.scrollIntoView({ block: 'start', behavior: 'smooth' })
          }
        >
          {PANELS.find((panel) => panel.id === id)?.title ?? id}
        </button>
      ))}
    </p>
  );
}
