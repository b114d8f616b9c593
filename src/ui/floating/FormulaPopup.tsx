import { Popover } from '@base-ui/react/popover';
import { inTime } from '../../charts/data/moment.ts';
import { LaterFormula } from '../cards/LaterFormula.tsx';
import { FORMULAS } from '../panels/formulas.ts';
import type { PanelSpec } from '../panels/spec.ts';
import type { PopupProps } from '../parts/floating-props.ts';

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
            <LaterFormula tex={tex} />
            <Popover.Description className="formula-text">{inTime(explanation)}</Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
