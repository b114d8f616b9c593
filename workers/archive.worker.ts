import * as comlink from 'comlink';
import { ArchiveService } from './archive-service.ts';

comlink.expose(new ArchiveService());
