/** Says that the visual filters the sheet, and takes the filter away. */
import { formatNumber, type Language } from 'isu-core';
import type { ReportFilter } from '../power-bi/power-bi-pane.tsx';
import { powerBiWords } from '../power-bi/words/words.ts';

export function FilterLine({ filter, language }: { filter: ReportFilter | null; language: Language }) {
  const words = powerBiWords(language);
  const number = (value: number) => formatNumber(value, 'integer', language);
  return (
    <div className="filter-line" role="status">
      {filter && (
        <>
          <span>{words.filtered(filter.persons, number(filter.rows.kept), number(filter.rows.of))}</span>
          <button type="button" onClick={filter.clear}>
            {words.clearFilter}
          </button>
        </>
      )}
    </div>
  );
}
