import { CircleHelp } from 'lucide-react';
import { IconButton } from '../parts/IconButton.tsx';
import { usePopup } from '../parts/usePopup.ts';

/** What this is, its keys and its papers; loaded when asked for. */
export function HelpDialog() {
  const { trigger, parts, popup } = usePopup();
  return (
    <>
      <IconButton {...trigger} icon={CircleHelp} label="About and help" />
      {parts !== null && <parts.Help {...popup} />}
    </>
  );
}
