import type { ReactElement } from 'react';
import type { Choice, Proposal } from '../../engine/files/proposal.ts';
import { partOf } from '../../engine/files/words.ts';
import { SETTINGS } from '../../settings/schema.ts';
import { Choice as Select } from '../parts/Choice.tsx';
import { asProposed } from './choice.ts';
import { useConversation, type AskingProps } from './conversation-store.ts';

const AS_FOUND = 'as-found';

const DELIMITERS = [
  { value: AS_FOUND, label: 'As recognised' },
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Vertical bar' },
  { value: ' ', label: 'Spaces' },
];

const HEADERS = [
  { value: AS_FOUND, label: 'As recognised' },
  { value: 'yes', label: 'Names of columns' },
  { value: 'no', label: 'Data like the others' },
];

const INCOMPLETE = [
  { value: 'leave-out', label: 'Left out', help: 'Rows in which something is missing are not used' },
  { value: 'mean', label: 'Filled with the mean', help: 'A missing number becomes its column’s mean' },
];

/** How the bytes and the numbers are understood; what can be chosen otherwise is a choice. */
export function HowRead({ stage }: AskingProps): ReactElement {
  const { choose, setNormalisation } = useConversation();
  const { choice, preview } = stage;
  const { proposal } = preview;
  const isText = proposal.format === 'csv';
  const hasGaps = proposal.droppedRows > 0 || choice.incomplete === 'mean';
  const normalisation = stage.normalisation ?? proposal.normalisation;
  const { options } = SETTINGS.normalisation;
  return (
    <div className="talk-how">
      <Field
        title="Numbers"
        note={stage.normalisation === null ? proposal.normalisationWhy : 'chosen by you'}
      >
        <Select
          label="Normalisation"
          value={normalisation}
          options={options}
          onChange={(value) => setNormalisation(value as Proposal['normalisation'])}
        />
      </Field>
      {hasGaps && (
        <Field
          title="Incomplete rows"
          note={
            choice.incomplete === 'mean'
              ? 'no row is left out for a missing number'
              : `${partOf(proposal.droppedRows, proposal.total, 'row')} incomplete: left out`
          }
        >
          <Select
            label="Incomplete rows"
            value={choice.incomplete ?? 'leave-out'}
            options={INCOMPLETE}
            onChange={(value) =>
              void choose(withOption(choice, 'incomplete', value === 'mean' ? 'mean' : null))
            }
          />
        </Field>
      )}
      {isText && (
        <>
          <Field title="First row">
            <Select
              label="First row"
              value={choice.header === undefined ? AS_FOUND : choice.header ? 'yes' : 'no'}
              options={HEADERS}
              onChange={(value) =>
                void choose(withOption(choice, 'header', value === AS_FOUND ? null : value === 'yes'))
              }
            />
          </Field>
          <Field title="Cells are divided by">
            <Select
              label="Cells are divided by"
              value={choice.delimiter ?? AS_FOUND}
              options={DELIMITERS}
              onChange={(value) =>
                void choose(withOption(choice, 'delimiter', value === AS_FOUND ? null : value))
              }
            />
          </Field>
        </>
      )}
      <ul className="talk-notes">
        {proposal.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

/** Sets an option, or (null) leaves it as proposed. */
function withOption<K extends 'incomplete' | 'header' | 'delimiter'>(
  choice: Choice,
  name: K,
  value: NonNullable<Choice[K]> | null,
): Choice {
  const rest = asProposed(choice, name);
  return value === null ? rest : { ...rest, [name]: value };
}

interface FieldProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactElement;
}

function Field({ title, note, children }: FieldProps): ReactElement {
  return (
    <div className="talk-field">
      <span className="talk-field-title" aria-hidden>
        {title}
      </span>
      {children}
      {note !== undefined && note !== '' && <span className="talk-hint">{note}</span>}
    </div>
  );
}
