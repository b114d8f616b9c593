import { Download } from 'lucide-react';
import { IconButton } from '../parts/IconButton.tsx';
import { useTakeover } from '../parts/useTakeover.ts';
import type { PanelSpec } from '../panels/spec.ts';

/** "Take away": the card as a picture, its numbers as CSV; the menu is loaded when it is first wanted. */
export function TakeMenu({ panel, disabled }: { readonly panel: PanelSpec; readonly disabled: boolean }) {
  const { parts, asked, id, standIn } = useTakeover();
  if (parts !== null)
    return <parts.TakeSelect id={id} defaultOpen={asked} panel={panel} disabled={disabled} />;
  return (
    <IconButton
      {...standIn}
      icon={Download}
      label={`Take away ${panel.title}`}
      aria-haspopup="menu"
      disabled={disabled}
    />
  );
}
