/** A host's side of the worker: a question gets its answer as a promise; steps on the way are told. */
import type { Language } from 'isu-core';
import type { Answer, Answered, Asked, Question, Step } from './messages.ts';

export type Final = Exclude<Answer, { readonly answer: 'step' }>;

interface Waiting {
  readonly resolve: (answer: Final) => void;
  readonly reject: (fault: Error) => void;
  readonly onStep: (step: Step) => void;
}

/** Asks a session, wherever it is. */
export interface AskSession {
  ask(question: Question, language: Language, onStep?: (step: Step) => void): Promise<Final>;
}

export class SessionClient implements AskSession {
  private readonly newWorker: () => Worker;
  private worker: Worker;
  private number = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** @param newWorker one that runs `answerInWorker` */
  constructor(newWorker: () => Worker) {
    this.newWorker = newWorker;
    this.worker = this.start();
  }

  ask(question: Question, language: Language, onStep: (step: Step) => void = () => {}): Promise<Final> {
    const number = ++this.number;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject, onStep });
      const asked: Asked = { ...question, number, language, asOf: today() };
      this.worker.postMessage(asked, 'bytes' in question ? [question.bytes.buffer] : []);
    });
  }

  private start(): Worker {
    const worker = this.newWorker();
    worker.addEventListener('message', (event: MessageEvent<Answered>) => this.take(event.data));
    worker.addEventListener('error', (event) => this.fail(new Error(event.message)));
    return worker;
  }

  private take(answered: Answered): void {
    const waiting = this.waiting.get(answered.number);
    if (waiting === undefined) return;
    if (answered.answer === 'step') {
      waiting.onStep(answered.step);
      return;
    }
    this.waiting.delete(answered.number);
    waiting.resolve(answered);
  }

  /** A fault in the program: whoever waits is told, and a new worker takes the next question. */
  private fail(fault: Error): void {
    this.worker.terminate();
    this.worker = this.start();
    for (const { reject } of this.waiting.values()) reject(fault);
    this.waiting.clear();
  }
}

/** The day as the user's own calendar has it, not as Greenwich has. */
export function today(): string {
  const now = new Date();
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
