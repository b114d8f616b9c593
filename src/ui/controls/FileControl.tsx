import type { Problem } from '../../settings/validate.ts';
import { filesChunk } from '../data/chunk.ts';
import { Later } from '../parts/Later.tsx';

/** Opens the file to train on; the setting itself is the file's fingerprint, which nobody types. */
export function FileControl({ problem }: { readonly problem: Problem | null }) {
  return (
    <div className="field" data-severity={problem?.severity}>
      <Later chunk={filesChunk} what="What opens files" waiting={<div className="data-waiting" aria-busy />}>
        {({ OpenData }) => <OpenData />}
      </Later>
    </div>
  );
}
