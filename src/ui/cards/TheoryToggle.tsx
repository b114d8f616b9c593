import { Ruler } from 'lucide-react';
import { useView } from '../../state/view.ts';
import { IconButton } from '../parts/IconButton.tsx';
import type { PanelSpec } from '../panels/spec.ts';
import { isTheoryDrawn, toggledTheory } from '../panels/theory.ts';

/** Whether bounds, fitted rates and predicted limits are drawn on a chart. */
export function TheoryToggle({ panel }: { readonly panel: Pick<PanelSpec, 'id' | 'title'> }) {
  const isOn = useView((view) => isTheoryDrawn(view, panel.id));
  return (
    <IconButton
      icon={Ruler}
      label={`Theory on ${panel.title}`}
      aria-pressed={isOn}
      onClick={() => useView.setState((view) => toggledTheory(view, panel.id))}
    />
  );
}
