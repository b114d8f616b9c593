import { SETTINGS } from '../../settings/schema.ts';
import { signalTimeOf } from '../../settings/switch-off.ts';
import type { Problem } from '../../settings/validate.ts';
import { formatNumber } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { ChoiceControl } from './ChoiceControl.tsx';

interface SwitchOffControlProps {
  readonly value: string;
  readonly problem: Problem | null;
  readonly onChange: (value: string) => void;
}

const epochs = (time: number): string => formatNumber(Math.ceil(time), 'integer');

/** When the penalty goes, and under it what T₁ comes to in both forms, where the theorem speaks of these settings. */
export function SwitchOffControl({ value, problem, onChange }: SwitchOffControlProps) {
  const time = useSettings(({ settings }) => signalTimeWords(signalTimeOf(settings)));
  return (
    <div className="field-with-note">
      <ChoiceControl spec={SETTINGS.switchOff} value={value} problem={problem} onChange={onChange} />
      {time !== '' && <p className="field-note">{time}</p>}
    </div>
  );
}

/** "T₁ = 461 epochs as it holds, 231 as printed"; '' where there is none. */
export function signalTimeWords(time: ReturnType<typeof signalTimeOf>): string {
  return time === null
    ? ''
    : `T₁ = ${epochs(time.corrected)} epochs as it holds, ${epochs(time.printed)} as printed`;
}
