/**
 * The page: opens with the sample, takes a file of the user's own, and shows its document. It draws and asks; what a
 * change means is the session's matter.
 */
import type { Language, Problem } from 'isu-core';
import {
  type Answer,
  type Change,
  type CheckedTables,
  type ComparisonChoices,
  type CutDocument,
  EMPTY_FORM,
  type Question,
  SessionClient,
  type ShownComparison,
  type ShownResult,
  type Step,
} from 'isu-session';
import { drawCheckPart, type CheckPart } from './check-part.ts';
import { drawComparePart, type ComparePart } from './compare-part.ts';
import { drawControls, type Controls } from './controls.ts';
import { drawDocument } from './draw-document.ts';
import type { AskRows } from './draw-long-table.ts';
import { make } from './make-element.ts';
import { drawMappingPart, type MappingPart } from './mapping-part.ts';
import { pageWords, type PageWords } from './page-words.ts';
import { saveFile, XLSX } from './save-file.ts';

type Result = Extract<Answer, { answer: 'result' }>;
const PARTS = ['analysis', 'compare', 'check'] as const;
type Part = (typeof PARTS)[number];

interface Frame {
  readonly controls: Controls;
  readonly mapping: MappingPart;
  readonly compare: ComparePart;
  readonly check: CheckPart;
  readonly parts: Readonly<Record<Part, HTMLElement>>;
  readonly tabs: Readonly<Record<Part, HTMLElement>>;
  /** What is going on, said politely to screen readers. */
  readonly status: HTMLElement;
  /** What went wrong, said at once. */
  readonly alert: HTMLElement;
  readonly head: HTMLElement;
  readonly result: HTMLElement;
}

const worker = new SessionClient(
  () => new Worker(new URL('worker.js', document.baseURI), { type: 'module' }),
);
let language = languageOf(location.search);
let words = pageWords(language);
let frame = drawFrame();
let part: Part = 'analysis';
/** What the session has answered last; `null` before, and after a fault in the program. */
let last: Result | null = null;
let checked: CheckedTables | Problem | null = null;
/** What can be compared in the register as it is analysed; `undefined` until it is asked. */
let choices: ComparisonChoices | null | undefined;
let compared: ShownComparison | null = null;
let openedSheet = '';
let openedComparison = '';
/** Only the answer to the latest question is shown: who drops another file no longer waits for the first. */
let latest = 0;
let latestComparison = 0;

frame.controls.fill(EMPTY_FORM);
openSample();
window.addEventListener('popstate', () => speak(languageOf(location.search)));
takeDroppedFiles();

function languageOf(query: string): Language {
  return new URLSearchParams(query).get('lang') === 'en' ? 'en' : 'sv';
}

// --- The frame ---------------------------------------------------------------------------------------------------------

function drawFrame(): Frame {
  document.documentElement.lang = language;
  document.title = words.documentTitle;
  const controls = drawControls(words, language, {
    openFiles,
    openSample,
    analyse,
    saveSettings: () => void saveSettings(),
    closeSettings: () => void change({ ask: 'close-settings' }),
    forgetSetting: (key) => void change({ ask: 'forget-setting', key }),
    makeKey,
    saveKey,
    openKey: (files) => openAs('open-key', files),
    closeKey: () => void change({ ask: 'close-key' }),
  });
  const mapping = drawMappingPart(words.mapping, language, {
    chooseColumn: (role, name) => void change({ ask: 'choose-column', role, name }),
    chooseCode: (role, value, meaning) => void change({ ask: 'choose-code', role, value, meaning }),
    chooseHeaderRow: (row) => void change({ ask: 'choose-header-row', row }),
    forgetMapping: () => void change({ ask: 'forget-mapping' }),
    saveMapping: () => void saveMapping(),
  });
  const compare = drawComparePart(words, language, {
    compare: () => void askComparison(),
    save: () => void saveWorkbook('comparison'),
    askRows: rowsOf,
    open: (sheet) => (openedComparison = sheet),
  });
  const check = drawCheckPart(words, language, {
    openTables,
    chooseSheet: (sheet) => void askCheck({ ask: 'check-sheet', sheet }),
  });
  const status = make('p', { class: 'status', role: 'status' });
  const alert = make('div', { class: 'alert', role: 'alert', tabindex: '-1' });
  const head = make('div', { class: 'result-head', hidden: true });
  const result = make('div', { class: 'result', id: 'result', tabindex: '-1' });
  const outcome = make('div', { class: 'outcome' }, status, alert, head, mapping.element, result);
  const analysis = make('div', { class: 'analysis' }, controls.element, outcome);
  const tabs = {
    analysis: partButton('analysis', words.analysisPart),
    compare: partButton('compare', words.comparePart),
    check: partButton('check', words.checkPart),
  };
  document.body.replaceChildren(
    make('a', { href: '#result', class: 'skip' }, words.skip),
    header(Object.values(tabs)),
    make('main', {}, analysis, compare.element, check.element),
  );
  compare.element.hidden = true;
  check.element.hidden = true;
  tabs.analysis.setAttribute('aria-current', 'page');
  const parts = { analysis, compare: compare.element, check: check.element };
  return { controls, mapping, compare, check, parts, tabs, status, alert, head, result };
}

function partButton(opens: Part, label: string): HTMLElement {
  return make('button', { type: 'button', id: `part-${opens}`, click: () => turnTo(opens) }, label);
}

function turnTo(opened: Part): void {
  part = opened;
  for (const name of PARTS) {
    frame.parts[name].hidden = name !== opened;
    if (name === opened) frame.tabs[name].setAttribute('aria-current', 'page');
    else frame.tabs[name].removeAttribute('aria-current');
  }
  if (opened === 'compare' && choices === undefined) void askChoices();
}

function header(parts: readonly HTMLElement[]): HTMLElement {
  const other: Language = language === 'sv' ? 'en' : 'sv';
  const toOther = make(
    'a',
    { class: 'language', href: other === 'en' ? '?lang=en' : '?', lang: other, hreflang: other },
    words.otherLanguage,
  );
  toOther.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', toOther.href);
    speak(other);
    document.querySelector<HTMLElement>('.language')?.focus();
  });
  return make(
    'header',
    {},
    make('img', { src: 'mark.svg', alt: '', width: '36', height: '36' }),
    make('div', {}, make('h1', {}, words.documentTitle), make('p', { class: 'lead' }, words.lead)),
    make(
      'div',
      { class: 'ways' },
      make('a', { class: 'to-workbook', href: other === 'sv' ? '../?lang=en' : '../' }, words.toWorkbook),
      toOther,
    ),
    make('nav', { 'aria-label': words.parts }, ...parts),
  );
}

/** Draws the page anew in the other language; the session arranges the same analysis in it. */
function speak(other: Language): void {
  if (other === language) return;
  const form = frame.controls.chosen();
  const comparison = frame.compare.chosen();
  language = other;
  words = pageWords(language);
  frame = drawFrame();
  frame.controls.fill(form);
  if (last !== null) frame.controls.show(last.source, last.settings, last.mapping);
  if (checked !== null) frame.check.show(checked);
  if (choices !== undefined) frame.compare.offer(choices);
  if (choices) frame.compare.fill(comparison);
  turnTo(part);
  void show({ ask: 'translate' });
  if (compared !== null) void askComparison();
}

// --- What the user does ------------------------------------------------------------------------------------------------

function openSample(): void {
  void change({ ask: 'open-sample' });
}

function analyse(): void {
  const sheet = frame.controls.sheet() ?? last?.source?.sheetName ?? null;
  void change({ ask: 'analyse', sheet });
}

function openFiles(files: FileList): void {
  openAs('open-file', files);
}

function openAs(ask: 'open-file' | 'open-key', files: FileList): void {
  const question = ++latest;
  if (ask === 'open-file') tell(words.steps.reading, 'busy');
  readOne(files).then(
    ({ name, bytes }) => {
      if (question === latest) void change({ ask, name, bytes });
    },
    (refusal: Error) => {
      if (question === latest) showRefused({ code: 'page', sv: refusal.message, en: refusal.message });
    },
  );
}

function openTables(files: FileList): void {
  readOne(files).then(
    ({ name, bytes }) => void askCheck({ ask: 'check-file', name, bytes }),
    ({ message }: Error) => showChecked({ code: 'page', sv: message, en: message }),
  );
}

/** @throws the sentence that says why not */
async function readOne(files: FileList): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(words.oneFile);
  const buffer = await file.arrayBuffer().catch(() => {
    throw new Error(words.unreadable(file.name));
  });
  return { name: file.name, bytes: new Uint8Array(buffer) };
}

async function saveWorkbook(of: 'result' | 'comparison'): Promise<void> {
  const isResult = of === 'result';
  const answer = await asked({ ask: 'workbook', of }, isResult ? tellStep : tellComparing);
  if (answer?.answer !== 'workbook') return;
  saveFile(isResult ? words.savedName : words.compare.savedName, answer.bytes, XLSX);
  if (isResult) tell(words.saved);
  else frame.compare.tell(words.saved);
}

async function saveSettings(): Promise<void> {
  const answer = await asked({ ask: 'settings-file', form: frame.controls.chosen() });
  if (answer?.answer === 'refused') showProblem(answer.problem);
  if (answer?.answer !== 'settings-text') return;
  saveFile(words.settingsFile.savedName, answer.text, 'application/json');
  showProblem(last?.problem ?? null);
  tell(words.settingsFile.saved);
}

async function saveMapping(): Promise<void> {
  const answer = await asked({ ask: 'mapping-file' });
  if (answer?.answer !== 'settings-text') return;
  saveFile(words.mapping.savedName, answer.text, 'application/json');
  tell(words.mapping.saved);
}

async function makeKey(): Promise<string | null> {
  const answer = await asked({ ask: 'make-key' });
  return answer?.answer === 'key-text' ? answer.text : null;
}

/** Only a key that has been saved comes into force: results coded with one that is lost could never be joined. */
function saveKey(text: string): void {
  const name = words.key.savedName;
  saveFile(name, text, 'text/plain');
  void change({ ask: 'open-key', name, bytes: new TextEncoder().encode(text) });
}

/** The whole page takes a dropped file, so that one that misses the zone does not replace the page. */
function takeDroppedFiles(): void {
  const mark = (on: boolean) => document.body.classList.toggle('dragging', on);
  window.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    const files = event.dataTransfer?.files;
    if (files === undefined || files.length === 0) return;
    if (part === 'check') return openTables(files);
    turnTo('analysis');
    openFiles(files);
  });
}

// --- Asking the session ------------------------------------------------------------------------------------------------

/** `null` after a fault in the program, which the user is told of. */
async function asked(
  question: Question,
  onStep: (step: Step) => void = tellStep,
): Promise<Exclude<Answer, { answer: 'step' }> | null> {
  try {
    return await worker.ask(question, language, onStep);
  } catch (fault) {
    reportError(fault);
    refuse(words.fault);
    return null;
  }
}

function change(asked: Change): Promise<void> {
  return show({ ...asked, form: frame.controls.chosen() });
}

async function show(question: Question): Promise<void> {
  const number = ++latest;
  frame.result.classList.add('outdated');
  try {
    const answer = await worker.ask(question, language, (step) => {
      if (number === latest) tellStep(step);
    });
    if (number !== latest) return;
    if (answer.answer === 'refused') showRefused(answer.problem);
    else if (answer.answer === 'result') {
      if (question.ask !== 'translate') leaveComparison();
      showAnswer(answer);
    }
  } catch (fault) {
    reportError(fault);
    if (number === latest) refuse(words.fault);
  }
}

async function askCheck(question: Extract<Question, { ask: 'check-file' | 'check-sheet' }>): Promise<void> {
  frame.check.tell(words.steps.checking);
  try {
    const answer = await worker.ask(question, language);
    if (answer.answer === 'checked') showChecked(answer.checked);
  } catch (fault) {
    reportError(fault);
    showChecked({ code: 'page', sv: words.fault, en: words.fault });
  }
}

async function askChoices(): Promise<void> {
  const answer = await asked({ ask: 'comparison-choices' }, tellComparing);
  if (answer?.answer !== 'comparison-choices') return;
  choices = answer.choices;
  frame.compare.offer(choices);
}

/** Only the answer to the latest question is shown, and none that is of a register that has been left. */
async function askComparison(): Promise<void> {
  const number = ++latestComparison;
  const answer = await asked({ ask: 'compare', chosen: frame.compare.chosen() }, tellComparing);
  if (number !== latestComparison) return;
  if (answer === null) frame.compare.refuse({ code: 'page', sv: words.fault, en: words.fault });
  if (answer?.answer === 'refused') frame.compare.refuse(answer.problem);
  if (answer?.answer !== 'compared') return;
  compared = answer.shown;
  frame.compare.show(compared, last?.source?.file ?? '', openedComparison);
}

/** What was compared is no longer of what is open. */
function leaveComparison(): void {
  latestComparison++;
  choices = undefined;
  compared = null;
  frame.compare.clear();
  if (part === 'compare') void askChoices();
}

// --- Showing what it answers -------------------------------------------------------------------------------------------

function showAnswer(answer: Result): void {
  last = answer;
  const { source, settings, mapping, problem, form } = answer;
  if (form !== null) frame.controls.fill(form);
  frame.controls.show(source, settings, mapping);
  tell(problem === null && source !== null ? words.done(source.file) : '', 'done');
  // Without a column pointed out, what can be chosen is what there is to look at.
  const isNeeded = answer.result === null && mapping !== null && settings.missingKey === null;
  frame.mapping.show(mapping, isNeeded);
  // Where no row could be used, the row account is what tells why.
  showResult(answer.result, problem === null ? openedSheet : 'rows');
  showProblem(problem, isNeeded ? words.chooseBelow : null);
}

/** What was shown stands. */
function showRefused(problem: Problem): void {
  frame.result.classList.remove('outdated');
  tell('');
  showProblem(problem);
}

/** A fault in the program: the session and its file are gone. */
function refuse(sentence: string): void {
  latest++;
  last = null;
  tell('');
  frame.mapping.show(null, false);
  showResult(null);
  showProblem({ code: 'page', sv: sentence, en: sentence });
}

function showChecked(outcome: CheckedTables | Problem): void {
  checked = outcome;
  frame.check.show(outcome);
}

function tellStep(step: Step): void {
  tell(words.steps[step], 'busy');
}

function tellComparing(step: Step): void {
  frame.compare.tell(words.steps[step], 'busy');
}

function tell(sentence: string, look: 'busy' | 'done' | '' = ''): void {
  frame.status.className = `status ${look}`;
  frame.status.textContent = sentence;
}

function showProblem(problem: Problem | null, mend: string | null = null): void {
  frame.alert.replaceChildren(
    ...(problem === null ? [] : [make('strong', {}, words.problem), make('p', {}, problem[language])]),
    ...(problem === null || mend === null ? [] : [make('p', { class: 'mend' }, mend)]),
  );
  if (problem !== null) frame.alert.scrollIntoView({ block: 'nearest' });
}

/** A result that is no longer of the open file and settings is taken away. */
function showResult(result: ShownResult | null, opened = openedSheet): void {
  frame.result.classList.remove('outdated');
  frame.head.hidden = result === null;
  if (result === null) {
    frame.head.replaceChildren();
    frame.result.replaceChildren();
    return;
  }
  const { tabs, panels } = drawDocument(result, opened, (sheet) => (openedSheet = sheet), rowsOf(result));
  frame.head.replaceChildren(...resultHead(words));
  frame.result.replaceChildren(tabs, ...panels, make('footer', {}, result.document.product));
}

/** Rows of a document that is still the one in sight. */
function rowsOf(shown: CutDocument): AskRows {
  return async (table, search, most) => {
    const answer = await worker.ask({ ask: 'rows', table, search, most }, language);
    const isInSight = last?.result === shown || compared?.document === shown;
    return answer.answer === 'rows' && isInSight ? answer.found : null;
  };
}

function resultHead({ resultFor, save, print }: PageWords): readonly HTMLElement[] {
  return [
    make('p', { class: 'result-for' }, resultFor(last?.source?.file ?? '')),
    make('button', { type: 'button', id: 'save', click: () => void saveWorkbook('result') }, save),
    make('button', { type: 'button', id: 'print', class: 'quiet', click: () => window.print() }, print),
  ];
}
