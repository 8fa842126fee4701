/** The edge between a host and the analysis: one session, one question at a time, in the order they came. */
import { AnalysisSession } from './analysis-session.ts';
import type { Answer, Answered, Asked } from './messages.ts';

/** @param scope the worker's own `self` */
export function answerInWorker(scope: DedicatedWorkerGlobalScope): void {
  const session = new AnalysisSession();
  let turn: Promise<void> = Promise.resolve();
  scope.addEventListener('message', (event: MessageEvent<Asked>) => {
    const asked = event.data;
    const say = (answer: Answer) => scope.postMessage({ ...answer, number: asked.number } satisfies Answered);
    turn = turn
      .then(async () => say(await session.answer(asked, (step) => say({ answer: 'step', step }))))
      // A fault in the program, not in the file: out of the promise it reaches the host as the worker's error.
      .catch((fault: unknown) => {
        setTimeout(() => {
          throw fault;
        });
      });
  });
}
