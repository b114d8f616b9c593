/**
 * Runs callbacks in the next task, in their order: after what goes on is done, and without the wait of a timer.
 * @returns what takes them
 */
export function createPost(): (callback: () => void) => void {
  const waiting: (() => void)[] = [];
  let port: MessagePort | null = null;
  const open = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => waiting.shift()?.();
    return port2;
  };
  return (callback) => {
    waiting.push(callback);
    port ??= open();
    port.postMessage(null);
  };
}
