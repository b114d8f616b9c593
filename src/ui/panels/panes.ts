import type { PanelProps } from './spec.ts';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import type { TimeContent } from '../../charts/data/content.ts';
import { besideOf, frontVariant } from '../../charts/data/looks.ts';
import type { Bands } from '../../charts/data/means.ts';
import { commonInclude } from '../../charts/scales/geometry.ts';

/** What charts side by side show. */
export interface AxisMultiplesProps {
  readonly shown: PanelProps;
  readonly subject: string;
  /** The same function as long as it gives the same. */
  readonly contentOf: ContentWith;
  /** One below the other, not side by side. */
  readonly stacked: boolean;
}

/** What a chart shows of some recordings, with a storage for its means. */
export type ContentWith = (
  recordings: readonly Recording[],
  bands: Bands,
  variants: readonly Variant[],
) => TimeContent;

/** The curves at one value of the second axis. */
export interface AxisPane {
  readonly key: number;
  /** "σ₀ = 0.01". */
  readonly name: string;
  /** Of the value of the first axis that is in front. */
  readonly recordings: readonly Recording[];
  readonly variants: readonly Variant[];
  /** Whether its value of the second axis is in front. */
  readonly front: boolean;
}

/** The points of a study with two axes, by the value of the second; none where there are fewer axes. */
export function axisPanes(points: readonly Variant[], recordings: readonly Recording[]): readonly AxisPane[] {
  const front = frontVariant(points, recordings)?.point.at ?? null;
  if (front?.length !== 2) return [];
  const places = [...new Set(points.flatMap(({ point: { at } }) => (at ? [at[1]!] : [])))];
  return places.map((place): AxisPane => {
    const variants = points.filter(({ point: { at } }) => at?.[1] === place);
    const chosen = variants.find(({ point: { at } }) => at?.[0] === front[0]);
    return {
      key: place,
      name: variants[0] ? besideOf(variants[0]) : '',
      recordings: chosen?.recordings ?? [],
      variants,
      front: place === front[1],
    };
  });
}

/**
 * The contents of all panes, whose value axes show the same. The legend says what the curves are of; each pane has its
 * value of the second axis for a name.
 *
 * @param bands a storage for each pane
 */
export function paneContents(
  panes: readonly AxisPane[],
  contentOf: ContentWith,
  bands: (key: number) => Bands,
  last: number,
): readonly TimeContent[] {
  const contents = panes.map(({ key, name, recordings, variants }) => {
    const content = contentOf(recordings, bands(key), variants);
    const { legendTitle = '' } = content;
    return { ...content, legendTitle: legendTitle.replace(`${name}; `, '').replace(name, '') };
  });
  const include = commonInclude(contents, last);
  return contents.map((content) => ({ ...content, include: [...content.include, ...include] }));
}
