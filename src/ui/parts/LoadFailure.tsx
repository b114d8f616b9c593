import { WaysOut } from './WaysOut.tsx';

interface LoadFailureProps {
  /** In the page's words: "The formula". */
  readonly what: string;
  readonly failure: string;
  readonly onRetry: () => void;
}

/** A part of the page did not come: why that happens, and the two ways out. */
export function LoadFailure({ what, failure, onRetry }: LoadFailureProps) {
  return (
    <div className="failure load-failure" role="alert">
      <p title={failure}>
        <strong>{what}</strong> could not be loaded: the network is gone, or the page was updated since it was
        opened.
      </p>
      <div className="failure-ways">
        <WaysOut onRetry={onRetry} />
      </div>
    </div>
  );
}
