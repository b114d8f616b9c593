import { Popover } from '@base-ui/react/popover';
import { formulaChunk } from '../cards/formula-chunk.ts';
import { FORMULAS } from '../panels/formulas.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { PopupProps } from '../parts/floating-props.ts';
import { Later } from '../parts/Later.tsx';

/** What a chart shows, as a formula and in words. */
export function FormulaPopup({
  panel,
  open,
  anchor,
  onOpenChange,
}: PopupProps & { readonly panel: PanelSpec }) {
  const { tex, explanation } = FORMULAS[panel.id];
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner className="popup-layer" anchor={anchor} sideOffset={6} align="end">
          <Popover.Popup className="popup formula-popup" finalFocus={anchor}>
            <Popover.Title className="formula-title">{panel.title}</Popover.Title>
            <Later
              chunk={formulaChunk}
              what="The formula"
              waiting={<div className="formula formula-waiting" aria-busy />}
            >
              {({ Formula }) => <Formula tex={tex} />}
            </Later>
            <Popover.Description className="formula-text">{explanation}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
