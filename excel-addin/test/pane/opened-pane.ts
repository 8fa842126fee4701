/** A pane over the in-memory Excel, with its session in the same thread: all of it but the drawing. */
import { AnalysisSession, type AskSession } from 'isu-session';
import { Pane } from '../../src/pane/model/pane.ts';
import type { OpenExcel } from '../office/excel.ts';

export const AS_OF = '2026-11-22';

export interface OpenedPane {
  readonly pane: Pane;
  readonly faults: readonly unknown[];
}

/** @param language of the pane; the Excel has its own */
export function openPane({ edge }: OpenExcel, language: 'sv' | 'en' = 'sv'): OpenedPane {
  const session = new AnalysisSession();
  const ask: AskSession['ask'] = async (question, spoken, onStep = () => {}) => {
    const answer = await session.answer({ ...question, number: 0, language: spoken, asOf: AS_OF }, onStep);
    if (answer.answer === 'step') throw new Error('a step is no answer');
    return answer;
  };
  const faults: unknown[] = [];
  const pane = new Pane({
    workbook: edge,
    session: { ask },
    language,
    workbookName: 'Bok1.xlsx',
    faultWords: { sv: 'fel', en: 'fault' },
    onFault: (fault) => faults.push(fault),
  });
  return { pane, faults };
}
