import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';

const formula = createChunk(() => import('./Formula.tsx'));

/** A formula; KaTeX, which sets it, is loaded when the first is opened. */
export function LaterFormula({ tex }: { readonly tex: string }) {
  return (
    <Later chunk={formula} what="The formula" waiting={<div className="formula formula-waiting" aria-busy />}>
      {({ Formula }) => <Formula tex={tex} />}
    </Later>
  );
}
