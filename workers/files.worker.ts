import * as comlink from 'comlink';
import { Conversation } from '../src/engine/files/conversation.ts';
import { buildDataset, propose, readFiles } from '../src/engine/files/open.ts';

comlink.expose(new Conversation({ readFiles, propose, buildDataset, breathe: () => Promise.resolve() }));
