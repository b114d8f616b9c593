import { Select } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ChoiceProps, TakeoverProps } from '../parts/floating-props.ts';

/** The select of a Choice. */
export function ChoiceSelect({
  id,
  defaultOpen,
  label,
  value,
  options,
  onChange,
  className = '',
  describedBy,
  invalid,
}: ChoiceProps & TakeoverProps) {
  return (
    <Select.Root
      value={value}
      defaultOpen={defaultOpen}
      items={options.map((option) => ({ value: option.value, label: option.label }))}
      modal={false}
      onValueChange={(next: string | null) => {
        if (next !== null) onChange(next);
      }}
    >
      <Select.Trigger
        id={id}
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
