import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process that says a line about itself, and then answers each line with a line. */
export class LineProcess {
  /** Its first line. */
  readonly about: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  private constructor(about: string, process: ChildProcessWithoutNullStreams, lines: AsyncIterator<string>) {
    this.about = about;
    this.#process = process;
    this.#lines = lines;
  }

  /** @returns the process, or the last line of its complaint when it did not start */
  static async start(
    [command = '', ...args]: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): Promise<LineProcess | string> {
    const child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: 'pipe' });
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-2_000)));
    child.on('error', (error) => (complaint += error.message));
    child.stdin.on('error', () => undefined);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const first = await lines.next();
    if (first.done !== true) return new LineProcess(first.value, child, lines);
    return complaint.trim().split('\n').at(-1) ?? '';
  }

  /** @returns its answer, or null when it stopped */
  async ask(request: object): Promise<string | null> {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    const line = await this.#lines.next();
    return line.done === true ? null : line.value;
  }

  stop(): void {
    this.#process.stdin.end();
  }
}
