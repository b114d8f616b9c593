import { useEffect, useState, type RefObject } from 'react';

/** How far outside of what is seen, so that scrolling finds things drawn. */
const MARGIN = '50% 0px';

/** Whether an element is on screen or nearly so, within the page's scrolling part. */
export function useNearView(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    // The margin widens the root only, so the root has to be what scrolls.
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { root: watched.closest('main'), rootMargin: MARGIN },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
