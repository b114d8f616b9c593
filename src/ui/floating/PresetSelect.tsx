import { Select } from '@base-ui/react/select';
import { ChevronsUpDown, X } from 'lucide-react';
import { useState } from 'react';
import { PRESET_GROUPS, PRESETS, type Preset } from '../../settings/presets.ts';
import { OWN_SETTINGS } from '../header/preset-words.ts';
import type { PresetSelectProps, TakeoverProps } from '../parts/floating-props.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { Symbols } from '../parts/Symbols.tsx';
import { PresetPicture } from './PresetPicture.tsx';

const ITEMS = PRESETS.map(({ id, question }) => ({ value: id, label: question }));

/** The papers' experiments as questions in groups, each with a small picture; on a phone they fill the screen. */
export function PresetSelect({ id, defaultOpen, value, onChange }: PresetSelectProps & TakeoverProps) {
  const [open, setOpen] = useState(defaultOpen);
  return (
    <Select.Root
      value={value}
      open={open}
      onOpenChange={setOpen}
      items={ITEMS}
      modal={false}
      onValueChange={(next: string | null) => {
        if (next !== null) onChange(next);
      }}
    >
      <Select.Trigger id={id} className="choice preset" aria-label="Experiment">
        <Select.Value className="choice-value" placeholder={OWN_SETTINGS} />
        <Select.Icon className="choice-icon">
          <ChevronsUpDown aria-hidden size="0.875rem" />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner
          className="popup-layer preset-layer"
          align="start"
          sideOffset={4}
          alignItemWithTrigger={false}
        >
          <Select.Popup className="popup preset-popup">
            <div className="preset-head">
              <span className="dialog-title" aria-hidden>
                Experiments
              </span>
              <IconButton icon={X} label="Close the list" onClick={() => setOpen(false)} />
            </div>
            <Select.List className="preset-list">
              {PRESET_GROUPS.map(({ id: group, title, presets }) => (
                <Select.Group key={group} className="preset-group">
                  <Select.GroupLabel className="preset-group-title">{title}</Select.GroupLabel>
                  {presets.map((preset) => (
                    <Item key={preset.id} preset={preset} />
                  ))}
                </Select.Group>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}

function Item({ preset }: { readonly preset: Preset }) {
  return (
    <Select.Item value={preset.id} label={preset.question} className="preset-item">
      <PresetPicture id={preset.id} />
      <span className="choice-text">
        <Select.ItemText>{preset.question}</Select.ItemText>
        <span className="choice-help">
          <Symbols text={preset.source} />
        </span>
      </span>
    </Select.Item>
  );
}
