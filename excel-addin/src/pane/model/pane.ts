/**
 * What the pane does: it reads the export, asks the session, and has the result written. It knows neither React nor
 * Office.js, so it is tested over the in-memory Excel without a browser.
 */
import type { Language, Outcome, Problem, ResultDocument } from 'isu-core';
import {
  SELECTION,
  wholeDocument,
  type Answer,
  type AskSession,
  type BesideKey,
  type Change,
  type CutDocument,
  type Final,
  type FormSettings,
  type FoundRows,
  type Question,
  type SettingsForRows,
  type SettingsJson,
} from 'isu-session';
import type { Actions } from '../../commands/actions.ts';
import { isSameResult } from '../../office/sheet-mark.ts';
import type { ExportPlace, MadeSheet, OfficeWorkbook, ReadRows, WhenChanged } from '../../office/workbook.ts';
import { addedColumns } from './added-columns.ts';
import { CompareWork } from './compare-work.ts';
import { overwritingOf } from './overwriting.ts';
import {
  AT_START,
  STEPS,
  type Activity,
  type PaneState,
  type Said,
  type StepName,
  type View,
  type Written,
} from './pane-state.ts';
import { ReviewWork } from './review-work.ts';
import { placeAgain, readStoredRun, storedRun, type StoredRun } from './stored-settings.ts';

/** As many rows as are handed to the worker at once: more would keep the pane from drawing meanwhile. */
const ROWS_AT_ONCE = 4000;

const CAN_STOP: readonly Activity[] = ['reading', 'writing', 'comparing'];

export interface PaneOptions {
  readonly workbook: OfficeWorkbook;
  readonly session: AskSession;
  readonly language: Language;
  /** As the protocol names the source. */
  readonly workbookName: string;
  /** A fault in the program, in words. */
  readonly faultWords: Pick<Problem, 'sv' | 'en'>;
  readonly onFault: (fault: unknown) => void;
}

type Result = Extract<Answer, { answer: 'result' }>;

export class Pane implements Actions {
  state: PaneState = AT_START;
  readonly review: ReviewWork;
  readonly comparison: CompareWork;
  private readonly options: PaneOptions;
  private readonly listeners = new Set<() => void>();
  private stopping: AbortController | null = null;
  /** What is done one thing at a time: the ribbon's buttons wait for the pane's own. */
  private turn: Promise<unknown> = Promise.resolve();
  private stopWatching: () => void = () => {};

  constructor(options: PaneOptions) {
    this.options = options;
    const place = {
      state: () => this.state,
      set: (change: Partial<PaneState>) => this.set(change),
      task: (activity: Activity, work: (signal: AbortSignal) => Promise<void>) => this.task(activity, work),
      count: () => this.count(),
      asked: (question: Question) => this.asked(question),
      refuse: (problem: Problem) => this.refuse(problem),
      say: (said: Said) => this.say(said),
    };
    this.review = new ReviewWork({
      ...place,
      workbookName: options.workbookName,
      language: options.language,
      tell: (activity, progress) => this.tell(activity, progress),
      store: () => this.store(),
      write: (document, whenChanged, signal) => this.writeAsked(document, 'review', whenChanged, signal),
    });
    this.comparison = new CompareWork({
      ...place,
      unlessStopped: (answer) => this.unlessStopped(answer),
      write: (document, whenChanged, signal) => this.writeAsked(document, 'comparison', whenChanged, signal),
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  // --- Actions of the ribbon and of the pane's own menu ----------------------------------------------------------------

  runAgain(): Promise<void> {
    return this.task('finding', async (signal) => {
      this.set({ view: 'steps' });
      const stored = await this.stored();
      if (!stored.ok) return this.refuse(stored.problem);
      const place = await this.placeToRunAgain(stored.value);
      if (!place.ok) return this.refuse(place.problem);
      const settings = stored.value ? { stored: stored.value.settings } : 'same';
      if (!(await this.read(place.value, settings, signal))) return;
      this.set({ isStored: stored.value !== null, step: 'result' });
      await this.writeCounted(null, signal);
    });
  }

  addColumns(): Promise<void> {
    return this.show('columns');
  }

  select(): Promise<void> {
    return this.show('selection');
  }

  help(): Promise<void> {
    return this.show('help');
  }

  show(view: View): Promise<void> {
    this.set({ view, said: null });
    return Promise.resolve();
  }

  // --- Data ------------------------------------------------------------------------------------------------------------

  /** Opens, unless a ribbon button has come first. */
  begin(): Promise<void> {
    return this.turn.then(() => (this.state.place === null ? this.open() : undefined));
  }

  /** Finds the export and reads it, with the settings that the workbook carries. */
  open(): Promise<void> {
    return this.task('finding', async (signal) => {
      const { workbook } = this.options;
      const places = await workbook.listPlaces();
      if (!places.ok) return this.refuse(places.problem);
      this.set({ places: places.value });
      const [likeliest] = places.value;
      // Without any, the workbook's own sentence says what to do.
      const found = likeliest ? { ok: true as const, value: likeliest } : await workbook.findExport();
      if (!found.ok) {
        this.refuse(found.problem);
        if (await this.review.stands()) this.set({ view: 'review' });
        return;
      }
      const stored = await this.stored();
      const run = stored.ok ? stored.value : null;
      if (await this.read(found.value, run ? { stored: run.settings } : 'anew', signal))
        this.set({ isStored: run !== null });
    });
  }

  choosePlace(place: ExportPlace): Promise<void> {
    return this.task('reading', async (signal) => {
      if (await this.read(place, 'anew', signal)) this.set({ isStored: false });
    });
  }

  /** The same export, as it is now. */
  readAgain(): Promise<void> {
    const { place } = this.state;
    if (place === null) return this.open();
    return this.task('reading', async (signal) => {
      await this.read(place, 'same', signal);
    });
  }

  /** A choice of columns, codes, key or settings, counted at once. */
  change(asked: Change): Promise<void> {
    return this.task('counting', async () => {
      await this.ask({ ...asked, form: this.state.form });
    });
  }

  /** A key for pseudonyms, as its file has it; nothing here keeps it. */
  async makeKey(): Promise<string | null> {
    const answer = await this.asked({ ask: 'make-key' });
    return answer.answer === 'key-text' ? answer.text : null;
  }

  // --- The steps -------------------------------------------------------------------------------------------------------

  fill(fields: Partial<FormSettings>): void {
    this.set({
      form: { ...this.state.form, ...fields },
      isCounted: false,
      comparing: null,
      said: null,
    });
  }

  /** Nothing is shown of what was counted with other fields than those that stand. */
  goTo(step: StepName): Promise<void> {
    const isBack = STEPS.indexOf(step) < STEPS.indexOf(this.state.step);
    if (isBack) {
      this.set({ step, said: null });
      return Promise.resolve();
    }
    return this.task('counting', async (signal) => {
      const isUsable = await this.count();
      if (signal.aborted) return;
      // Where no row could be used, the account of the rows is what tells why.
      if (isUsable || (step !== 'result' && this.state.counted?.result)) this.set({ step });
    });
  }

  /** Shows a row of the export in its sheet. */
  selectRow(row: number): Promise<void> {
    return this.task(null, async () => {
      const shown = await this.options.workbook.selectRow(this.state.place!, row);
      if (!shown.ok) this.refuse(shown.problem);
    });
  }

  async findRows(table: string, search: string, most: number, from = 0): Promise<FoundRows> {
    const answer = await this.options.session.ask(
      { ask: 'rows', table, search, from, most },
      this.options.language,
    );
    return answer.answer === 'rows' ? answer.found : { rows: [], found: 0 };
  }

  // --- The workbook ----------------------------------------------------------------------------------------------------

  /** @param whenChanged `null` asks the user, where there are sheets that the user has changed */
  write(whenChanged: WhenChanged | null = null): Promise<void> {
    return this.task('counting', async (signal) => {
      if (await this.count()) await this.writeCounted(whenChanged, signal);
    });
  }

  /** The selection as a sheet of its own, which takes the place of an earlier one and of nothing else. */
  writeSelection(whenChanged: WhenChanged | null = null): Promise<void> {
    return this.task('counting', async (signal) => {
      if (!(await this.count())) return;
      const selection = await this.selection();
      if (!selection.ok) return this.refuse(selection.problem);
      await this.writeAsked(selection.value, 'selection', whenChanged, signal);
    });
  }

  /** What the user has answered to the question about changed sheets. */
  overwrite(whenChanged: WhenChanged): Promise<void> {
    const { overwriting } = this.state;
    this.leaveAll();
    switch (overwriting?.writing) {
      case 'selection':
        return this.writeSelection(whenChanged);
      case 'review':
        return this.review.writeTables(whenChanged);
      case 'comparison':
        return this.comparison.write(whenChanged);
      case 'result':
      case undefined:
        return this.write(whenChanged);
    }
  }

  /** Nothing is written. */
  leaveAll(): void {
    this.set({ overwriting: null });
  }

  showSheet(name: string): Promise<void> {
    return this.task(null, async () => {
      const shown = await this.options.workbook.showSheet(name);
      if (!shown.ok) this.refuse(shown.problem);
    });
  }

  putColumns(keys: readonly BesideKey[], as: 'values' | 'functions'): Promise<void> {
    return this.task('counting', async () => {
      if (!(await this.count())) return;
      const answer = await this.asked({ ask: 'added-columns' });
      const { place, form } = this.state;
      if (answer.answer !== 'added-columns' || answer.beside === null || place === null) return;
      this.tell('adding');
      const { headerRow } = answer.beside;
      const columns = addedColumns(answer.beside, keys, form);
      const { workbook, language } = this.options;
      const added = await workbook.addColumns(place, { headerRow, columns, language }, as);
      if (!added.ok) return this.refuse(added.problem);
      this.say({ kind: 'columns-added', address: added.value.address });
      await this.store();
    });
  }

  /** The selection as the fields have it, marked in the export. */
  mark(): Promise<void> {
    return this.task('counting', async () => {
      if (!(await this.count())) return;
      const answer = await this.asked({ ask: 'selected-rows' });
      const { place } = this.state;
      if (answer.answer !== 'selected-rows' || answer.selected === null || place === null) return;
      this.tell('marking');
      const { headerRow, rows, header, persons } = answer.selected;
      const marked = await this.options.workbook.markSelection(place, { headerRow, rows, header });
      if (!marked.ok) return this.refuse(marked.problem);
      this.say({ kind: 'marked', rows: marked.value.marked, persons });
      await this.store();
    });
  }

  unmark(): Promise<void> {
    return this.task('marking', async () => {
      const { place, counted } = this.state;
      if (place === null) return;
      const headerRow = counted?.mapping?.headerRow ?? place.firstRow + 1;
      const marked = await this.options.workbook.markSelection(place, { headerRow, rows: [], header: '' });
      if (marked.ok) this.say({ kind: 'unmarked' });
      else this.refuse(marked.problem);
    });
  }

  stop(): void {
    this.stopping?.abort();
  }

  // --- How it is done --------------------------------------------------------------------------------------------------

  /**
   * One thing at a time. What the pane's own buttons ask for while something is under way was meant for what was shown
   * before, and comes after it.
   */
  private task(activity: Activity | null, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const next = this.turn.then(async () => {
      this.stopping = new AbortController();
      if (activity !== null) {
        this.set({ problem: null, said: null });
        this.tell(activity);
      }
      try {
        await work(this.stopping.signal);
      } catch (fault) {
        this.options.onFault(fault);
        this.refuse({ code: 'fault', ...this.options.faultWords });
      } finally {
        this.stopping = null;
        this.set({ busy: null });
      }
    });
    this.turn = next;
    return next;
  }

  private tell(
    activity: Activity,
    progress: NonNullable<PaneState['busy']>['progress'] = null,
    canStop = CAN_STOP.includes(activity),
  ): void {
    this.set({ busy: { activity, progress, canStop } });
  }

  private say(said: Said): void {
    this.set({ said });
  }

  private refuse(problem: Problem): void {
    if (problem.code === 'stopped') this.say({ kind: 'stopped' });
    else this.set({ problem });
  }

  private asked(question: Question): Promise<Final> {
    return this.options.session.ask(question, this.options.language);
  }

  /** Asks what changes the analysis, and shows the answer. @returns whether there is a result that can be written */
  private async ask(question: Change & { form: FormSettings }): Promise<boolean> {
    return this.takeAnswer(await this.asked(question));
  }

  private takeAnswer(answer: Final): boolean {
    if (answer.answer === 'refused') this.refuse(answer.problem);
    return answer.answer === 'result' && this.take(answer);
  }

  private take({ result, mapping, settings, form, problem }: Result): boolean {
    this.set({
      counted: { result, mapping: mapping ?? this.state.counted?.mapping ?? null, settings },
      problem,
      isCounted: problem === null,
      comparing: null,
      ...(form !== null && { form }),
    });
    return problem === null;
  }

  private async count(): Promise<boolean> {
    const { isCounted, counted, form } = this.state;
    if (isCounted && counted?.result) return true;
    this.tell('counting', null, true);
    const answer = await this.unlessStopped(this.asked({ ask: 'analyse', sheet: null, form }));
    if (answer === null) this.say({ kind: 'stopped' });
    return answer !== null && this.takeAnswer(answer);
  }

  /** `null` as soon as the user stops the task; what then is answered nobody looks at. */
  private unlessStopped<T>(answer: Promise<T>): Promise<T | null> {
    const { signal } = this.stopping!;
    const stopped = new Promise<null>((resolve) => {
      if (signal.aborted) resolve(null);
      else signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    return Promise.race([answer, stopped]);
  }

  private async read(place: ExportPlace, settings: SettingsForRows, signal: AbortSignal): Promise<boolean> {
    const { workbook, workbookName } = this.options;
    this.tell('reading', { done: 0, of: place.rows });
    await this.asked({ ask: 'begin-rows', name: workbookName, sheet: place.sheet });
    const read = await workbook.readExport(
      place,
      (rows) => this.handOver(rows),
      (done, of) => this.tell('reading', { done, of }),
      signal,
    );
    if (!read.ok) {
      await this.asked({ ask: 'cancel-rows' });
      this.refuse(read.problem);
      return false;
    }
    this.tell('counting');
    const { dateSystem } = read.value;
    this.set({ place, change: null });
    const end = (by: SettingsForRows) =>
      this.asked({ ask: 'end-rows', dateSystem, settings: by, form: this.state.form });
    let answer = await end(settings);
    // Settings that another version has stored may be wrong here: the rows are read without them, and it is said.
    const refused = answer.answer === 'refused' ? answer.problem : null;
    if (refused) answer = await end('anew');
    const isRead = answer.answer === 'result' && this.take(answer);
    if (refused) this.refuse(refused);
    await this.watch(place);
    return isRead && refused === null;
  }

  private async handOver({ rows, firstRow }: ReadRows): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const piece = rows.slice(from, from + ROWS_AT_ONCE);
      await this.asked({ ask: 'take-rows', rows: piece, firstRow: firstRow + from });
    }
  }

  private async watch(place: ExportPlace): Promise<void> {
    this.stopWatching();
    this.stopWatching = () => {};
    const watching = await this.options.workbook.onExportChanged(place, (change) => this.set({ change }));
    if (watching.ok) this.stopWatching = watching.value;
  }

  private async selection(): Promise<Outcome<CutDocument>> {
    const answer = await this.asked({ ask: 'selection-document' });
    if (answer.answer === 'selection-document') return { ok: true, value: answer.selection };
    return { ok: false, problem: (answer as Extract<Answer, { answer: 'refused' }>).problem };
  }

  /** The sheet with the selection, where one stands, is written again with the rest, or goes where nobody is selected. */
  private async writeCounted(whenChanged: WhenChanged | null, signal: AbortSignal): Promise<void> {
    const { result } = this.state.counted!;
    if (result !== null) await this.writeAsked(result, 'result', whenChanged, signal);
  }

  private async writeAsked(
    cut: CutDocument,
    writing: Written,
    whenChanged: WhenChanged | null,
    signal: AbortSignal,
  ): Promise<void> {
    const { workbook } = this.options;
    this.tell('writing');
    const standing = await workbook.madeSheets();
    if (!standing.ok) return this.refuse(standing.problem);
    const ownPart = cut.document.sheets[0]!.id;
    const isOurs = ({ part }: MadeSheet) =>
      writing === 'selection' ? part === SELECTION : isSameResult(part, ownPart);
    const made = standing.value.filter(isOurs);
    const overwriting = overwritingOf(writing, cut.document, made);
    if (whenChanged === null && overwriting !== null) return this.set({ overwriting });
    const written = await workbook.writeDocument(
      await this.withSelection(await this.whole(cut), writing, made),
      whenChanged ?? 'replace',
      ({ sheet, sheets, name }) => this.tell('writing', { done: sheet, of: sheets, name }),
      signal,
      writing === 'selection' ? 'own-parts' : 'all',
    );
    if (!written.ok) return this.refuse(written.problem);
    await this.store();
    this.say({ kind: 'written', ...written.value });
    const [first] = written.value.sheets;
    if (first !== undefined) await workbook.showSheet(first);
  }

  private whole(cut: CutDocument): Promise<ResultDocument> {
    return wholeDocument(cut, (table, from, most) => this.findRows(table, '', most, from));
  }

  private async withSelection(
    document: ResultDocument,
    writing: Written,
    made: readonly MadeSheet[],
  ): Promise<ResultDocument> {
    if (writing !== 'result' || made.every(({ part }) => part !== SELECTION)) return document;
    const selection = await this.selection();
    if (!selection.ok) return document;
    const { sheets } = await this.whole(selection.value);
    return { ...document, sheets: [...document.sheets, ...sheets] };
  }

  /** What was written can be written again by whoever opens the workbook. */
  private async store(): Promise<void> {
    const { place, form } = this.state;
    const answer = await this.asked({ ask: 'settings-file', form });
    if (answer.answer !== 'settings-text' || place === null) return;
    const settings = JSON.parse(answer.text) as SettingsJson;
    const stored = await this.options.workbook.storeSettings(storedRun(settings, place));
    if (stored.ok) this.set({ isStored: true });
    else this.refuse(stored.problem);
  }

  private async stored(): Promise<Outcome<StoredRun | null>> {
    const stored = await this.options.workbook.readStoredSettings();
    return stored.ok ? { ok: true, value: readStoredRun(stored.value) } : stored;
  }

  private async placeToRunAgain(stored: StoredRun | null): Promise<Outcome<ExportPlace>> {
    const { workbook } = this.options;
    if (stored !== null) {
      const places = await workbook.listPlaces();
      if (!places.ok) return places;
      const place = placeAgain(stored, places.value);
      if (place !== null) return { ok: true, value: place };
    }
    return this.state.place ? { ok: true, value: this.state.place } : workbook.findExport();
  }
}
