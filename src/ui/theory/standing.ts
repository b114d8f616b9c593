import { CircleCheck, CircleDashed, CircleHelp, Ruler, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Standing } from '../../settings/claim-standing.ts';

/** How a standing looks, and what is said of so many claims that have it. */
interface StandingLook {
  readonly icon: LucideIcon;
  readonly words: string;
  /** What it means, in a sentence. */
  readonly meaning: string;
}

/** In the order of the line: what holds, what is not meant for this, what fails. */
export const STANDING_LOOKS: Readonly<Record<Exclude<Standing, 'silent'>, StandingLook>> = {
  holds: { icon: CircleCheck, words: 'hold', meaning: 'The assumptions are met, and so far it holds.' },
  measured: {
    icon: Ruler,
    words: 'measured',
    meaning:
      'It is about t → ∞, or has a constant that the paper does not give: the rate or constant is measured.',
  },
  outside: {
    icon: CircleDashed,
    words: 'outside their assumptions',
    meaning: 'An assumption is not met, so nothing is promised here. Often it holds all the same.',
  },
  untold: { icon: CircleHelp, words: 'cannot be told', meaning: 'Nothing could be compared on these runs.' },
  violated: { icon: TriangleAlert, words: 'violated', meaning: 'It fails although its assumptions are met.' },
};

export type ShownStanding = keyof typeof STANDING_LOOKS;
export const SHOWN_STANDINGS = Object.keys(STANDING_LOOKS) as readonly ShownStanding[];
