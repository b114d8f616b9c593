import * as comlink from 'comlink';
import { ArchiveService } from '../src/export/study/service.ts';

comlink.expose(new ArchiveService());
