import { Select } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import './parts.css';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

/** One of a few named values: a select whose options say what they are. */
export function Choice({
  label,
  value,
  options,
  onChange,
  className = '',
  describedBy,
  invalid,
}: ChoiceProps) {
  return (
    <Select.Root
      value={value}
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      modal={false}
      onValueChange={(next: string | null) => {
        if (next !== null) onChange(next);
      }}
    >
      <Select.Trigger
        className={`choice ${className}`}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid === true ? true : undefined}
      >
        <Select.Value className="choice-value" />
        <Select.Icon className="choice-icon">
          <ChevronsUpDown aria-hidden size="0.875rem" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className="popup-layer" sideOffset={4} alignItemWithTrigger={false}>
          <Select.Popup className="popup choice-popup">
            {options.map((option) => (
              <Select.Item
                key={option.value}
                value={option.value}
                label={option.label}
                className="choice-item"
              >
                <Select.ItemIndicator className="choice-tick">
                  <Check aria-hidden size="0.875rem" />
                </Select.ItemIndicator>
                <span className="choice-text">
                  <Select.ItemText>{option.label}</Select.ItemText>
                  {option.help !== undefined && <span className="choice-help">{option.help}</span>}
                </span>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
