/**
 * Makes a function whose promise resolves in a new task, behind the messages that have arrived; several may wait at once. A
 * timer would do as well, but browsers hold timers back by 4 ms and, in hidden pages, by a second.
 */
export function createYieldToMessages(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
