import type { Variant } from '../engine/batch.ts';
import type { Recording } from '../engine/recording.ts';
import { MODES, type Mode } from '../settings/modes.ts';
import type { ColourName, Dash, Marker, TimeMark } from './content.ts';

/** How a regularisation mode looks in every chart. */
export interface ModeLook {
  /** Short: for legends and buttons. */
  readonly label: string;
  readonly colour: ColourName;
  /** Where dashes do not tell quantities apart. */
  readonly dash: Dash;
  readonly marker: Marker;
}

export const MODE_LOOKS: Readonly<Record<Mode, ModeLook>> = {
  none: { label: 'none', colour: 'mode-none', dash: 'dotted', marker: 'disc' },
  pegr: { label: 'PEGR', colour: 'mode-pegr', dash: 'solid', marker: 'triangle' },
  fgr: { label: 'FGR', colour: 'mode-fgr', dash: 'dashed', marker: 'square' },
};

/** Whether several modes are trained side by side. */
export const isCompared = (variants: readonly Variant[]): boolean => variants.length > 1;

/** The mode whose recordings these are; null when it is none of them. */
export const frontMode = (variants: readonly Variant[], recordings: readonly Recording[]): Mode | null =>
  variants.find((variant) => variant.recordings[0] === recordings[0])?.mode ?? null;

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
