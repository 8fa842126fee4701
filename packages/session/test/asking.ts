/** Asks a session as a page does, for tests: the day of the analysis fixed, the fields empty unless told. */
import type { DocumentTable } from 'isu-core';
import type { AnalysisSession } from '../src/analysis-session.ts';
import type { Answer, Change, Question } from '../src/messages.ts';
import { EMPTY_FORM, type FormSettings } from '../src/settings-form.ts';

export const AS_OF = '2026-11-22';

export type Result = Extract<Answer, { answer: 'result' }>;

export function ask(session: AnalysisSession, question: Question, language: 'sv' | 'en' = 'sv') {
  return session.answer({ ...question, number: 1, language, asOf: AS_OF }, () => {});
}

/** A change that is to give a result, with the fields as told. */
export async function change(
  session: AnalysisSession,
  asked: Change,
  form: Partial<FormSettings> = {},
): Promise<Result> {
  return resultOf(await ask(session, { ...asked, form: { ...EMPTY_FORM, ...form } }));
}

export function openText(
  session: AnalysisSession,
  name: string,
  text: string,
  form: Partial<FormSettings> = {},
): Promise<Result> {
  return change(session, { ask: 'open-file', name, bytes: new TextEncoder().encode(text) }, form);
}

export function resultOf(answer: Answer): Result {
  if (answer.answer !== 'result')
    throw new Error(`no result but ${answer.answer}: ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}

export function tableOf(answer: Answer, id: string): DocumentTable {
  const blocks = resultOf(answer).result!.document.sheets.flatMap((sheet) => sheet.blocks);
  return blocks.find((block): block is DocumentTable => block.kind === 'table' && block.id === id)!;
}

/** Settings as the session would save them now, with the fields as told. */
export async function savedSettings(session: AnalysisSession, form: Partial<FormSettings> = {}) {
  const answer = await ask(session, { ask: 'settings-file', form: { ...EMPTY_FORM, ...form } });
  if (answer.answer !== 'settings-text') throw new Error(`no settings but ${answer.answer}`);
  return JSON.parse(answer.text) as Record<string, unknown>;
}
