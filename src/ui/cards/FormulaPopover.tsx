import { Popover } from '@base-ui/react/popover';
import { Sigma } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { IconButton } from '../parts/IconButton.tsx';
import type { PanelSpec } from '../panels/spec.ts';

const Formula = lazy(async () => ({ default: (await import('./Formula.tsx')).Formula }));

/** What a chart shows, as a formula and in words. */
export function FormulaPopover({ panel }: { readonly panel: PanelSpec }) {
  return (
    <Popover.Root>
      <Popover.Trigger render={<IconButton icon={Sigma} label={`Formula of ${panel.title}`} />} />
      <Popover.Portal>
        <Popover.Positioner className="popup-layer" sideOffset={6} align="end">
          <Popover.Popup className="popup formula-popup">
            <Popover.Title className="formula-title">{panel.title}</Popover.Title>
            <Suspense fallback={<div className="formula formula-waiting" />}>
              <Formula tex={panel.tex} />
            </Suspense>
            <Popover.Description className="formula-text">{panel.explanation}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
