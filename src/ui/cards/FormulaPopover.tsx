import { Sigma } from 'lucide-react';
import { IconButton } from '../parts/IconButton.tsx';
import { usePopup } from '../parts/usePopup.ts';
import type { PanelSpec } from '../panels/spec.ts';

/** What a chart shows, as a formula and in words; loaded when asked for. */
export function FormulaPopover({ panel }: { readonly panel: PanelSpec }) {
  const { trigger, parts, popup } = usePopup();
  return (
    <>
      <IconButton {...trigger} icon={Sigma} label={`Formula of ${panel.title}`} />
      {parts !== null && <parts.FormulaPopup {...popup} panel={panel} />}
    </>
  );
}
