/**
 * Makes a function whose promise resolves in a new task, behind the messages that have arrived. A timer would do as
 * well, but browsers hold timers back by 4 ms and, in hidden pages, by a second.
 */
export function createYieldToMessages(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resume = (): void => undefined;
  port1.onmessage = () => resume();
  return () =>
    new Promise((resolve) => {
      resume = resolve;
      port2.postMessage(null);
    });
}
