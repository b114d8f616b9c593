import { Link } from 'lucide-react';
import { useRef, useState } from 'react';
import { loadFloating, loadsFloating, useFloating } from './floating.ts';
import { Icon } from './Icon.tsx';
import { notify } from './notices.ts';

/** A link, and what is said once it is copied. */
export interface Copied {
  readonly link: string;
  readonly description: string;
}

interface CopyLinkProps {
  readonly label: string;
  readonly className?: string;
  /** Made when it is pressed; null where there is nothing to link to. */
  readonly make: () => Copied | null;
}

/** A button that copies a link; a field to copy from where the clipboard is refused. */
export function CopyLink({ label, className = '', make }: CopyLinkProps) {
  const floating = useFloating();
  const anchor = useRef<HTMLButtonElement>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const copy = async (): Promise<void> => {
    const made = make();
    if (made === null) return;
    try {
      await navigator.clipboard.writeText(made.link);
      notify({ title: 'Link copied', description: made.description });
    } catch {
      setRefused(made.link);
      void loadFloating();
    }
  };

  return (
    <>
      <button
        {...loadsFloating}
        ref={anchor}
        type="button"
        className={`button ${className}`}
        onClick={() => void copy()}
      >
        <Icon of={Link} size="1rem" />
        <span>{label}</span>
      </button>
      {floating !== null && (
        <floating.SharePopup link={refused} anchor={anchor} onClose={() => setRefused(null)} />
      )}
    </>
  );
}
