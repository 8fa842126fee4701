/** The page's worker. */
import { answerInWorker } from 'isu-session/worker';

answerInWorker(self as unknown as DedicatedWorkerGlobalScope);
