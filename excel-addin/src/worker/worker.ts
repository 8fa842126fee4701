/** The pane's worker: the analysis, away from the thread that draws. */
import { answerInWorker } from 'isu-session/worker';

answerInWorker(self as unknown as DedicatedWorkerGlobalScope);
