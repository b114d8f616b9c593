import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { NoAnswer } from '../../engine/asked-worker.ts';
import { createFilesClient, type FilesClient } from '../../engine/files-client.ts';
import type { Answer, Preview } from '../../engine/files/conversation-api.ts';
import type { SealedData } from '../../engine/files/dataset/seal.ts';
import type { Choice, Proposal } from '../../engine/files/proposal.ts';
import { proposedSides, type Sides } from './sides.ts';

type Normalisation = Proposal['normalisation'];

export interface Asking {
  readonly kind: 'asking';
  readonly preview: Preview;
  readonly choice: Choice;
  readonly sides: Sides;
  /** Chosen against the proposal; null: as proposed. */
  readonly normalisation: Normalisation | null;
  /** Id of the data that a link names, or ''. */
  readonly wanted: string;
  /** Id of the preset whose other settings come with it, or null. */
  readonly preset: string | null;
  /** First column of the window. */
  readonly from: number;
  /** The files are asked again, or the data are made. */
  readonly busy: boolean;
  /** What the last change came to, where it could not be done. */
  readonly problem: string | null;
  /** Fingerprint of data that the person was told are not the link's; '' of none. */
  readonly toldOf: string;
}

/** For the parts of the view. */
export interface AskingProps {
  readonly stage: Asking;
}

export type Stage =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'reading';
      readonly names: string;
      readonly share: number | null;
      readonly rows: number;
      readonly cancelling: boolean;
    }
  | {
      readonly kind: 'half';
      readonly has: 'images' | 'labels';
      readonly name: string;
      readonly count: number;
    }
  | Asking
  | { readonly kind: 'failed'; readonly message: string };

/** How a link, or the settings on the page, want files to be read. */
export interface Wanted {
  readonly choice: Choice;
  /** The classes for these labels; null: as proposed. */
  sides(proposal: Proposal): Sides | null;
  readonly normalisation: Normalisation | null;
  /** The data that a link names, by their id; '' for none. */
  readonly id: string;
}

export const AS_PROPOSED: Wanted = { choice: {}, sides: () => null, normalisation: null, id: '' };

export interface ConversationState {
  readonly stage: Stage;
  /** The files that are talked about. */
  readonly files: readonly File[];
  /** Opens files: half of a pair waits for the other. A later call wins over an earlier one. */
  open(files: readonly File[], wanted?: Wanted): Promise<void>;
  /** Says why there are no files. */
  fail(message: string): void;
  /** Reads or chooses otherwise; the classes stay where the labels do. */
  choose(choice: Choice): Promise<void>;
  /** Moves the window over the columns. */
  scroll(from: number): Promise<void>;
  setSides(sides: Sides, preset?: string | null): void;
  setNormalisation(normalisation: Normalisation): void;
  /** Makes the data; null where that could not be done, and the stage says why. */
  build(): Promise<SealedData | null>;
  /** Something the person should know before going on. */
  warn(message: string, of: string): void;
  cancelReading(): void;
  close(): void;
}

const NO_LABELS = 'Read like that, there are no labels in it.';
const RELOAD = 'Try again, or reload the page.';

export function createConversationStore(client: FilesClient): UseBoundStore<StoreApi<ConversationState>> {
  let latest = 0;
  return create<ConversationState>((set, get) => {
    const asking = (): Asking | null => {
      const { stage } = get();
      return stage.kind === 'asking' ? stage : null;
    };
    const change = (next: Partial<Asking>): void => {
      const stage = asking();
      if (stage !== null) set({ stage: { ...stage, ...next } });
    };
    /** Asks the files again; the answer to an overtaken question is dropped. */
    const look = async (choice: Choice, from: number): Promise<void> => {
      const before = asking();
      if (before === null) return;
      const ticket = ++latest;
      change({ busy: true, problem: null });
      const answer = await answered(client.look(choice, from));
      if (ticket !== latest || asking() === null) return;
      if (answer.kind !== 'preview') {
        change({ busy: false, problem: answer.kind === 'problem' ? answer.message : NO_LABELS });
        return;
      }
      const { preview } = answer;
      const sameLabels = sameKeys(preview.proposal.labels, before.preview.proposal.labels);
      const sides = sameLabels ? asking()!.sides : proposedSides(preview.proposal);
      const preset = sameLabels ? asking()!.preset : null;
      change({ preview, choice, from, sides, preset, busy: false });
    };

    return {
      stage: { kind: 'closed' },
      files: [],
      async open(files, wanted = AS_PROPOSED) {
        const ticket = ++latest;
        const waiting = get().stage.kind === 'half' ? get().files : [];
        client.cancel();
        const names = files.map(({ name }) => name).join(', ');
        const reading = { kind: 'reading', names, share: null, rows: 0, cancelling: false } as const;
        set({ stage: reading });
        const progress = (share: number | null, rows: number): void => {
          const { stage } = get();
          if (ticket === latest && stage.kind === 'reading') set({ stage: { ...stage, share, rows } });
        };
        const answer = await answered(client.read(files, waiting, wanted.choice, progress));
        if (ticket !== latest) return;
        switch (answer.kind) {
          case 'cancelled':
            set({ stage: { kind: 'closed' }, files: [] });
            return;
          case 'problem':
            set({ stage: { kind: 'failed', message: answer.message }, files: [] });
            return;
          case 'half':
            set({ stage: answer, files });
            return;
          case 'preview': {
            const { preview, paired } = answer;
            const { proposal } = preview;
            const sides = wanted.sides(proposal) ?? proposedSides(proposal);
            const { choice, normalisation, id } = wanted;
            const rest = { preset: null, from: 0, busy: false, problem: null, toldOf: '' };
            set({
              files: paired ? [...waiting, ...files] : files,
              stage: { kind: 'asking', preview, choice, sides, normalisation, wanted: id, ...rest },
            });
          }
        }
      },
      fail: (message) => set({ stage: { kind: 'failed', message }, files: [] }),
      choose: (choice) => look(choice, asking()?.from ?? 0),
      scroll: (from) => look(asking()?.choice ?? {}, from),
      setSides: (sides, preset = null) => change({ sides, preset }),
      setNormalisation: (normalisation) => change({ normalisation, preset: null }),
      async build() {
        const stage = asking();
        if (stage === null) return null;
        const ticket = ++latest;
        change({ busy: true, problem: null });
        const answer = await answered(client.build(stage.choice, stage.wanted));
        if (ticket !== latest) return null;
        if (answer.kind === 'built') return answer.built;
        change({ busy: false, problem: answer.kind === 'problem' ? answer.message : null });
        return null;
      },
      warn: (message, of) => change({ busy: false, problem: message, toldOf: of }),
      cancelReading() {
        const { stage } = get();
        if (stage.kind !== 'reading') return;
        set({ stage: { ...stage, cancelling: true } });
        client.cancel();
      },
      close() {
        latest++;
        client.close();
        set({ stage: { kind: 'closed' }, files: [] });
      },
    };
  });
}

const sameKeys = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a.keys()].every((key) => b.has(key));

type Unanswered = Extract<Answer, { readonly kind: 'problem' }> | { readonly kind: 'cancelled' };

/** A worker that gives no answer is one: cancelled, or why there is none. */
async function answered<T>(question: Promise<T>): Promise<T | Unanswered> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof NoAnswer && error.cancelled) return { kind: 'cancelled' };
    const reason = error instanceof Error ? error.message : String(error);
    const message = `What reads files stopped: ${reason}. ${RELOAD}`;
    return { kind: 'problem', code: 'stopped', message, row: null };
  }
}

export const useConversation = createConversationStore(createFilesClient());
