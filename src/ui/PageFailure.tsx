import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { currentLink } from '../state/link-sync.ts';
import { WaysOut } from './parts/WaysOut.tsx';
import { Icon } from './parts/Icon.tsx';
import './page-failure.css';

interface PageFailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** In the page's place when the page itself failed: what happened, the experiment's link, and the ways out. */
export function PageFailure({ error, onRetry }: PageFailureProps) {
  const [link] = useState(linkOfExperiment);
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // The browser does not let the page copy: the link is selected, to be copied by hand.
      setCopied(false);
    }
  };

  return (
    <main className="page-failure" role="alert">
      <h1>The page stopped</h1>
      <p>
        A mistake in this program, not in your experiment: <code>{error.message}</code>. The experiment is in
        this link, whole; it opens again as it was.
      </p>
      <div className="page-failure-link">
        <input
          ref={field}
          className="text-input"
          aria-label="Link of the experiment"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? <Icon of={Check} size="1rem" /> : <Icon of={Copy} size="1rem" />}
          {copied ? 'Copied' : 'Copy link'}
        </button>
      </div>
      <div className="page-failure-ways">
        <WaysOut onRetry={onRetry} first="button primary" />
      </div>
    </main>
  );
}

/** Of the settings on the page; should they be what failed, the address bar has those before. */
function linkOfExperiment(): string {
  const { href } = window.location;
  try {
    return `${href.replace(/#.*$/, '')}#${currentLink(null)}`;
  } catch {
    return href;
  }
}
