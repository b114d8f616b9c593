import { startTransition, type ReactNode } from 'react';

interface Start {
  /** Runs a callback in the next task. */
  readonly post: (callback: () => void) => void;
  /** Ties the parts together and gives the page. */
  readonly page: () => ReactNode;
  readonly render: (page: ReactNode) => void;
  /** What is shown in the place of a page that could not be made. */
  readonly failed: (error: Error) => ReactNode;
}

/**
 * Begins the page in a task of its own, for to evaluate the code was one, and renders it in slices: the first render of
 * all is the longest.
 * @throws in that task what `page` threw, once it is told on the page
 */
export function startInSlices({ post, page, render, failed }: Start): void {
  post(() => {
    try {
      const made = page();
      startTransition(() => render(made));
    } catch (error) {
      render(failed(error instanceof Error ? error : new Error(String(error))));
      throw error;
    }
  });
}
