import { useView } from '../../state/view.ts';
import { useChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import { theoryChunk } from './chunk.ts';
import './theory-row.css';

/** The row of the theory's line; it has its height before what is in it was loaded, which useTheoryWatch begins. */
export function TheoryRow() {
  const { parts, failure } = useChunk(theoryChunk);
  const hasBegun = parts !== null || failure !== null;
  return (
    <div className="theory-row">
      {hasBegun && (
        <Later chunk={theoryChunk} what="What checks the theory" waiting={null}>
          {({ TheoryLine }) => <TheoryLine />}
        </Later>
      )}
    </div>
  );
}

/** The list of claims, beside the charts, or over them where there is no room. */
export function TheoryDrawer() {
  const open = useView((view) => view.claim !== '');
  const { parts } = useChunk(theoryChunk);
  // What could not be loaded is told in the row; here it would only push the charts aside.
  if (!open || parts === null) return null;
  return (
    <Later chunk={theoryChunk} what="The theory" waiting={null}>
      {({ TheoryPanel }) => <TheoryPanel />}
    </Later>
  );
}
