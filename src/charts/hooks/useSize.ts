import { useCallback, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Computed font size in pixels. */
  readonly em: number;
}

type Report = (size: Size) => void;

const reports = new Map<Element, Report>();
let shared: ResizeObserver | null = null;

function observer(): ResizeObserver {
  shared ??= new ResizeObserver((entries) => {
    for (const entry of entries) {
      const { width, height } = entry.contentRect;
      reports.get(entry.target)?.({ width, height, em: parseFloat(getComputedStyle(entry.target).fontSize) });
    }
  });
  return shared;
}

/** Measures every element now, in place of the next frame: a page that is about to be printed has none. */
export function measureAll(): void {
  for (const [element, report] of reports) {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const inner = (size: number, ...edges: readonly string[]): number =>
      edges.reduce((rest, edge) => rest - parseFloat(edge), size);
    report({
      width: inner(
        width,
        style.paddingLeft,
        style.paddingRight,
        style.borderLeftWidth,
        style.borderRightWidth,
      ),
      height: inner(
        height,
        style.paddingTop,
        style.paddingBottom,
        style.borderTopWidth,
        style.borderBottomWidth,
      ),
      em: parseFloat(style.fontSize),
    });
  }
}

/**
 * Content size and font size of an element, measured by one observer for the whole page.
 * @returns a ref to attach, and the size once it is known
 */
export function useSize(): [ref: (element: Element | null) => (() => void) | undefined, size: Size | null] {
  const [size, setSize] = useState<Size | null>(null);
  const attach = useCallback((element: Element | null) => {
    if (!element) return undefined;
    reports.set(element, (next) => {
      setSize((last) =>
        last && last.width === next.width && last.height === next.height && last.em === next.em ? last : next,
      );
    });
    observer().observe(element);
    return () => {
      observer().unobserve(element);
      reports.delete(element);
    };
  }, []);
  return [attach, size];
}
