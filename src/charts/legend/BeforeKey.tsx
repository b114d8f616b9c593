import type { ReactElement } from 'react';
import type { Before } from '../data/content.ts';
import { LineKey } from './LineKey.tsx';
import { Symbols } from './Symbols.tsx';

/** Names the curves of the run before the last change: in the head, where nothing moves when they come and go. */
export function BeforeKey({ before }: { readonly before: Before }): ReactElement {
  return (
    <span className="chart-before" title={`Before the last change: ${before.what}`}>
      <LineKey colour="ghost" dash="" width={1.5} marker={null} />
      <span>before</span>
      <span className="chart-before-what">
        : <Symbols text={before.what} />
      </span>
    </span>
  );
}
