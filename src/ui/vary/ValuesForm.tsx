import { useId, useState, type SubmitEvent } from 'react';
import type { Checked } from '../../settings/check.ts';
import type { NumberSpec } from '../../settings/spec.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { vary } from '../../settings/study/edit.ts';
import { listText, parseList, rangeValues, type TypedRange } from '../../settings/study/lists.ts';
import { useSettings } from '../../state/settings.ts';
import { Symbols } from '../parts/Symbols.tsx';
import { useDrafts, type Draft } from './drafts.ts';
import './vary.css';

interface ValuesFormProps {
  readonly spec: NumberSpec;
  readonly axis: Axis;
}

/** All values of an axis as a list to type, or as a range. What cannot be used stays as it was typed, with the reason. */
export function ValuesForm({ spec, axis }: ValuesFormProps) {
  const name = axis.setting;
  const edit = useSettings((state) => state.edit);
  const spacing = spec.scale === 'linear' ? 'linear' : 'log';
  const draft = useDrafts((state) => state.drafts[name]) ?? useDrafts.getState().draftOf(name, spacing);
  const [refusal, setRefusal] = useState<string | null>(null);
  const id = useId();
  const set = (change: Partial<Draft>): void => {
    setRefusal(null);
    useDrafts.getState().set(name, { ...draft, ...change });
  };
  const setRange = (change: Partial<TypedRange>): void => set({ range: { ...draft.range, ...change } });
  const take = (checked: Checked<readonly number[]>): void => {
    if (!checked.ok) {
      setRefusal(checked.message);
      return;
    }
    set({ list: null });
    edit((study) => vary(study, name, checked.value));
  };
  const onList = (event: SubmitEvent): void => {
    event.preventDefault();
    take(
      parseList(spec, draft.list ?? listText(spec, axis.values.map(Number)), useSettings.getState().settings),
    );
  };
  const onRange = (event: SubmitEvent): void => {
    event.preventDefault();
    take(rangeValues(spec, draft.range));
  };

  return (
    <div className="values">
      <form className="values-list" onSubmit={onList}>
        <label htmlFor={`${id}-list`}>A list</label>
        <input
          id={`${id}-list`}
          className="text-input"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={refusal === null ? undefined : `${id}-refusal`}
          value={draft.list ?? listText(spec, axis.values.map(Number))}
          onChange={(event) => set({ list: event.currentTarget.value })}
        />
        <button type="submit" className="button primary">
          Use
        </button>
      </form>
      <form className="values-range" onSubmit={onRange}>
        <span>Or a range</span>
        <RangeField label="From" value={draft.range.from} onChange={(from) => setRange({ from })} />
        <span aria-hidden>…</span>
        <RangeField label="To" value={draft.range.to} onChange={(to) => setRange({ to })} />
        <RangeField
          label="Number of values"
          value={draft.range.count}
          onChange={(count) => setRange({ count })}
        />
        <label className="values-spacing">
          <input
            type="checkbox"
            checked={draft.range.spacing === 'log'}
            onChange={(event) => setRange({ spacing: event.currentTarget.checked ? 'log' : 'linear' })}
          />
          log
        </label>
        <button type="submit" className="button">
          Use
        </button>
      </form>
      {refusal !== null && (
        <p className="field-problem" id={`${id}-refusal`} role="alert">
          <Symbols text={refusal} />
        </p>
      )}
      {draft.list !== null && (
        <button type="button" className="button quiet values-back" onClick={() => set({ list: null })}>
          Back to the values in use
        </button>
      )}
    </div>
  );
}

interface RangeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function RangeField({ label, value, onChange }: RangeFieldProps) {
  return (
    <input
      className="text-input"
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      placeholder={label.toLowerCase()}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
