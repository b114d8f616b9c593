import { Dialog } from '@base-ui/react/dialog';
import type { ReactElement } from 'react';
import { plural } from '../../engine/files/words.ts';
import { shorten } from '../../settings/words.ts';
import { useConversation, type AskingProps } from './conversation-store.ts';
import { HowRead } from './HowRead.tsx';
import { LabelBars } from './LabelBars.tsx';
import { Pictures } from './Pictures.tsx';
import { Result } from './Result.tsx';
import { outcomeOf } from './sides.ts';
import { TableView } from './TableView.tsx';
import { formatName } from './words.ts';

interface AskingViewProps extends AskingProps {
  readonly onTrain: () => void;
}

/** The proposal, and everything of it that can be changed. */
export function AskingView({ stage, onTrain }: AskingViewProps): ReactElement {
  const close = useConversation((state) => state.close);
  const { preview, problem } = stage;
  const { proposal, names, shape, columnCount, pictures } = preview;
  return (
    <>
      <header className="talk-head">
        <Dialog.Title className="dialog-title">{shorten(names.join(' and '), 90)}</Dialog.Title>
        <Dialog.Description className="talk-facts">
          {formatName(proposal.format)}:{' '}
          {shape === null
            ? `${plural(proposal.total, 'row')} of ${plural(columnCount, 'column')}`
            : `${plural(proposal.total, 'image')} of ${shape.join(' × ')}`}
        </Dialog.Description>
      </header>
      <div className="talk-body">
        <section className="talk-file" aria-label="The file">
          {pictures.length > 0 && <Pictures stage={stage} />}
          {columnCount > 0 && <TableView stage={stage} />}
          <HowRead stage={stage} />
        </section>
        <section className="talk-classes" aria-label="The two classes">
          <LabelBars stage={stage} />
        </section>
      </div>
      <footer className="talk-foot">
        <div className="talk-answer" role="status">
          {problem === null ? <Result stage={stage} /> : <p className="talk-problem">{problem}</p>}
        </div>
        <div className="talk-ways">
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          <TrainButton stage={stage} onTrain={onTrain} />
        </div>
      </footer>
    </>
  );
}

function TrainButton({ stage, onTrain }: AskingViewProps): ReactElement {
  const { obstacle } = outcomeOf(stage.sides, stage.preview.proposal);
  return (
    <button
      type="button"
      className="button primary"
      disabled={obstacle !== null || stage.busy}
      onClick={onTrain}
    >
      Train on this
    </button>
  );
}
