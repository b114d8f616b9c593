import { useView } from '../../state/view.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { useTakeover } from '../parts/useTakeover.ts';
import { themeIcon } from './themes.ts';

/** Light, dark or as the system; the menu is loaded when it is first wanted. */
export function ThemeMenu() {
  const { parts, asked, id, standIn } = useTakeover();
  const theme = useView((view) => view.theme);
  if (parts !== null) return <parts.ThemeSelect id={id} defaultOpen={asked} />;
  return <IconButton {...standIn} icon={themeIcon(theme)} label="Theme" aria-haspopup="menu" />;
}
