import { Menu } from '@base-ui/react/menu';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { useView, type ViewState } from '../../state/view.ts';
import { IconButton } from '../parts/IconButton.tsx';

const THEMES = [
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const;

export function ThemeMenu() {
  const theme = useView((view) => view.theme);
  const setView = useView((view) => view.set);
  const { icon } = THEMES.find(({ value }) => value === theme) ?? THEMES[0];

  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<IconButton icon={icon} label="Theme" />} />
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
