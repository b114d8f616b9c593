import { lazy, Suspense } from 'react';
import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { useDataset } from './useDataset.ts';

const OpenData = lazy(async () => ({ default: (await import('../data/OpenData.tsx')).OpenData }));

/** Opens the file to train on; the setting itself is the file's fingerprint, which nobody types. */
export function FileControl({ problem }: { readonly problem: Problem | null }) {
  const file = useSettings((state) => state.settings.file);
  const onDataset = useDataset();
  return (
    <div className="field" data-severity={problem?.severity}>
      <ErrorBoundary what="Data from a file" resetKey={file}>
        <Suspense fallback={<div className="data-waiting" aria-busy />}>
          <OpenData file={file} onDataset={onDataset} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
