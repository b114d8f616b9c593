import { useId } from 'react';
import type { ReactElement } from 'react';
import { useView } from '../../state/view.ts';
import { AxisChoice } from './AxisChoice.tsx';

const OPTIONS = [
  { value: 'front', label: 'in front' },
  { value: 'all', label: 'all' },
] as const;

/** Which of the compared points a picture shows. @param all whether it shows all of them now */
export function MultiplesChoice({ all }: { readonly all: boolean }): ReactElement {
  const name = useId();
  return (
    <AxisChoice
      name={name}
      legend="Which of the compared values are shown"
      options={OPTIONS}
      value={all ? 'all' : 'front'}
      onChange={(multiples) => {
        useView.getState().set({ multiples });
      }}
    />
  );
}
