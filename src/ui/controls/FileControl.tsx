import type { Problem } from '../../settings/validate.ts';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';

const openData = createChunk(() => import('../data/OpenData.tsx'));

/** Opens the file to train on; the setting itself is the file's fingerprint, which nobody types. */
export function FileControl({ problem }: { readonly problem: Problem | null }) {
  return (
    <div className="field" data-severity={problem?.severity}>
      <Later chunk={openData} what="What opens files" waiting={<div className="data-waiting" aria-busy />}>
        {({ OpenData }) => <OpenData />}
      </Later>
    </div>
  );
}
