import { differencePhrase, studyDifferences } from '../../settings/differences.ts';
import { presetOf } from '../../settings/presets.ts';
import { DEFAULTS } from '../../settings/schema.ts';
import { singleStudy } from '../../settings/study/study.ts';
import { useLabFact } from '../../state/lab.ts';
import { currentLink } from '../../state/link-sync.ts';
import { useSettings } from '../../state/settings.ts';
import { Symbols } from '../parts/Symbols.tsx';
import './print.css';

/** On top of the first printed page: what this is, what differs from the first experiment, and the link to it. */
export function PrintHead() {
  const study = useSettings((state) => state.study);
  const fingerprint = useLabFact(({ current }) => current?.fingerprint ?? null);
  const preset = presetOf(study);
  const differences = studyDifferences(singleStudy(DEFAULTS), study);
  const link = `${window.location.href.replace(/#.*$/, '')}#${currentLink(fingerprint)}`;
  return (
    <header className="print-head">
      <h1>{preset?.question ?? 'Implicit Bias Lab'}</h1>
      {preset !== null && (
        <p>
          <Symbols text={preset.summary} />{' '}
          <cite>
            <Symbols text={preset.source} />
          </cite>
        </p>
      )}
      <p className="print-settings">
        <Symbols
          text={
            differences.length === 0
              ? 'All settings as in the first experiment.'
              : `${differencePhrase(differences, Infinity, 'after')}; all else as in the first experiment.`
          }
        />
      </p>
      <p className="print-link">{link}</p>
    </header>
  );
}
