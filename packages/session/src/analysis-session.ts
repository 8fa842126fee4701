/**
 * The open register, its settings, its key and its analysis, kept while the user changes one thing at a time. It answers
 * the questions of a page or a task pane and knows neither, so that it is tested without a browser.
 */
import {
  analyse,
  fail,
  makePseudonymKey,
  mappingChoices,
  noUsableRows,
  parsePseudonymKey,
  profileOf,
  readSettings,
  resultDocument,
  withPseudonyms,
  type Analysis,
  type DocumentTable,
  type Language,
  type MappingChoices,
  type Outcome,
  type Problem,
  type ResultDocument,
  type Settings,
} from 'isu-core';
import type { readWorkbook } from 'isu-workbook-file';
import { readJsonFile, textOf } from 'isu-workbook-file/json';
import { namingFile } from 'isu-workbook-file/naming-file';
import { fileContent, type NamedFile } from './file-text.ts';
import { IncomingRows } from './incoming-rows.ts';
import { findRows, withoutLongTables } from './long-tables.ts';
import type { Answer, Asked, Change, ShownSource, Step } from './messages.ts';
import { selectionDocument } from './selection-document.ts';
import { besideRows, rowsToMend, selectedRows } from './rows-of-analysis.ts';
import { EMPTY_FORM, formOf, NO_LIMITS, withForm, type FormSettings } from './settings-form.ts';
import {
  isMapping,
  keptSettings,
  settingsText,
  withCode,
  withColumn,
  withMapping,
  withoutMapping,
  withoutSetting,
  type SettingsJson,
} from './settings-json.ts';
import { shownMapping } from './shown-mapping.ts';

interface OpenFile {
  readonly name: string;
  /** `null` where rows were handed over, not a file. */
  readonly content: { readonly bytes: Uint8Array; readonly sha256: string } | null;
  readonly isSample: boolean;
}

type ReadFile = Extract<Awaited<ReturnType<typeof readWorkbook>>, { ok: true }>['value'];
type AskedChange = Extract<Asked, Change>;
type Said = (step: Step) => void;

/**
 * What reads and writes files, makes the sample and checks printed tables is loaded when it is asked for: a task pane,
 * whose rows come from its host, may never ask.
 */
export class AnalysisSession {
  private file: OpenFile | null = null;
  private read: ReadFile | null = null;
  private incoming: IncomingRows | null = null;
  private analysis: Analysis | null = null;
  /** The same with the persons' own numbers: who is who of a review. Never leaves the session but for that sheet. */
  private named: Analysis | null = null;
  private document: ResultDocument | null = null;
  private selected: ResultDocument | null = null;
  private reviewed: ResultDocument | null = null;
  private compared: ResultDocument | null = null;
  private settings: SettingsJson = {};
  private settingsFile: { readonly name: string; readonly isMapping: boolean } | null = null;
  /** Never leaves the session: neither in an answer nor in what is saved. */
  private key: { readonly name: string; readonly bytes: Uint8Array } | null = null;
  /** The row that the user says has the headers, until a column is chosen from it. */
  private headerRow: number | null = null;
  private checked: NamedFile | null = null;
  /** Why there is no analysis, and the settings where they could be read. */
  private trouble: { readonly problem: Problem; readonly settings: Settings | null } = {
    problem: noFile().problem,
    settings: null,
  };

  /** @param onStep told before each step that can take long */
  async answer(asked: Asked, onStep: Said): Promise<Answer> {
    switch (asked.ask) {
      case 'translate':
        return this.arranged(asked, onStep);
      case 'rows':
        return { answer: 'rows', found: this.rows(asked) };
      case 'begin-rows':
        this.incoming = new IncomingRows(asked.name, asked.sheet);
        return { answer: 'rows-taken', rows: 0 };
      case 'take-rows':
        return { answer: 'rows-taken', rows: this.incoming!.take(asked.rows, asked.firstRow) };
      case 'cancel-rows':
        this.incoming = null;
        return { answer: 'rows-taken', rows: 0 };
      case 'added-columns':
        return {
          answer: 'added-columns',
          beside: this.analysis && besideRows(this.analysis, this.read!.sheet.rowCount, asked.language),
        };
      case 'selected-rows':
        return {
          answer: 'selected-rows',
          selected: this.analysis && selectedRows(this.analysis, asked.language),
        };
      case 'selection-document':
        return this.selection();
      case 'make-review':
        return this.review(asked);
      case 'review-tables':
        return this.reviewTables(asked);
      case 'comparison-choices':
        return this.comparisonChoices();
      case 'compare':
        return this.compare(asked, onStep);
      case 'workbook': {
        onStep('writing');
        const { writeWorkbook } = await import('isu-workbook-file');
        const document = asked.of === 'comparison' ? this.compared! : this.document!;
        return { answer: 'workbook', bytes: await writeWorkbook(document) };
      }
      case 'settings-file':
        return this.settingsToSave(asked);
      case 'mapping-file':
        return { answer: 'settings-text', text: settingsText(this.mappingToSave()) };
      case 'make-key':
        return { answer: 'key-text', text: makePseudonymKey(crypto.getRandomValues(new Uint8Array(32))) };
      case 'check-file':
        this.checked = { name: asked.name, bytes: asked.bytes };
        return this.check(null, onStep);
      case 'check-sheet':
        return this.check(asked.sheet, onStep);
      case 'open-sample':
      case 'open-file':
      case 'end-rows':
      case 'open-key':
      case 'close-key':
      case 'analyse':
      case 'choose-column':
      case 'choose-code':
      case 'choose-header-row':
      case 'forget-mapping':
      case 'forget-setting':
      case 'close-settings':
        return this.change(asked, onStep);
    }
  }

  private async change(asked: AskedChange, onStep: Said): Promise<Answer> {
    const before = this.settings;
    this.settings = withForm(before, asked.form);
    switch (asked.ask) {
      case 'open-sample':
        return this.openSample(asked, onStep);
      case 'open-file':
        return this.openFile(asked, onStep, before);
      case 'end-rows':
        return this.openRows(asked, onStep, before);
      case 'open-key':
        return this.openKey(asked, onStep);
      case 'close-key':
        this.key = null;
        this.settings = withoutSetting(this.settings, 'pseudonymKeyFile');
        break;
      case 'analyse':
        return this.analysedSheet(asked, asked.sheet, onStep);
      case 'choose-column':
        this.settings = withColumn(this.settings, asked.role, asked.name);
        this.headerRow = null;
        break;
      case 'choose-code':
        this.settings = withCode(this.settings, asked.role, asked.value, asked.meaning);
        break;
      case 'choose-header-row':
        // Columns chosen by the headers of another row are no longer there.
        this.settings = { ...this.settings, columns: {} };
        this.headerRow = asked.row;
        break;
      case 'forget-mapping':
        this.settings = withoutMapping(this.settings);
        this.headerRow = null;
        break;
      case 'forget-setting':
        this.settings = withoutSetting(this.settings, asked.key);
        break;
      case 'close-settings':
        // What was made for publication does not turn internal by it.
        this.settings = withForm({}, { ...EMPTY_FORM, ...protectionIn(asked.form) });
        this.settingsFile = null;
        return this.analysedSheet(asked, this.sheetName(), onStep, true);
    }
    return this.analysedSheet(asked, this.sheetName(), onStep);
  }

  private sheetName(): string | null {
    return this.read?.sheetName ?? null;
  }

  private async openSample(asked: AskedChange, onStep: Said): Promise<Answer> {
    const { sampleFile, SAMPLE_PERIOD } = await import('./sample-file.ts');
    this.settings = withForm({}, { ...asked.form, ...NO_LIMITS, ...SAMPLE_PERIOD });
    this.settingsFile = null;
    return this.open(sampleFile(), true, asked, onStep);
  }

  private async openFile(
    asked: Extract<AskedChange, { ask: 'open-file' }>,
    onStep: Said,
    before: SettingsJson,
  ): Promise<Answer> {
    const { name, bytes, form } = asked;
    switch (fileContent({ name, bytes })) {
      case 'key':
        return this.openKey(asked, onStep);
      case 'json':
        return this.openSettings(asked, onStep, before);
      case 'rows':
        this.settings = this.settingsForAnother(form);
        return this.open({ name, bytes }, false, asked, onStep);
    }
  }

  /**
   * A new register starts without the limits and choices of the former, which could leave out its rows without a word;
   * what an open settings file says, it says of every register.
   */
  private settingsForAnother(form: FormSettings): SettingsJson {
    if (this.settingsFile?.isMapping === false) return this.settings;
    const { columns, codes } = this.settings;
    return withForm(this.settingsFile ? { columns, codes } : {}, { ...form, ...NO_LIMITS });
  }

  private async open(file: NamedFile, isSample: boolean, asked: AskedChange, onStep: Said): Promise<Answer> {
    this.close();
    const { name, bytes } = file;
    this.file = { name, isSample, content: { bytes, sha256: await sha256(bytes) } };
    return this.analysedSheet(asked, null, onStep, true);
  }

  /** The rows that were handed over take the place of what was open; settings that are wrong change nothing. */
  private openRows(
    asked: Extract<AskedChange, { ask: 'end-rows' }>,
    onStep: Said,
    before: SettingsJson,
  ): Promise<Answer> | Answer {
    const { settings, dateSystem, form, asOf } = asked;
    if (settings === 'anew') this.settings = this.settingsForAnother(form);
    else if (settings !== 'same') {
      const read = readSettings(settings.stored, asOf);
      if (!read.ok) {
        this.settings = before;
        return { answer: 'refused', problem: read.problem };
      }
      this.settings = settings.stored as SettingsJson;
    }
    const { name, sheetName, sheet } = this.incoming!.finish(dateSystem);
    const headerRow = settings === 'same' ? this.headerRow : null;
    this.close();
    this.headerRow = headerRow;
    this.file = { name, isSample: false, content: null };
    this.read = { sheet, sheetName, sheetNames: [] };
    return this.analysedSheet(asked, sheetName, onStep, true);
  }

  private close(): void {
    this.file = null;
    this.read = null;
    this.incoming = null;
    this.analysis = null;
    this.named = null;
    this.document = null;
    this.compared = null;
    this.headerRow = null;
  }

  /** Settings take the place of all that was chosen; a mapping alone leaves the rest as it is. */
  private openSettings(
    asked: Extract<AskedChange, { ask: 'open-file' }>,
    onStep: Said,
    before: SettingsJson,
  ): Promise<Answer> | Answer {
    const json = readJsonFile(asked.name, asked.bytes);
    const settings = json.ok ? namingFile(readSettings(json.value, asked.asOf), asked.name) : json;
    if (!json.ok || !settings.ok) {
      this.settings = before;
      return { answer: 'refused', problem: (settings as { problem: Problem }).problem };
    }
    const given = json.value as SettingsJson;
    const isAlone = isMapping(given);
    if (!isAlone) this.settings = given;
    else {
      // The period of the sample is no wish of the user's.
      const limits = this.file?.isSample ? NO_LIMITS : {};
      this.settings = withMapping(withForm(this.settings, { ...asked.form, ...limits }), given);
    }
    this.settingsFile = { name: asked.name, isMapping: isAlone };
    this.headerRow = null;
    return this.analysedSheet(asked, this.sheetName(), onStep, true);
  }

  private openKey(asked: AskedChange & NamedFile, onStep: Said): Promise<Answer> | Answer {
    const key = namingFile(parsePseudonymKey(textOf(asked.bytes)), asked.name);
    if (!key.ok) return { answer: 'refused', problem: key.problem };
    // The path that a settings file gives is the one that the command line finds the key by.
    const path = this.settings['pseudonymKeyFile'];
    const isAskedFor = this.key === null && typeof path === 'string';
    this.key = { name: isAskedFor ? path : asked.name, bytes: key.value };
    return this.analysedSheet(asked, this.sheetName(), onStep);
  }

  /** What is in force: while a key is open, no settings can bring the persons' own numbers back. */
  private inForce(): SettingsJson {
    return this.key === null ? this.settings : { ...this.settings, pseudonymKeyFile: this.key.name };
  }

  /** Reads the sheet unless it is read; without a name the first that holds something. */
  private async analysedSheet(
    asked: AskedChange,
    sheet: string | null,
    onStep: Said,
    fillsForm = false,
  ): Promise<Answer> {
    this.analysis = null;
    this.named = null;
    this.document = null;
    this.compared = null;
    const settings = readSettings(this.inForce(), asked.asOf);
    const form = fillsForm && settings.ok ? formOf(settings.value) : null;
    if (this.file === null) return this.without(noFile().problem, null, form);
    const { name, content } = this.file;
    if (content !== null && (this.read === null || sheet !== this.read.sheetName)) {
      onStep('reading');
      this.read = null;
      const { readWorkbook } = await import('isu-workbook-file');
      const read = await readWorkbook(content.bytes, { name, ...(sheet !== null && { sheet }) });
      if (!read.ok) return this.without(read.problem, null, form);
      this.read = read.value;
    }
    if (!settings.ok) return this.without(settings.problem, null, form);
    const analysed = await this.analysed(settings.value, this.read!, onStep);
    if (!analysed.ok) return this.without(analysed.problem, settings.value, form);
    this.analysis = analysed.value;
    return this.arranged(asked, onStep, form);
  }

  private async analysed(settings: Settings, read: ReadFile, onStep: Said): Promise<Outcome<Analysis>> {
    if (settings.pseudonymKeyFile !== null && this.key === null)
      return keyIsMissing(settings.pseudonymKeyFile);
    onStep('counting');
    const { name, content } = this.file!;
    const source = { name, sha256: content?.sha256 ?? null, sheet: read.sheetName };
    const outcome = analyse(read.sheet, settings, source);
    if (!outcome.ok) return outcome;
    this.named = outcome.value;
    if (this.key === null) return outcome;
    return { ok: true, value: await withPseudonyms(outcome.value, this.key.bytes) };
  }

  /** A register without a usable row has its problem and its row account, which says why, row by row. */
  private arranged(
    { language }: { language: Language },
    onStep: Said,
    form: FormSettings | null = null,
  ): Answer {
    if (this.analysis === null) return this.without(this.trouble.problem, this.trouble.settings, form);
    onStep('arranging');
    this.document = resultDocument(this.analysis, language);
    this.selected = null;
    const { account } = this.analysis.register;
    return {
      ...this.stand(this.analysis.settings, form),
      result: { ...withoutLongTables(this.document), rowsToMend: rowsToMend(this.analysis) },
      problem: account.used > 0 ? null : noUsableRows(account).problem,
    };
  }

  private without(problem: Problem, settings: Settings | null, form: FormSettings | null): Answer {
    this.trouble = { problem, settings };
    return { ...this.stand(settings, form), result: null, problem };
  }

  /** @param settings as read; `null` where they are wrong */
  private stand(settings: Settings | null, form: FormSettings | null) {
    const choices = settings && this.choices(settings);
    const path = this.settings['pseudonymKeyFile'];
    return {
      answer: 'result' as const,
      source: this.source(),
      mapping: settings && choices && shownMapping(choices, settings),
      settings: {
        file: this.settingsFile?.name ?? null,
        kept: keptSettings(this.settings),
        key: this.key?.name ?? null,
        missingKey: this.key === null && typeof path === 'string' ? path : null,
      },
      form,
    };
  }

  private choices(settings: Settings): MappingChoices | null {
    if (this.read === null) return null;
    return mappingChoices(this.read.sheet, settings, this.analysis?.register ?? null, this.headerRow);
  }

  private source(): ShownSource | null {
    if (this.file === null) return null;
    const { sheetName, sheetNames } = this.read ?? { sheetName: null, sheetNames: [] };
    return { file: this.file.name, isSample: this.file.isSample, sheetName, sheetNames };
  }

  private settingsToSave({ form, asOf }: Extract<Asked, { ask: 'settings-file' }>): Answer {
    this.settings = withForm(this.settings, form);
    const read = readSettings(this.inForce(), asOf);
    if (!read.ok) return { answer: 'refused', problem: read.problem };
    return { answer: 'settings-text', text: settingsText(this.inForce()) };
  }

  /** As core keeps a mapping, with letters where headers repeat. */
  private mappingToSave() {
    const { settings, register } = this.analysis!;
    const { roles, columns } = this.choices(settings)!;
    const named = roles.flatMap(({ role, column }) =>
      column === null ? [] : [[role, columns[column]!.name] as const],
    );
    return { columns: Object.fromEntries(named), codes: profileOf(register).codes };
  }

  private async check(sheet: string | null, onStep: Said): Promise<Answer> {
    onStep('checking');
    const { checkTables } = await import('./table-check.ts');
    return { answer: 'checked', checked: await checkTables(this.checked!, sheet) };
  }

  /** The document is kept: its rows are asked for piece by piece. */
  private selection(): Answer {
    if (this.document === null) return { answer: 'refused', problem: this.trouble.problem };
    const selected = selectionDocument(this.document);
    if (!selected.ok) return { answer: 'refused', problem: selected.problem };
    this.selected = selected.value;
    return { answer: 'selection-document', selection: withoutLongTables(selected.value) };
  }

  /** Without a key of the user's own the codes are of a key that nobody keeps: who is who stands in its sheet alone. */
  private async review({ making, language }: Extract<Asked, { ask: 'make-review' }>): Promise<Answer> {
    if (this.named === null) return { answer: 'refused', problem: this.trouble.problem };
    const { makeReview } = await import('./review/make-review.ts');
    const key = this.key?.bytes ?? crypto.getRandomValues(new Uint8Array(32));
    const made = await makeReview(this.named, making, key, language);
    return made.ok
      ? { answer: 'review-made', made: made.value }
      : { answer: 'refused', problem: made.problem };
  }

  private async reviewTables(asked: Extract<Asked, { ask: 'review-tables' }>): Promise<Answer> {
    const { sheets, chosen, name } = asked;
    const { reviewTables } = await import('./review/review-tables.ts');
    const tables = reviewTables(sheets, chosen, name, asked);
    if (!tables.ok) return { answer: 'refused', problem: tables.problem };
    this.reviewed = tables.value.document;
    const shown = { ...tables.value, document: withoutLongTables(this.reviewed) };
    return { answer: 'review-tables', shown };
  }

  private async comparisonChoices(): Promise<Answer> {
    if (this.named === null || this.named.register.used === 0)
      return { answer: 'comparison-choices', choices: null };
    const { analysedPart, comparisonChoices } = await import('./comparison/compare-parts.ts');
    const whole = analysedPart(this.named, this.read!.sheet, this.file!.name);
    return { answer: 'comparison-choices', choices: comparisonChoices(whole) };
  }

  /** Of the persons' own numbers; a comparison names nobody. */
  private async compare(
    { chosen, language }: Extract<Asked, { ask: 'compare' }>,
    onStep: Said,
  ): Promise<Answer> {
    if (this.named === null) return { answer: 'refused', problem: this.trouble.problem };
    const { account, used } = this.named.register;
    if (used === 0) return { answer: 'refused', problem: noUsableRows(account).problem };
    onStep('counting');
    const { analysedPart, compareParts } = await import('./comparison/compare-parts.ts');
    const whole = analysedPart(this.named, this.read!.sheet, this.file!.name);
    const compared = compareParts(whole, chosen, language);
    if (!compared.ok) return { answer: 'refused', problem: compared.problem };
    this.compared = compared.value.document;
    const shown = { ...compared.value, document: withoutLongTables(this.compared) };
    return { answer: 'compared', shown };
  }

  private rows({ table, search, from = 0, most, language }: Extract<Asked, { ask: 'rows' }>) {
    const documents = [this.document, this.selected, this.reviewed, this.compared];
    const sheets = documents.flatMap((document) => document?.sheets ?? []);
    const tables = sheets.flatMap(({ blocks }) => blocks);
    const found = tables.find(
      (block): block is DocumentTable => block.kind === 'table' && block.id === table,
    );
    return found ? findRows(found, search, { from, most }, language) : { rows: [], found: 0 };
  }
}

function protectionIn({ publication, threshold }: FormSettings) {
  return { publication, threshold };
}

function noFile() {
  return fail('no-file', 'Ingen fil är öppen. Välj en fil först.', 'No file is open. Choose a file first.');
}

function keyIsMissing(path: string) {
  return fail(
    'key-not-open',
    `Inställningarna säger koder i stället för personnummer, med nyckelfilen «${path}». Öppna nyckelfilen, eller välj att visa personerna utan koder.`,
    `The settings ask for codes in place of personal numbers, with the key file "${path}". Open the key file, or choose to show the persons without codes.`,
  );
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
