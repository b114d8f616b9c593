import { Slider } from '@base-ui/react/slider';
import { holdTouch } from '../../charts/hooks/hold-touch.ts';
import { useClock } from '../../state/clock.ts';
import { inTime, momentInWords } from '../../charts/data/moment.ts';
import { epochAt, toFraction, type TimeAxis } from './playback.ts';

interface ScrubberProps {
  readonly epoch: number;
  readonly total: number;
  /** The last epoch computed yet. */
  readonly computed: number;
  readonly axis: TimeAxis;
  /** An epoch with a meaning; null for none. */
  readonly mark: { readonly epoch: number; readonly label: string } | null;
  readonly onSeek: (epoch: number) => void;
  /** Steps by recorded epochs, for the keyboard. */
  readonly onStep: (steps: number) => void;
}

const integer = new Intl.NumberFormat('en');

/** Steps of the arrow and page keys on the slider, in recorded epochs. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** The slider of the player: epochs on the charts' time axis, with the computed part marked. */
export function Scrubber({ epoch, total, computed, axis, mark, onSeek, onStep }: ScrubberProps) {
  const { clock } = useClock();
  return (
    <Slider.Root
      className="scrubber"
      min={0}
      max={1}
      step={0.0001}
      value={toFraction(epoch, total, axis)}
      onValueChange={(fraction, { reason, event }) => {
        if (reason !== 'keyboard') onSeek(epochAt(fraction, total, axis));
        else if (event instanceof KeyboardEvent && event.key === 'Home') onSeek(0);
        else if (event instanceof KeyboardEvent && event.key === 'End') onSeek(total);
      }}
      onKeyDownCapture={(event) => {
        const steps = KEY_STEPS[event.key];
        if (steps === undefined) return;
        // The slider's own step is a fraction of the axis; a key moves by epochs.
        event.preventDefault();
        event.stopPropagation();
        onStep(event.shiftKey ? Math.sign(steps) * 10 : steps);
      }}
    >
      <Slider.Control className="scrubber-control" ref={holdTouch}>
        {mark !== null && mark.epoch <= total && (
          <div
            className="scrubber-mark"
            data-testid="scrubber-mark"
            style={{ left: `${100 * toFraction(mark.epoch, total, axis)}%` }}
            title={`${mark.label} from ${momentInWords(mark.epoch)}`}
          >
            <span>{mark.label}</span>
          </div>
        )}
        <Slider.Track className="scrubber-track">
          <div
            className="scrubber-computed"
            style={{ width: `${100 * toFraction(computed, total, axis)}%` }}
          />
          <Slider.Indicator className="scrubber-played" />
          <Slider.Thumb
            className="scrubber-thumb"
            aria-label={inTime('Epoch')}
            getAriaValueText={() =>
              `${momentInWords(epoch)} of ${(clock?.cell ?? integer.format)(total)}${mark !== null && epoch >= mark.epoch ? `, ${mark.label}` : ''}`
            }
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
