/** Beside the workbook: the program that the lathund is tried in, Excel's task pane or Power BI's visual, as tabs. */
import { tabReached } from 'isu-session';
import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import type { ReportFilter } from '../power-bi/power-bi-pane.tsx';
import { powerBiWords } from '../power-bi/words/words.ts';
import type { OpenedWorkbook } from './open-workbook.ts';
import { PaneFrame } from './pane-frame.tsx';
import type { WorkbookWords } from './words/words.ts';

/** Who never opens the tab does not load it. */
const PowerBiPane = lazy(() => import('../power-bi/power-bi-pane.tsx'));

export const PROGRAMS = ['excel', 'powerBi'] as const;
export type Program = (typeof PROGRAMS)[number];

interface SideProps {
  readonly opened: OpenedWorkbook;
  readonly words: WorkbookWords;
  readonly program: Program;
  readonly turnTo: (program: Program) => void;
  readonly takeFiles: (files: FileList) => void;
  readonly filterSheet: (filter: ReportFilter | null) => void;
  readonly refuse: (sentence: string) => void;
}

export function Side({ opened, words, program, turnTo, takeFiles, filterSheet, refuse }: SideProps) {
  const { host, watch, language } = opened;
  const names = powerBiWords(language);
  const list = useRef<HTMLDivElement>(null);
  const [hasReport, setHasReport] = useState(program === 'powerBi');
  const turn = (to: Program) => {
    if (to === 'powerBi') setHasReport(true);
    turnTo(to);
  };
  const turnByKey = (event: KeyboardEvent) => {
    const at = tabReached(event.key, PROGRAMS.indexOf(program), PROGRAMS.length);
    if (at === null) return;
    event.preventDefault();
    turn(PROGRAMS[at]!);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return (
    <aside
      className="pane"
      id="pane"
      aria-label={program === 'excel' ? words.pane : names.pane}
      tabIndex={-1}
    >
      <div ref={list} className="program-tabs" role="tablist" aria-label={names.tabs} onKeyDown={turnByKey}>
        {PROGRAMS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === program}
            aria-controls={`panel-${each}`}
            tabIndex={each === program ? 0 : -1}
            onClick={() => turn(each)}
          >
            {names[each]}
          </button>
        ))}
      </div>
      <div
        className="program"
        role="tabpanel"
        id="panel-excel"
        aria-labelledby="tab-excel"
        hidden={program !== 'excel'}
      >
        <PaneFrame words={words} takeFiles={takeFiles} />
      </div>
      <div
        className="program"
        role="tabpanel"
        id="panel-powerBi"
        aria-labelledby="tab-powerBi"
        hidden={program !== 'powerBi'}
      >
        {hasReport && (
          <Suspense>
            <PowerBiPane
              host={host}
              watch={watch}
              language={language}
              filterSheet={filterSheet}
              refuse={refuse}
            />
          </Suspense>
        )}
      </div>
    </aside>
  );
}
