/** A long table, of persons or of excluded rows: its first rows, a search, and more rows on demand. */
import { Button, SearchBox } from '@fluentui/react-components';
import { formatNumber, type DocumentTable } from 'isu-core';
import { ROWS_AT_FIRST, type FoundRows } from 'isu-session';
import { useEffect, useState } from 'react';
import { useSurroundings } from '../pane-context.tsx';
import { TableFigure, TableFrame } from './table-view.tsx';

const MORE = 200;

/**
 * @param table with its first rows only
 * @param length its full number of rows
 */
export function LongTableView({ table, length }: { readonly table: DocumentTable; readonly length: number }) {
  const { pane, words, language } = useSurroundings();
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(ROWS_AT_FIRST);
  const [found, setFound] = useState<FoundRows>({ rows: table.rows, found: length });
  useEffect(() => {
    let isWanted = true;
    void pane.findRows(table.id, search, most).then((rows) => isWanted && setFound(rows));
    return () => {
      isWanted = false;
    };
  }, [pane, table, search, most]);
  const n = (value: number) => formatNumber(value, 'integer', language);
  const left = Math.min(MORE, found.found - found.rows.length);
  return (
    <TableFigure table={table}>
      <SearchBox
        size="small"
        aria-label={words.result.search}
        placeholder={words.result.search}
        value={search}
        onChange={(_, { value }) => {
          setMost(ROWS_AT_FIRST);
          setSearch(value);
        }}
      />
      <TableFrame table={table} rows={found.rows} />
      <div className="more">
        <span className="quiet" role="status">
          {found.found === 0
            ? words.result.noneFound
            : words.result.shownOf(n(found.rows.length), n(found.found))}
        </span>
        {left > 0 && (
          <Button size="small" appearance="subtle" onClick={() => setMost(most + MORE)}>
            {words.result.moreRows(n(left))}
          </Button>
        )}
      </div>
    </TableFigure>
  );
}
