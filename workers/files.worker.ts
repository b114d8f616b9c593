import * as comlink from 'comlink';
import { Conversation } from '../src/engine/files/conversation.ts';
import { buildWanted, propose, readFiles } from '../src/engine/files/open.ts';
import { createBreath } from './breath.ts';

comlink.expose(
  new Conversation({
    readFiles,
    propose,
    buildWanted,
    breathe: createBreath(() => performance.now()),
  }),
);
