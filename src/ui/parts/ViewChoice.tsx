import { useId, type ReactElement } from 'react';
import { VIEW, type View } from '../../settings/view.ts';
import { useView } from '../../state/view.ts';

/** What of the view is one of a few options. */
type ChoiceName = {
  [K in keyof View]: (typeof VIEW)[K] extends { readonly kind: 'choice' } ? K : never;
}[keyof View];

interface ViewChoiceProps<K extends ChoiceName> {
  readonly of: K;
  readonly legend: string;
  /** The options that are offered, in their order, by the words on them; absent: all, as the table of the view has them. */
  readonly labels?: Partial<Readonly<Record<View[K], string>>>;
  /** The option that is in effect, where that is not what was chosen. */
  readonly shown?: View[K];
}

/** A choice of the view: radio buttons that look like one segmented button. */
export function ViewChoice<K extends ChoiceName>(props: ViewChoiceProps<K>): ReactElement {
  const { of, legend, labels, shown } = props;
  const chosen = useView((view) => view[of]);
  // Several cards may offer the same, and an enlarged one again: radio buttons of one name would be one group.
  const group = useId();
  const options =
    labels === undefined
      ? VIEW[of].options.map(({ value, label }) => [value, label] as const)
      : Object.entries<string>(labels as Readonly<Record<string, string>>);
  return (
    <fieldset className="axis-choice">
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={group}
            value={value}
            checked={value === (shown ?? chosen)}
            onChange={() => useView.getState().set({ [of]: value })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
