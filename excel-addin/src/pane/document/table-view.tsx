/** A table of the document; figures stand to the right, in digits of equal width. A wide one scrolls in its frame. */
import { formatCell, type DocumentRow, type DocumentTable } from 'isu-core';
import type { ReactNode } from 'react';
import { useSurroundings } from '../pane-context.tsx';

export function TableView({ table }: { readonly table: DocumentTable }) {
  return (
    <TableFigure table={table}>
      <TableFrame table={table} rows={table.rows} />
    </TableFigure>
  );
}

export function TableFigure({
  table,
  children,
}: {
  readonly table: DocumentTable;
  readonly children: ReactNode;
}) {
  return (
    <figure className="table">
      <h3 id={`title-${table.id}`}>{table.title}</h3>
      {children}
      {table.notes.length > 0 && (
        <figcaption>
          {table.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

/** It scrolls, so it takes the keyboard's focus. */
export function TableFrame({
  table,
  rows,
}: {
  readonly table: DocumentTable;
  readonly rows: readonly DocumentRow[];
}) {
  return (
    <div className="table-frame" role="region" tabIndex={0} aria-labelledby={`title-${table.id}`}>
      <table aria-labelledby={`title-${table.id}`}>
        <thead>
          <tr>
            {table.columns.map(({ key, header, format }) => (
              <th key={key} scope="col" className={format === 'text' ? 'text' : 'figure'}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.key} row={row} table={table} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow({ row, table }: { readonly row: DocumentRow; readonly table: DocumentTable }) {
  const { language } = useSurroundings();
  if (row.kind === 'section')
    return (
      <tr className="section">
        <th scope="rowgroup" colSpan={table.columns.length}>
          {formatCell(row.cells[0] ?? { value: null }, 'text', language)}
        </th>
      </tr>
    );
  return (
    <tr className={row.kind}>
      {row.cells.map((cell, at) => {
        const { format, key } = table.columns[at]!;
        const shown = formatCell(cell, format, language);
        const className = format === 'text' ? 'text' : 'figure';
        return at === 0 ? (
          <th key={key} scope="row" className={className}>
            {shown}
          </th>
        ) : (
          <td key={key} className={className}>
            {shown}
          </td>
        );
      })}
    </tr>
  );
}
