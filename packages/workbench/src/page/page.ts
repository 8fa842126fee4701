/** The page: opens with the sample, takes a file of the user's own, and shows its document. */
import type { Language, Problem } from 'isu-core';
import type { Question, ShownResult, ShownSource, Step } from '../worker/messages.ts';
import { drawControls, type Controls } from './controls.ts';
import { drawDocument } from './draw-document.ts';
import { make } from './make-element.ts';
import { pageWords, type PageWords } from './page-words.ts';
import { WorkerClient } from './worker-client.ts';

const NO_LIMITS = {
  from: null,
  to: null,
  lowestAge: null,
  atLeast: null,
  activeYears: null,
  personColumn: null,
  dateColumn: null,
} as const;
/** The period of the report that the sample is made after. */
const SAMPLE_LIMITS = { ...NO_LIMITS, from: '2017-01-01', to: '2022-06-30' } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Frame {
  readonly controls: Controls;
  /** What is going on, said politely to screen readers. */
  readonly status: HTMLElement;
  /** What went wrong, said at once. */
  readonly alert: HTMLElement;
  readonly result: HTMLElement;
}

const worker = new WorkerClient();
let language = languageOf(location.search);
let words = pageWords(language);
let frame = drawFrame();
let source: ShownSource | null = null;
let shown: ShownResult | null = null;
let isSample = true;
let openedSheet = '';
/** Only the answer to the latest question is shown: who drops another file no longer waits for the first. */
let latest = 0;

openSample();
window.addEventListener('popstate', () => speak(languageOf(location.search)));
takeDroppedFiles();

function languageOf(query: string): Language {
  return new URLSearchParams(query).get('lang') === 'en' ? 'en' : 'sv';
}

function drawFrame(): Frame {
  document.documentElement.lang = language;
  document.title = words.documentTitle;
  const controls = drawControls(words, { openFiles, openSample, analyse });
  const status = make('p', { class: 'status', role: 'status' });
  const alert = make('div', { class: 'alert', role: 'alert', tabindex: '-1' });
  const result = make('div', { class: 'result', id: 'result', tabindex: '-1' });
  document.body.replaceChildren(
    make('a', { href: '#result', class: 'skip' }, words.skip),
    header(),
    make('main', {}, controls.element, make('div', { class: 'outcome' }, status, alert, result)),
  );
  return { controls, status, alert, result };
}

function header(): HTMLElement {
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
    toOther,
  );
}

/** Draws the page anew in the other language; the worker arranges the same analysis in it. */
function speak(other: Language): void {
  if (other === language) return;
  const { controls } = frame;
  language = other;
  words = pageWords(language);
  frame = drawFrame();
  frame.controls.fill(controls.chosen());
  frame.controls.showSource(source, isSample);
  void show({ ask: 'translate' });
}

function openSample(): void {
  isSample = true;
  limitTo(SAMPLE_LIMITS);
  void show({ ask: 'open-sample', settings: frame.controls.chosen() });
}

/** How the result is shown stays as it is, above all that it is for publication. */
function limitTo(limits: typeof NO_LIMITS | typeof SAMPLE_LIMITS): void {
  frame.controls.fill({ ...frame.controls.chosen(), ...limits });
}

/** A new file starts without the limits of the former: they could leave out its rows without a word. */
function openFiles(files: FileList): void {
  const [file] = files;
  if (file === undefined) return;
  isSample = false;
  limitTo(NO_LIMITS);
  if (files.length > 1) {
    refuse(words.oneFile);
    return;
  }
  const question = ++latest;
  tell(words.steps.reading);
  file.arrayBuffer().then(
    (bytes) => {
      if (question !== latest) return;
      const settings = frame.controls.chosen();
      void show({ ask: 'open-file', name: file.name, bytes: new Uint8Array(bytes), settings });
    },
    () => {
      if (question === latest) refuse(words.unreadable(file.name));
    },
  );
}

function analyse(): void {
  const { controls } = frame;
  void show({
    ask: 'analyse',
    settings: controls.chosen(),
    sheet: controls.sheet() ?? source?.sheetName ?? null,
  });
}

async function show(question: Question): Promise<void> {
  const number = ++latest;
  frame.result.classList.add('outdated');
  try {
    const answer = await worker.ask(question, language, (step) => {
      if (number === latest) tellStep(step);
    });
    if (number !== latest || answer.answer !== 'result') return;
    source = answer.source;
    frame.controls.showSource(source, isSample);
    tell(answer.problem === null && source !== null ? words.done(source.file) : '', 'done');
    // Where no row could be used, the row account is what tells why.
    showResult(answer.result, answer.problem === null ? openedSheet : 'rows');
    showProblem(answer.problem);
  } catch (fault) {
    reportError(fault);
    if (number === latest) refuse(words.fault);
  }
}

/** No answer of the worker: the file never reached it. */
function refuse(sentence: string): void {
  latest++;
  source = null;
  frame.controls.showSource(null, isSample);
  tell('');
  showResult(null);
  showProblem({ code: 'page', sv: sentence, en: sentence });
}

function tellStep(step: Step): void {
  tell(words.steps[step], 'busy');
}

function tell(sentence: string, look: 'busy' | 'done' | '' = ''): void {
  frame.status.className = `status ${look}`;
  frame.status.textContent = sentence;
}

function showProblem(problem: Problem | null): void {
  frame.alert.replaceChildren(
    ...(problem === null ? [] : [make('strong', {}, words.problem), make('p', {}, problem[language])]),
  );
  if (problem !== null) frame.alert.scrollIntoView({ block: 'nearest' });
}

/** A result that is no longer of the open file and settings is taken away. */
function showResult(result: ShownResult | null, opened = openedSheet): void {
  shown = result;
  frame.result.classList.remove('outdated');
  if (result === null) {
    frame.result.replaceChildren();
    return;
  }
  const askRows = async (table: string, search: string, most: number) => {
    const answer = await worker.ask({ ask: 'rows', table, search, most }, language);
    return answer.answer === 'rows' && shown === result ? answer.found : null;
  };
  const { tabs, panels } = drawDocument(result, opened, (sheet) => (openedSheet = sheet), askRows);
  frame.result.replaceChildren(
    resultHead(words),
    tabs,
    ...panels,
    make('footer', {}, result.document.product),
  );
}

function resultHead({ resultFor, save, print }: PageWords): HTMLElement {
  return make(
    'div',
    { class: 'result-head' },
    make('p', { class: 'result-for' }, resultFor(source?.file ?? '')),
    make('button', { type: 'button', id: 'save', click: () => void saveWorkbook() }, save),
    make('button', { type: 'button', id: 'print', class: 'quiet', click: () => window.print() }, print),
  );
}

async function saveWorkbook(): Promise<void> {
  try {
    const answer = await worker.ask({ ask: 'workbook' }, language, tellStep);
    if (answer.answer !== 'workbook') return;
    const address = URL.createObjectURL(new Blob([answer.bytes as BlobPart], { type: XLSX }));
    make('a', { href: address, download: words.savedName }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    tell(words.saved);
  } catch (fault) {
    reportError(fault);
    refuse(words.fault);
  }
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
    if (event.dataTransfer && event.dataTransfer.files.length > 0) openFiles(event.dataTransfer.files);
  });
}
