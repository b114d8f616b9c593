import { useSettings } from '../../../state/settings.ts';
import { notify } from '../../parts/notices.ts';
import { Symbols } from '../../parts/Symbols.tsx';
import { logTimeIsChosen } from './chosen.ts';
import { GO_ON, GoOnButton } from './GoOnButton.tsx';
import { useStill } from './store.ts';
import { stageWords } from './words.ts';
import './still.css';

/** Under the end of the flow: ∞, and how far it has come or how it ended. */
export function GoOnRow() {
  const study = useSettings((state) => state.study);
  const { following, ended } = useStill();
  const words = following
    ? stageWords(following.run, following.stage)
    : ended?.study === study
      ? ended.words
      : null;
  return (
    <div className="go-on">
      <GoOnButton />
      <p role="status">{words !== null && <Symbols text={words} />}</p>
      {words === null && (
        <p className="go-on-what" aria-hidden>
          {logTimeIsChosen(study) ? 'The ends are chosen: they are varied.' : `${GO_ON}.`}
        </p>
      )}
    </div>
  );
}

/** At the end of the time axis: how it ended is told over the page, for the settings may be out of sight. */
export const GoOnInPlayer = () => (
  <GoOnButton tell={(words) => notify({ title: 'The flow', description: words })} />
);
