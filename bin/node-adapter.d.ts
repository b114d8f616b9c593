/** comlink has no types for its adapter to Node's threads. */
declare module 'comlink/dist/esm/node-adapter.mjs' {
  import type { Endpoint } from 'comlink';
  import type { MessagePort, Worker } from 'node:worker_threads';
  const nodeEndpoint: (port: MessagePort | Worker) => Endpoint;
  // eslint-disable-next-line import-x/no-default-export -- it has that one
  export default nodeEndpoint;
}
