import { CirclePlay, type LucideIcon } from 'lucide-react';
import { useLabStore } from '../../state/lab.ts';
import { Icon } from '../parts/Icon.tsx';

/** From where it was stopped. */
export function GoOn() {
  const { lab } = useLabStore();
  return <Hold icon={CirclePlay} label="Go on computing" onClick={() => lab.resume()} />;
}

interface HoldProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
}

/** A way to stop, or to go on. */
export function Hold({ icon, label, onClick }: HoldProps) {
  return (
    <button type="button" className="button" onClick={onClick}>
      <Icon of={icon} size="1rem" />
      {label}
    </button>
  );
}
