/** Rows of the export by their numbers: a click shows the row in its sheet. */
import { Button } from '@fluentui/react-components';
import { formatNumber } from 'isu-core';
import type { FoundRows } from 'isu-session';
import { useEffect, useState } from 'react';
import { usePaneState, useSurroundings } from '../pane-context.tsx';

interface ExportRow {
  readonly number: number;
  /** What stood there; may be empty. */
  readonly value: string;
}

export function RowButtons({ rows, about }: { readonly rows: readonly ExportRow[]; readonly about: string }) {
  const { pane, words, language } = useSurroundings();
  return (
    <ul className="row-buttons" aria-label={`${words.control.rowsTitle}: ${about}`}>
      {rows.map(({ number, value }) => {
        const shown = formatNumber(number, 'integer', language);
        return (
          <li key={`${String(number)} ${value}`}>
            <Button
              size="small"
              title={words.control.showRow(shown)}
              onClick={() => void pane.selectRow(number)}
            >
              {words.control.row(shown)}
              {value !== '' && <span className="row-value"> {value}</span>}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

const AT_FIRST = 20;
const MORE = 100;

interface FoundRowsListProps {
  readonly table: string;
  readonly search: string;
  readonly rowColumn: number;
  readonly valueColumn: number;
}

/** Rows of a table of the document, asked for when they are unfolded. */
export function FoundRowsList({ table, search, rowColumn, valueColumn }: FoundRowsListProps) {
  const { pane, words, language } = useSurroundings();
  const { counted } = usePaneState();
  const [most, setMost] = useState(AT_FIRST);
  const [found, setFound] = useState<FoundRows | null>(null);
  useEffect(() => {
    let isWanted = true;
    void pane.findRows(table, search, most).then((rows) => isWanted && setFound(rows));
    return () => {
      isWanted = false;
    };
  }, [pane, table, search, most, counted]);
  if (found === null) return null;
  const n = (value: number) => formatNumber(value, 'integer', language);
  const rows = found.rows.map(({ cells }) => ({
    number: Number(cells[rowColumn]!.value),
    value: String(cells[valueColumn]!.value ?? ''),
  }));
  const left = Math.min(MORE, found.found - rows.length);
  return (
    <>
      <RowButtons rows={rows} about={search} />
      {left > 0 && (
        <div className="more">
          <span className="quiet">{words.control.shownOf(n(rows.length), n(found.found))}</span>
          <Button size="small" appearance="subtle" onClick={() => setMost(most + MORE)}>
            {words.control.moreRows(n(left))}
          </Button>
        </div>
      )}
    </>
  );
}
