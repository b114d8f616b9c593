import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { useView, type ViewState } from '../../state/view.ts';
import { THEMES, themeIcon } from '../header/themes.ts';
import type { TakeoverProps } from '../parts/floating-props.ts';
import { IconButton } from '../parts/IconButton.tsx';

/** The menu of themes and its button. */
export function ThemeSelect({ id, defaultOpen }: TakeoverProps) {
  const theme = useView((view) => view.theme);
  const setView = useView((view) => view.set);

  return (
    <Menu.Root modal={false} defaultOpen={defaultOpen}>
      <Menu.Trigger id={id} render={<IconButton icon={themeIcon(theme)} label="Theme" />} />
      <Menu.Portal>
        <Menu.Positioner className="popup-layer" sideOffset={6} align="end">
          <Menu.Popup className="popup menu">
            <Menu.RadioGroup
              value={theme}
              onValueChange={(value: ViewState['theme']) => setView({ theme: value })}
            >
              {THEMES.map(({ value, label, icon: Icon }) => (
                <Menu.RadioItem key={value} value={value} className="menu-item" closeOnClick>
                  <Icon aria-hidden size="1rem" />
                  {label}
                  <Menu.RadioItemIndicator className="menu-tick">
                    <Check aria-hidden size="0.875rem" />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
