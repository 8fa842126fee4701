/**
 * The open file and its analysis, kept while the user changes settings, language and sheet. It answers the page's
 * questions and knows neither worker nor page, so that it is tested without a browser.
 */
import {
  analyse,
  fail,
  noUsableRows,
  readSettings,
  resultDocument,
  type Analysis,
  type DocumentTable,
  type Language,
  type Outcome,
  type ResultDocument,
} from 'isu-core';
import { csvChunks, sampleRegister } from 'isu-sample-register';
import { readWorkbook, writeWorkbook } from 'isu-workbook-file';
import { findRows, withoutLongTables } from './long-tables.ts';
import type { Answer, Asked, ChosenSettings, ShownSource, Step } from './messages.ts';

const SAMPLE_NAME = 'soderhamn-exempel.csv';

interface OpenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

type ReadFile = Extract<Awaited<ReturnType<typeof readWorkbook>>, { ok: true }>['value'];

export class AnalysisSession {
  private file: OpenFile | null = null;
  private read: ReadFile | null = null;
  private analysis: Analysis | null = null;
  private document: ResultDocument | null = null;

  /** @param onStep told before each step that can take long */
  async answer(asked: Asked, onStep: (step: Step) => void): Promise<Answer> {
    switch (asked.ask) {
      case 'open-sample':
        return this.open(SAMPLE_NAME, sampleBytes(), asked, onStep);
      case 'open-file':
        return this.open(asked.name, asked.bytes, asked, onStep);
      case 'analyse':
        return this.changed(asked, onStep);
      case 'translate':
        return this.arranged(asked.language, onStep);
      case 'rows':
        return { answer: 'rows', found: this.rows(asked) };
      case 'workbook':
        onStep('writing');
        return { answer: 'workbook', bytes: await writeWorkbook(this.document!) };
    }
  }

  private async open(
    name: string,
    bytes: Uint8Array,
    asked: Asked & { readonly settings: ChosenSettings },
    onStep: (step: Step) => void,
  ): Promise<Answer> {
    this.close();
    onStep('reading');
    this.file = { name, bytes, sha256: await sha256(bytes) };
    const problem = await this.readSheet(null);
    return problem ?? this.analysed(asked, onStep);
  }

  private close(): void {
    this.file = null;
    this.read = null;
    this.analysis = null;
    this.document = null;
  }

  private async changed(
    asked: Extract<Asked, { ask: 'analyse' }>,
    onStep: (step: Step) => void,
  ): Promise<Answer> {
    if (this.file === null) return this.problem(noFile());
    if (this.read === null || asked.sheet !== this.read.sheetName) {
      onStep('reading');
      const problem = await this.readSheet(asked.sheet);
      if (problem) return problem;
    }
    return this.analysed(asked, onStep);
  }

  /** Reads the open file's sheet; without a name the first that holds something. */
  private async readSheet(sheet: string | null): Promise<Answer | null> {
    const { name, bytes } = this.file!;
    this.read = null;
    const read = await readWorkbook(bytes, { name, ...(sheet !== null && { sheet }) });
    if (!read.ok) return this.problem(read);
    this.read = read.value;
    return null;
  }

  private analysed(
    asked: Asked & { readonly settings: ChosenSettings },
    onStep: (step: Step) => void,
  ): Answer {
    this.analysis = null;
    this.document = null;
    if (this.read === null) return this.problem(noFile());
    const settings = readSettings(settingsJson(asked.settings), asked.asOf);
    if (!settings.ok) return this.problem(settings);
    onStep('counting');
    const { name, sha256 } = this.file!;
    const outcome = analyse(this.read.sheet, settings.value, { name, sha256, sheet: this.read.sheetName });
    if (!outcome.ok) return this.problem(outcome);
    this.analysis = outcome.value;
    return this.arranged(asked.language, onStep);
  }

  /** A register without a usable row has its problem and its row account, which says why, row by row. */
  private arranged(language: Language, onStep: (step: Step) => void): Answer {
    if (this.analysis === null) return this.problem(noFile());
    onStep('arranging');
    this.document = resultDocument(this.analysis, language);
    const { account } = this.analysis.register;
    return {
      answer: 'result',
      source: this.source(),
      result: withoutLongTables(this.document),
      problem: account.used > 0 ? null : noUsableRows(account).problem,
    };
  }

  private problem(outcome: Extract<Outcome<unknown>, { ok: false }>): Answer {
    return { answer: 'result', source: this.source(), result: null, problem: outcome.problem };
  }

  private source(): ShownSource | null {
    if (this.file === null) return null;
    const { sheetName, sheetNames } = this.read ?? { sheetName: null, sheetNames: [] };
    return { file: this.file.name, sheetName, sheetNames };
  }

  private rows({ table, search, most, language }: Extract<Asked, { ask: 'rows' }>) {
    const tables = this.document?.sheets.flatMap(({ blocks }) => blocks) ?? [];
    const found = tables.find(
      (block): block is DocumentTable => block.kind === 'table' && block.id === table,
    );
    return found ? findRows(found, search, most, language) : { rows: [], found: 0 };
  }
}

function noFile() {
  return fail('no-file', 'Ingen fil är öppen. Välj en fil först.', 'No file is open. Choose a file first.');
}

/** As `isu analyse --settings` takes them; what a field holds is judged there, so that both say the same. */
function settingsJson(chosen: ChosenSettings): unknown {
  return {
    period: { from: chosen.from, to: chosen.to },
    lowestAge: numberOrText(chosen.lowestAge),
    columns: { person: chosen.personColumn, date: chosen.dateColumn },
    intervals: chosen.intervals,
    comparison: chosen.comparison,
    protection: { mode: chosen.publication ? 'publication' : 'internal' },
    selection: {
      atLeast: numberOrText(chosen.atLeast),
      activeYears:
        chosen.activeYears
          ?.split(/[\s,;]+/)
          .filter(Boolean)
          .map(numberOrText) ?? null,
    },
  };
}

function numberOrText(text: string | null): number | string | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : text;
}

function sampleBytes(): Uint8Array {
  const chunks = [...csvChunks(sampleRegister())];
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
