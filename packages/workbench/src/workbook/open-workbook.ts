/** What is open in the workbench, as the page draws it. */
import type { Language } from 'isu-core';
import type { ExcelHost } from 'isu-excel-host';
import { openExcel, type Source } from './open-excel.ts';
import { workbookWords } from './words/words.ts';
import { WorkbookWatch } from './workbook-watch.ts';

export interface OpenedWorkbook {
  /** Counts the workbooks that have been opened: the pane of each is its own. */
  readonly number: number;
  readonly source: Source;
  readonly language: Language;
  readonly host: ExcelHost;
  readonly watch: WorkbookWatch;
}

export type Opening =
  { readonly ok: true; readonly opened: OpenedWorkbook } | { readonly ok: false; readonly sentence: string };

let count = 0;

/** The Excel is global from here on, so that the pane that is loaded next finds it. */
export async function openInPage(source: Source, language: Language): Promise<Opening> {
  const outcome = await openExcel(source, language);
  if (!outcome.ok) return { ok: false, sentence: outcome.problem[language] };
  const host = outcome.value;
  host.install(window);
  await registerFunctions(host, language);
  const watch = new WorkbookWatch(host);
  return { ok: true, opened: { number: ++count, source, language, host, watch } };
}

/** What the manifest does in Excel: the functions are known before the pane has said how they are reckoned. */
async function registerFunctions({ customFunctions }: ExcelHost, language: Language): Promise<void> {
  const answer = await fetch(`pane/functions.${language}.json`);
  if (answer.ok) customFunctions.register('ISU', (await answer.json()) as never);
}

/** @returns the file, or the sentence that says why not */
export async function readOne(files: FileList, language: Language): Promise<Source | string> {
  const words = workbookWords(language);
  const [file] = files;
  if (!file || files.length > 1) return words.oneFile;
  const buffer = await file.arrayBuffer().catch(() => null);
  return buffer === null
    ? words.unreadable(file.name)
    : { kind: 'file', name: file.name, bytes: new Uint8Array(buffer) };
}
