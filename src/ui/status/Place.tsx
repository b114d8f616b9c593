import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import './absent.css';

interface PlaceProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly bad?: boolean;
  readonly children: ReactNode;
}

/** In the charts' place. */
export function Place({ icon, title, bad = false, children }: PlaceProps) {
  return (
    <section className="absent" data-bad={bad ? '' : undefined} role={bad ? 'alert' : undefined}>
      <Icon of={icon} size="2.5rem" strokeWidth={1.25} />
      <h2>{title}</h2>
      {children}
    </section>
  );
}
