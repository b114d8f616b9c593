import type { Answer, BuildAnswer, FilesApi, ReadProgress } from './conversation-api.ts';
import type { BuiltDataset } from './dataset/build.ts';
import { sealedData } from './dataset/seal.ts';
import { previewOf } from './preview.ts';
import type { Choice, Proposal } from './proposal.ts';
import type { Part, ReadOptions } from './table.ts';
import { FileProblem, nameOf } from './words.ts';

/** What the conversation is about: how files are read, judged and turned into data. Tests have their own. */
export interface Reading {
  readonly readFiles: (
    files: readonly File[],
    options: ReadOptions,
    choice: Choice,
  ) => Promise<readonly Part[]>;
  readonly propose: (parts: readonly Part[], choice: Choice) => Proposal;
  readonly buildWanted: (
    parts: readonly Part[],
    choice: Choice,
    wanted: string,
    breathe: () => Promise<void>,
  ) => Promise<BuiltDataset>;
  readonly breathe: () => Promise<void>;
}

/** Files are read once; what is proposed of them is asked again under every choice. */
export class Conversation implements FilesApi {
  readonly #reading: Reading;
  #files: readonly File[] = [];
  #parts: readonly Part[] = [];
  #readAs: Choice = {};
  #paired = false;
  #stop = new AbortController();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  async read(
    files: readonly File[],
    waiting: readonly File[],
    choice: Choice,
    progress: ReadProgress,
  ): Promise<Answer> {
    this.#parts = [];
    return answered(files, async () => {
      const parts = await this.#read(files, choice, progress);
      this.#readAs = choice;
      this.#paired = false;
      this.#files = files;
      this.#parts = parts;
      if (waiting.length > 0) {
        const pair = [...(await this.#read(waiting, choice, progress)), ...parts];
        this.#paired = this.#belong(pair, choice);
        if (this.#paired) {
          this.#files = [...waiting, ...files];
          this.#parts = pair;
        }
      }
      return this.#answer(choice, 0);
    });
  }

  async look(choice: Choice, from: number): Promise<Answer> {
    return answered(this.#files, async () => {
      await this.#readAgain(choice);
      return this.#answer(choice, from);
    });
  }

  async build(choice: Choice, wanted: string): Promise<BuildAnswer> {
    return answered(this.#files, async () => {
      await this.#readAgain(choice);
      const { buildWanted, breathe } = this.#reading;
      const built = await buildWanted(this.#parts, choice, wanted, breathe);
      return { kind: 'built' as const, built: sealedData(built) };
    });
  }

  cancel(): void {
    this.#stop.abort();
  }

  /** Header and delimiter are the reader's: with others the bytes are other rows. */
  async #readAgain(choice: Choice): Promise<void> {
    const { header, delimiter } = this.#readAs;
    if (choice.header === header && choice.delimiter === delimiter) return;
    this.#parts = await this.#read(this.#files, choice, () => undefined);
    this.#readAs = choice;
  }

  #read(files: readonly File[], choice: Choice, progress: ReadProgress): Promise<readonly Part[]> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { readFiles, breathe } = this.#reading;
    return readFiles(files, { progress, signal, breathe }, choice);
  }

  /** Whether what was given before and what is given now are two halves of one. */
  #belong(parts: readonly Part[], choice: Choice): boolean {
    try {
      this.#reading.propose(parts, choice);
      return true;
    } catch (error) {
      if (error instanceof FileProblem) return false;
      throw error;
    }
  }

  #answer(choice: Choice, from: number): Answer {
    try {
      const proposal = this.#reading.propose(this.#parts, choice);
      const preview = previewOf(this.#parts, this.#files.map(nameOf), proposal, choice, from);
      return { kind: 'preview', preview, paired: this.#paired };
    } catch (error) {
      const has = error instanceof FileProblem ? HALVES.get(error.code) : undefined;
      if (has === undefined) throw error;
      const part = this.#parts[0]!;
      return { kind: 'half', has, name: nameOf(this.#files[0] ?? part), count: countOf(part) };
    }
  }
}

/** Problems that another file can mend. */
const HALVES: ReadonlyMap<string, 'images' | 'labels'> = new Map([
  ['images-alone', 'images'],
  ['labels-alone', 'labels'],
  ['one-column', 'labels'],
]);

const countOf = (part: Part): number => (part.kind === 'labels' ? part.values.length : part.total);

/** What is wrong with files is an answer; that reading was cancelled is not. */
async function answered<T>(
  files: readonly File[],
  work: () => Promise<T>,
): Promise<T | Extract<Answer, { readonly kind: 'problem' }>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileProblem) return problem(error);
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const names = files.map(nameOf).join(', ');
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: 'problem',
      code: 'unforeseen',
      message: `${names} could not be read: ${reason}`,
      row: null,
    };
  }
}

const problem = ({ code, message, row }: FileProblem): Extract<Answer, { readonly kind: 'problem' }> => ({
  kind: 'problem',
  code,
  message,
  row,
});
