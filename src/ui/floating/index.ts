/** What opens over the page. Loaded as one, when the first of it is wanted (main.tsx hands the loader to parts/floating.ts). */
import './floating.css';

export { ChoiceSelect } from './ChoiceSelect.tsx';
export { FormulaPopup } from './FormulaPopup.tsx';
export { Help } from './Help.tsx';
export { NotePopup } from './NotePopup.tsx';
export { Popup } from './Popup.tsx';
export { PresetSelect } from './PresetSelect.tsx';
export { SharePopup } from './SharePopup.tsx';
export { Sheet } from './Sheet.tsx';
export { StatusPopup } from './StatusPopup.tsx';
export { TakeSelect } from './TakeSelect.tsx';
export { TakeStudyPopup } from './TakeStudyPopup.tsx';
export { ThemeSelect } from './ThemeSelect.tsx';
export { Tip } from './Tip.tsx';
export { Toasts } from './Toasts.tsx';
