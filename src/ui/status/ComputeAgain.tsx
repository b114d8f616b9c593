import { RotateCw } from 'lucide-react';
import { useLabStore } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';

/** Computes the study on the page once more. */
export function ComputeAgain() {
  const store = useLabStore();
  return (
    <button type="button" className="button" onClick={() => store.compute(useSettings.getState().study)}>
      <RotateCw aria-hidden size="1rem" /> Compute again
    </button>
  );
}
