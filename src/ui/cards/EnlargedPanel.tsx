import { useEffect } from 'react';
import { useView } from '../../state/view.ts';
import { loadFloating, useFloating, useFloatingFailure } from '../parts/floating.ts';
import type { Transport } from '../player/transport.ts';
import { usePanels } from './usePanels.ts';

/** The panel that fills the screen, if one does; which one is part of the link. Loaded with the first. */
export function EnlargedPanel({ transport }: { readonly transport: Transport }) {
  const floating = useFloating();
  const failed = useFloatingFailure() !== null;
  const enlarged = useView((view) => view.enlarged);
  const setView = useView((view) => view.set);
  const panel = usePanels().find(({ id }) => id === enlarged);
  const isWanted = panel !== undefined;
  useEffect(() => {
    if (isWanted) void loadFloating();
  }, [isWanted]);
  // While it cannot be loaded the page stays within reach: that is told on top of it.
  if (floating === null) return isWanted && !failed ? <div className="dialog-backdrop" aria-busy /> : null;
  return (
    <floating.Enlarged panel={panel} transport={transport} onClose={() => setView({ enlarged: null })} />
  );
}
