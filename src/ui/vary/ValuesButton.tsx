import { ChevronDown } from 'lucide-react';
import type { NumberSpec } from '../../settings/spec.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { labelOf } from '../../settings/words.ts';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import { usePopup } from '../parts/usePopup.ts';
import { Icon } from '../parts/Icon.tsx';

const chunk = createChunk(() => import('./ValuesForm.tsx'));

interface ValuesButtonProps {
  readonly spec: NumberSpec;
  readonly axis: Axis;
}

/** How many values an axis has; pressed, they are a list to type, or a range. */
export function ValuesButton({ spec, axis }: ValuesButtonProps) {
  const { trigger, parts, popup } = usePopup();
  const title = `Values of ${labelOf(spec)}`;
  return (
    <>
      <button
        {...trigger}
        type="button"
        className="vary-values"
        aria-label={`${title}: ${axis.values.length}`}
        onPointerEnter={() => {
          trigger.onPointerEnter();
          void chunk.load();
        }}
      >
        {axis.values.length} <Icon of={ChevronDown} size="0.75rem" />
      </button>
      {parts !== null && (
        <parts.Popup {...popup} title={title}>
          <Later chunk={chunk} what={title} waiting={<p aria-busy>Loading…</p>}>
            {({ ValuesForm }) => <ValuesForm spec={spec} axis={axis} />}
          </Later>
        </parts.Popup>
      )}
    </>
  );
}
