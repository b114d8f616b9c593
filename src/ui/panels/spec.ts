import type { ComponentType } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import type { Ghost } from '../../state/ghost.ts';
import type { ViewState } from '../../state/view.ts';
import type { Picture } from '../../charts/card/picture.ts';
import type { Palette } from '../../charts/hooks/usePalette.ts';
import type { BandKind } from '../../charts/data/statistics.ts';
import type { Table } from '../../charts/data/words.ts';
import type { Chunk } from '../parts/chunk.ts';
import type { PanelId } from './formulas.ts';

export interface PanelProps {
  /** Of the mode in front. */
  readonly recordings: readonly Recording[];
  /** All modes that are compared; one or none when nothing is. The same array while it has the same recordings. */
  readonly variants?: readonly Variant[] | undefined;
  /** All points of the study: those of each value of a second axis, too. */
  readonly points?: readonly Variant[] | undefined;
  /** What was shown before the last change; null or absent for nothing. */
  readonly ghost?: Ghost | null | undefined;
  /** The last planned epoch T: axes stand still while a run streams. */
  readonly horizon?: number | undefined;
}

/** What a card is to be drawn of. */
export interface PictureRequest extends Pick<PanelProps, 'recordings' | 'horizon'> {
  readonly variants: readonly Variant[];
  /** All points of the study, where there are two axes and each value of the second gets a pane. */
  readonly points?: readonly Variant[];
  readonly view: ViewState;
  /** Of what is drawn on. */
  readonly palette: Palette;
}

/** A chart of the page. */
export interface PanelSpec {
  /** Also of its formula and explanation. */
  readonly id: PanelId;
  readonly title: string;
  /** `tall`: two rows of the grid, for pictures of matrices. */
  readonly size: 'wide' | 'normal' | 'tall';
  /** What its `variants` are: the curves of charts over time, or all points of the study; the curves when absent. */
  readonly of?: 'variants' | 'points';
  /** Code that the chart loads when it is first drawn; loaded ahead for paper, which does not wait. */
  readonly chart?: Pick<Chunk<unknown>, 'load'>;
  /** Fills its parent and measures itself. */
  readonly Component: ComponentType<PanelProps>;
}

/** What is told of a chart beside the page's drawing of it; loaded with the table, and with what makes files. */
export interface Told {
  /**
   * @param recordings of the mode in front
   * @param run which run single-run pictures show, 0-based; 0 when absent
   * @param variants all modes that are compared
   */
  summary(recordings: readonly Recording[], run?: number, variants?: readonly Variant[]): string;
  /**
   * A row for every epoch that the chart has, or of other things, one a row.
   * @param kind how means show their runs; ± 3 sd when absent
   */
  table(
    recordings: readonly Recording[],
    run?: number,
    variants?: readonly Variant[],
    kind?: BandKind,
  ): Table;
  /** What the card shows, for `drawCard`; null before its first epoch. */
  picture(request: PictureRequest): Picture | null;
}
