interface WaysOutProps {
  readonly onRetry: () => void;
  /** Classes of the first way's button; "button" when absent. */
  readonly first?: string;
}

/** The two ways out of a failure: again in its place, or the whole page anew. The link of the page survives both. */
export function WaysOut({ onRetry, first = 'button' }: WaysOutProps) {
  return (
    <>
      <button type="button" className={first} onClick={onRetry}>
        Try again
      </button>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        Reload the page
      </button>
    </>
  );
}
