import { useEffect, type ReactNode } from 'react';
import { useChunk, type Chunk } from './chunk.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LoadFailure } from './LoadFailure.tsx';

interface LaterProps<T> {
  readonly chunk: Chunk<T>;
  /** In the page's words: "The formula". */
  readonly what: string;
  /** In its place until it is there. */
  readonly waiting: ReactNode;
  readonly children: (parts: T) => ReactNode;
}

/** A part whose code is loaded when it is first drawn. What goes wrong then is told in its place. */
export function Later<T>({ chunk, what, waiting, children }: LaterProps<T>) {
  const { parts, failure } = useChunk(chunk);
  useEffect(() => void chunk.load(), [chunk]);
  if (parts !== null) {
    return (
      <ErrorBoundary what={what} resetKey={parts}>
        {children(parts)}
      </ErrorBoundary>
    );
  }
  if (failure === null) return waiting;
  return <LoadFailure what={what} failure={failure} onRetry={() => void chunk.load()} />;
}
