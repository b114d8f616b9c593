import { useEffect } from 'react';
import { useView } from '../../state/view.ts';
import { loadFloating, useFloating } from '../parts/floating.ts';
import type { Transport } from '../player/transport.ts';
import { usePanels } from './usePanels.ts';

/** The panel that fills the screen, if one does; which one is part of the link. Loaded with the first. */
export function EnlargedPanel({ transport }: { readonly transport: Transport }) {
  const floating = useFloating();
  const enlarged = useView((view) => view.enlarged);
  const setView = useView((view) => view.set);
  const panel = usePanels().find(({ id }) => id === enlarged);
  const isWanted = panel !== undefined;
  useEffect(() => {
    if (isWanted) void loadFloating();
  }, [isWanted]);
  if (floating === null) return isWanted ? <div className="dialog-backdrop" aria-busy /> : null;
  return (
    <floating.Enlarged panel={panel} transport={transport} onClose={() => setView({ enlarged: null })} />
  );
}
