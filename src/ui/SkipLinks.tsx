/** What the skip links lead to: the charts, and Play. Not anchors, since the address is the experiment. */
const TARGETS = [
  { label: 'Skip to the charts', selector: '#charts' },
  { label: 'Skip to the player', selector: '.player-play' },
] as const;

/** The first things that the keyboard reaches; seen while they have the focus. */
export function SkipLinks() {
  return (
    <nav className="skip-links" aria-label="Skip">
      {TARGETS.map(({ label, selector }) => (
        <button
          key={selector}
          type="button"
          className="button"
          onClick={() => document.querySelector<HTMLElement>(selector)?.focus()}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
