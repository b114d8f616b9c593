import type { Recording } from '../../engine/recording.ts';
import { MODES, type Mode } from '../../settings/modes.ts';
import type { TimeMark } from './content.ts';

/** How a regularisation mode looks in every chart. */
export const MODE_LOOKS = {
  none: { label: 'none', colour: 'mode-none', dash: 'dotted', marker: 'disc' },
  pegr: { label: 'PEGR', colour: 'mode-pegr', dash: 'solid', marker: 'triangle' },
  fgr: { label: 'FGR', colour: 'mode-fgr', dash: 'dashed', marker: 'square' },
} as const satisfies Readonly<Record<Mode, object>>;

/** The first epochs without the penalty, one mark for all modes that lose it at the same epoch. */
export function switchOffMarks(recordings: readonly Recording[]): readonly TimeMark[] {
  const modes = new Map<number, Set<Mode>>();
  for (const { facts } of recordings) {
    if (!facts || facts.regularizer.kind === 'none') continue;
    const { kind, until = 0 } = facts.regularizer;
    if (until > 0) modes.set(until, (modes.get(until) ?? new Set()).add(kind));
  }
  return [...modes].map(([epoch, off]) => ({ epoch, label: offLabel(off) }));
}

/** "PEGR off", "PEGR and FGR off". */
export const offLabel = (off: ReadonlySet<Mode>): string =>
  `${MODES.filter((mode) => off.has(mode))
    .map((mode) => MODE_LOOKS[mode].label)
    .join(' and ')} off`;
