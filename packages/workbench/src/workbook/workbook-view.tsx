/** The open workbook: the field of its cell, the sheet in sight and the tabs of all. */
import type { Language } from 'isu-core';
import type { ExcelHost } from 'isu-excel-host';
import { useMemo, useSyncExternalStore } from 'react';
import type { ReportFilter } from '../power-bi/power-bi-pane.tsx';
import { FilterLine } from './filter-line.tsx';
import { FormulaBar } from './formula-bar.tsx';
import { SheetContext } from './sheet-context.ts';
import { SheetGrid } from './sheet-grid.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import type { WorkbookWatch } from './workbook-watch.ts';
import type { WorkbookWords } from './words/words.ts';

interface WorkbookViewProps {
  readonly host: ExcelHost;
  readonly watch: WorkbookWatch;
  readonly words: WorkbookWords;
  readonly language: Language;
  readonly filter: ReportFilter | null;
  readonly refuse: (sentence: string) => void;
}

export function WorkbookView({ host, watch, words, language, filter, refuse }: WorkbookViewProps) {
  const sheet = useSyncExternalStore(watch.subscribe, () => host.workbook.activeSheet);
  const shown = useMemo(() => {
    const hidden = filter?.sheet === sheet ? filter.hidden : null;
    return { host, sheet, watch, hidden, words, refuse };
  }, [host, sheet, watch, filter, words, refuse]);
  return (
    <SheetContext value={shown}>
      <section className="workbook" aria-label={words.workbook} key={sheet.id}>
        <FormulaBar />
        <FilterLine filter={filter} language={language} />
        <div className="sheet" role="tabpanel" id="sheet" aria-labelledby={`tab-${String(sheet.number)}`}>
          <SheetGrid language={language} />
        </div>
        <SheetTabs host={host} watch={watch} words={words} />
      </section>
    </SheetContext>
  );
}
