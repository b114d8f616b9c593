import * as comlink from 'comlink';
import { createFileKeeper } from '../src/engine/files/kept-files.ts';

comlink.expose(createFileKeeper());
