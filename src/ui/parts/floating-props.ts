import type { ComponentType, ReactNode, RefObject } from 'react';
import type { PresetId } from '../../settings/presets/inferred.ts';
import type { PanelSpec } from '../panels/spec.ts';

/** What a popup or dialog needs that has its trigger elsewhere. */
export interface PopupProps {
  readonly open: boolean;
  /** The button it belongs to: it is placed there, and the focus goes back to it. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  onOpenChange(open: boolean, details?: { readonly event: Event; cancel(): void }): void;
}

/** What takes the place of a stand-in (useTakeover.ts). */
export interface TakeoverProps {
  readonly id: string;
  /** It was pressed before it was there. */
  readonly defaultOpen: boolean;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
}

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

export interface ContentPopupProps extends PopupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export interface PresetSelectProps {
  /** Id of a preset; null for settings of one's own. */
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

export interface SharePopupProps {
  /** To copy by hand; null while there is none. */
  readonly link: string | null;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

export interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

export interface TakeSelectProps extends TakeoverProps {
  readonly panel: PanelSpec;
  readonly disabled: boolean;
}

/**
 * Everything that opens over the page (lists, menus, dialogs, tips, toasts), as its users see it. They know these types
 * and never the folder `floating`, which uses them in turn: main.tsx hands its loader in.
 */
export interface Floating {
  readonly ChoiceSelect: ComponentType<ChoiceProps & TakeoverProps>;
  readonly FormulaPopup: ComponentType<PopupProps & { readonly panel: PanelSpec }>;
  readonly Help: ComponentType<PopupProps>;
  readonly NotePopup: ComponentType<PopupProps & { readonly of: PresetId }>;
  readonly Popup: ComponentType<ContentPopupProps>;
  readonly PresetSelect: ComponentType<PresetSelectProps & TakeoverProps>;
  readonly SharePopup: ComponentType<SharePopupProps>;
  readonly Sheet: ComponentType<SheetProps>;
  readonly StatusPopup: ComponentType<PopupProps>;
  readonly TakeSelect: ComponentType<TakeSelectProps>;
  readonly TakeStudyPopup: ComponentType<PopupProps>;
  readonly ThemeSelect: ComponentType<TakeoverProps>;
  readonly Tip: ComponentType;
  readonly Toasts: ComponentType;
}
