import type { Problem } from '../../settings/validate.ts';
import { useSettings } from '../../state/settings.ts';
import { OpenData } from '../data/OpenData.tsx';
import { useDataset } from './useDataset.ts';

/** Opens the file to train on; the setting itself is the file's fingerprint, which nobody types. */
export function FileControl({ problem }: { readonly problem: Problem | null }) {
  const file = useSettings((state) => state.settings.file);
  const onDataset = useDataset();
  return (
    <div className="field" data-severity={problem?.severity}>
      <OpenData file={file} onDataset={onDataset} />
    </div>
  );
}
