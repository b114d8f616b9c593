import { ChevronsUpDown } from 'lucide-react';
import type { ChoiceProps } from './floating-props.ts';
import { useTakeover } from './useTakeover.ts';
import { Icon } from './Icon.tsx';
import './parts.css';

/** One of a few named values: a select whose options say what they are. The list is loaded when it is first wanted. */
export function Choice(props: ChoiceProps) {
  const { parts, asked, id, standIn } = useTakeover();
  if (parts !== null) return <parts.ChoiceSelect {...props} id={id} defaultOpen={asked} />;
  const { label, value, options, className = '', describedBy, invalid } = props;
  return (
    <button
      {...standIn}
      type="button"
      role="combobox"
      aria-haspopup="listbox"
      className={`choice ${className}`}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid === true ? true : undefined}
    >
      <span className="choice-value">{options.find((option) => option.value === value)?.label ?? value}</span>
      <span className="choice-icon" aria-hidden>
        <Icon of={ChevronsUpDown} size="0.875rem" />
      </span>
    </button>
  );
}
