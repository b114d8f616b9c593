import type { ReactElement } from 'react';

interface AxisChoiceProps<V extends string> {
  /** Groups the radio buttons; unique on the page. */
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** A choice among few axes: radio buttons that look like one segmented button. */
export function AxisChoice<V extends string>(props: AxisChoiceProps<V>): ReactElement {
  return (
    <fieldset className="axis-choice">
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === props.value}
            onChange={() => {
              props.onChange(value);
            }}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
