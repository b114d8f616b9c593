import { FolderDown } from 'lucide-react';
import { IconButton } from '../parts/IconButton.tsx';
import { usePopup } from '../parts/usePopup.ts';

/** The whole study as one zip; what makes it is loaded when asked for. */
export function TakeStudy() {
  const { trigger, parts, popup } = usePopup();
  return (
    <>
      <IconButton {...trigger} icon={FolderDown} className="header-take" label="Take the study away" />
      {parts !== null && <parts.TakeStudyPopup {...popup} />}
    </>
  );
}
