import { RotateCw } from 'lucide-react';
import { useLabStore } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { Icon } from '../parts/Icon.tsx';

/** Computes the study on the page once more. */
export function ComputeAgain() {
  const store = useLabStore();
  return (
    <button type="button" className="button" onClick={() => store.compute(useSettings.getState().study)}>
      <Icon of={RotateCw} size="1rem" /> Compute again
    </button>
  );
}
