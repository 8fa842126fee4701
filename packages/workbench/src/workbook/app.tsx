/** The workbench: a line that says what it is, the workbook, and the task pane beside it. */
import type { Language } from 'isu-core';
import { saveWorkbook } from 'isu-excel-host';
import { useCallback, useEffect, useRef, useState } from 'react';
import { saveFile, XLSX } from '../page/save-file.ts';
import type { ReportFilter } from '../power-bi/power-bi-pane.tsx';
import { openInPage, readOne, type OpenedWorkbook } from './open-workbook.ts';
import { REVIEW_SAMPLE, SAMPLE, type Source } from './open-excel.ts';
import { Replace } from './replace.tsx';
import { Side, type Program } from './side.tsx';
import { TopBar } from './top-bar.tsx';
import { workbookWords, type WorkbookWords } from './words/words.ts';
import { WorkbookView } from './workbook-view.tsx';

interface Told {
  readonly sentence: string;
  readonly isProblem: boolean;
}

interface Wanted {
  readonly source: Source;
  readonly language: Language;
}

export function App() {
  const [language, setLanguage] = useState(languageOf);
  const [opened, setOpened] = useState<OpenedWorkbook | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [asking, setAsking] = useState<Wanted | null>(null);
  const [program, setProgram] = useState<Program>('excel');
  const [filter, setFilter] = useState<ReportFilter | null>(null);
  const latest = useRef(0);
  const words = workbookWords(language);

  const open = useCallback(async ({ source, language: wanted }: Wanted) => {
    const turn = ++latest.current;
    const spoken = workbookWords(wanted);
    const name = nameOf(source, spoken);
    setAsking(null);
    setTold({ sentence: spoken.opening(name), isProblem: false });
    await nextFrame();
    const opening = await openInPage(source, wanted).catch((fault: unknown) => {
      reportError(fault);
      return { ok: false, sentence: spoken.fault } as const;
    });
    if (turn !== latest.current) return;
    if (!opening.ok) {
      setTold({ sentence: opening.sentence, isProblem: true });
      return;
    }
    speak(wanted);
    setLanguage(wanted);
    setTold(source.kind === 'file' ? { sentence: spoken.opened(name), isProblem: false } : null);
    setOpened((before) => {
      before?.watch.end();
      return opening.opened;
    });
  }, []);

  /** Asks first where something would be lost. */
  const wish = useCallback(
    (wanted: Wanted) => {
      if (opened?.host.workbook.isDirty) setAsking(wanted);
      else void open(wanted);
    },
    [opened, open],
  );
  const takeFiles = useCallback(
    (files: FileList) =>
      void readOne(files, language).then((source) =>
        typeof source === 'string'
          ? setTold({ sentence: source, isProblem: true })
          : wish({ source, language }),
      ),
    [language, wish],
  );
  const refuse = useCallback((sentence: string) => setTold({ sentence, isProblem: true }), []);

  useEffect(() => void open({ source: SAMPLE, language: languageOf() }), [open]);
  useEffect(() => {
    // A step to a place on the page is one in the history too, and changes no language.
    const turned = () => {
      if (languageOf() !== language) wish({ source: opened?.source ?? SAMPLE, language: languageOf() });
    };
    window.addEventListener('popstate', turned);
    return () => window.removeEventListener('popstate', turned);
  }, [opened, language, wish]);
  const isDragging = useDroppedFiles(takeFiles);

  function save(): void {
    if (!opened) return;
    const { workbook } = opened.host;
    const name = `${workbook.name.replace(/\.[^.]*$/, '')}.xlsx`;
    saveFile(name, saveWorkbook(workbook), XLSX);
    workbook.isDirty = false;
    setTold({ sentence: words.saved(name), isProblem: false });
  }

  return (
    <>
      <a className="skip" href="#pane">
        {words.skip}
      </a>
      <TopBar
        words={words}
        language={language}
        takeFiles={takeFiles}
        openSample={() => wish({ source: SAMPLE, language })}
        openReviewSample={() => wish({ source: REVIEW_SAMPLE, language })}
        save={save}
        changeLanguage={(other) => wish({ source: opened?.source ?? SAMPLE, language: other })}
      />
      <div className="told">
        <p role="status">{told && !told.isProblem ? told.sentence : ''}</p>
        <p role="alert">{told?.isProblem ? told.sentence : ''}</p>
      </div>
      <main className={program === 'powerBi' ? 'beside-report' : ''}>
        {opened && (
          <>
            <WorkbookView key={opened.number} {...opened} words={words} filter={filter} refuse={refuse} />
            <Side
              key={-opened.number}
              opened={opened}
              words={words}
              program={program}
              turnTo={setProgram}
              takeFiles={takeFiles}
              filterSheet={setFilter}
              refuse={refuse}
            />
          </>
        )}
      </main>
      {isDragging && <div className="drop-here">{words.dropHere}</div>}
      {asking && <Replace words={words} go={() => void open(asking)} stay={() => setAsking(null)} />}
    </>
  );
}

function nameOf(source: Source, words: WorkbookWords): string {
  switch (source.kind) {
    case 'sample':
      return words.sampleName;
    case 'review-sample':
      return words.reviewSampleName;
    case 'file':
      return source.name;
  }
}

function languageOf(): Language {
  return new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'sv';
}

/** The language stands in the address, so that it can be sent on. */
function speak(language: Language): void {
  document.documentElement.lang = language;
  document.title = workbookWords(language).title;
  if (language !== languageOf()) history.pushState(null, '', language === 'en' ? '?lang=en' : './');
}

/** Lets what has been said be drawn before the work begins. */
function nextFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** @returns whether a file is being held over the page */
function useDroppedFiles(takeFiles: (files: FileList) => void): boolean {
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsDragging(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setIsDragging(false);
      if (event.dataTransfer && event.dataTransfer.files.length > 0) takeFiles(event.dataTransfer.files);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [takeFiles]);
  return isDragging;
}
