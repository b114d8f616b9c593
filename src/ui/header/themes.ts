import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import type { ViewState } from '../../state/view.ts';

export const THEMES = [
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const;

export const themeIcon = (theme: ViewState['theme']): LucideIcon =>
  (THEMES.find(({ value }) => value === theme) ?? THEMES[0]).icon;
