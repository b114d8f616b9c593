import type { ReactElement } from 'react';
import { ViewChoice } from '../parts/ViewChoice.tsx';

/** Which of the compared points a picture shows. @param all whether it shows all of them now */
export const MultiplesChoice = ({ all }: { readonly all: boolean }): ReactElement => (
  <ViewChoice
    of="multiples"
    legend="Which of the compared values are shown"
    labels={{ front: 'in front', all: 'all' }}
    shown={all ? 'all' : 'front'}
  />
);
