/** The edge between the page and the analysis: one session, one question at a time, in the order they came. */
import { AnalysisSession } from '../session/analysis-session.ts';
import type { Answer, Answered, Asked } from '../session/messages.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const session = new AnalysisSession();
let turn: Promise<void> = Promise.resolve();

scope.addEventListener('message', (event: MessageEvent<Asked>) => {
  const asked = event.data;
  const say = (answer: Answer) => scope.postMessage({ ...answer, number: asked.number } satisfies Answered);
  turn = turn
    .then(async () => say(await session.answer(asked, (step) => say({ answer: 'step', step }))))
    // A fault in the program, not in the file: out of the promise it reaches the page as the worker's error.
    .catch((fault: unknown) => {
      setTimeout(() => {
        throw fault;
      });
    });
});
