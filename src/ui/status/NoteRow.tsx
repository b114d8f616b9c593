import { differencePhrase, studyDifferences, type Difference } from '../../settings/differences.ts';
import { isPrinted, printedOf, studyOf, type Preset } from '../../settings/presets.ts';
import { DEFAULTS } from '../../settings/schema.ts';
import { runsOf } from '../../settings/study/bounds.ts';
import { atPlaces, frontOf, singleStudy, type Study } from '../../settings/study/study.ts';
import { durationInWords } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { Symbols } from '../parts/Symbols.tsx';
import { usePopup } from '../parts/usePopup.ts';
import { secondsHere } from './seconds-here.ts';
import { StatusButton } from './StatusButton.tsx';
import { useBasis, type Basis } from './useBasis.ts';
import './note.css';

/** Of what differs, so much is named in a line. */
const NAMED = 3;

/**
 * The row above the charts: what to look for in a paper's experiment; once a setting was touched, in the same place, what
 * was changed and a way back. The status is one press away at its end.
 */
export function NoteRow() {
  const basis = useBasis();
  const study = useSettings((state) => state.study);
  const differences = studyDifferences(asLookedAt(basis, study), study);
  const isChanged = differences.length > 0;
  return (
    <div className="note-row">
      <div className="note" data-testid="note">
        {basis.preset === null ? (
          !isChanged && <OwnSettings study={study} />
        ) : (
          <Sentence preset={basis.preset} replaced={isChanged} />
        )}
        {isChanged && <Changed basis={basis} differences={differences} />}
      </div>
      <StatusButton />
    </div>
  );
}

/** The file that is open, the values in front and what is pinned are no change of the experiment. */
function asLookedAt(basis: Basis, study: Study): Study {
  const { axes } = basis.study;
  const { file } = study.base;
  const base = { ...basis.study.base, file };
  const front = frontOf({ base: study.base, axes });
  return { base: atPlaces(base, axes, front), axes, pins: study.pins };
}

/** Replaced, it goes on taking its room. */
function Sentence({ preset, replaced }: { readonly preset: Preset; readonly replaced: boolean }) {
  return (
    <p className="note-sentence" data-replaced={replaced ? '' : undefined}>
      <Symbols text={preset.summary} />{' '}
      <cite>
        <Symbols text={preset.source} />
      </cite>
      <LeftOpen of={preset.id} />
      <Printed preset={preset} />
    </p>
  );
}

function OwnSettings({ study }: { readonly study: Study }) {
  const own = differencePhrase(studyDifferences(singleStudy(DEFAULTS), study), NAMED + 2, 'after');
  return (
    <p className="note-sentence">
      Your own settings
      {own !== '' && (
        <>
          : <Symbols text={own} />
        </>
      )}
      .
    </p>
  );
}

interface ChangedProps {
  readonly basis: Basis;
  readonly differences: readonly Difference[];
}

function Changed({ basis, differences }: ChangedProps) {
  const edit = useSettings((state) => state.edit);
  const from = basis.preset === null ? 'the link' : `“${basis.preset.question}”`;
  const back = (): void => edit((study) => asLookedAt(basis, study));
  return (
    <p className="note-changed">
      <span title={differencePhrase(differences, Infinity)}>
        Changed from {from}: <Symbols text={differencePhrase(differences, NAMED)} />
      </span>
      <button type="button" className="note-more" onClick={back}>
        Back
      </button>
    </p>
  );
}

/** The paper's own size, and the way back to the quicker one. */
function Printed({ preset }: { readonly preset: Preset }) {
  const study = useSettings((state) => state.study);
  const edit = useSettings((state) => state.edit);
  const whole = printedOf(preset);
  if (whole === null) return null;
  const { printedName = 'As printed' } = preset;
  if (isPrinted(study, preset)) {
    return (
      <>
        {' '}
        {printedName}; the numbers are the quick version’s.{' '}
        <button type="button" className="note-more" onClick={() => edit(() => studyOf(preset))}>
          Quick version
        </button>
      </>
    );
  }
  const runs = runsOf(whole);
  return (
    <button type="button" className="note-more" onClick={() => edit(() => whole)}>
      {printedName}: {runs} runs, about {durationInWords(secondsHere(whole))}
    </button>
  );
}

function LeftOpen({ of }: { readonly of: Preset['id'] }) {
  const { trigger, parts, popup } = usePopup();
  return (
    <>
      <button {...trigger} type="button" className="note-more">
        What the paper leaves open
      </button>
      {parts !== null && <parts.NotePopup {...popup} of={of} />}
    </>
  );
}
