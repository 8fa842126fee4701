/** The lathund itself: one row per person. */
import type { DocumentColumn, DocumentRow, DocumentSheet, DocumentTable } from './document.ts';
import { type Result, MOST_ROWS } from './result.ts';

export function personsSheet({ analysis: { lathund, settings, selection }, words }: Result): DocumentSheet {
  const { columns } = words.persons;
  const chosen = selection ? new Set(selection.persons) : null;
  const rows: DocumentRow[] = [];
  for (let p = 0; p < Math.min(lathund.persons, MOST_ROWS); p++) {
    const key = lathund.key(p);
    rows.push({
      key,
      cells: [
        { value: shownPerson(key) },
        { value: lathund.actualisations[p]! },
        { value: lathund.first[p]! },
        { value: lathund.last[p]! },
        { value: lathund.months[p]! },
        { value: words.group(lathund.groups[lathund.group[p]!]!.key) },
        ...(chosen ? [{ value: chosen.has(p) ? '✓' : '' }] : []),
      ],
    });
  }
  const table: DocumentTable = {
    kind: 'table',
    id: 'persons',
    title: words.persons.title,
    columns: [
      { key: 'person', header: columns.person, format: 'text', width: 18 },
      { key: 'actualisations', header: columns.actualisations, format: 'integer', width: 20 },
      { key: 'first', header: columns.first, format: 'date', width: 23 },
      { key: 'last', header: columns.last, format: 'date', width: 23 },
      {
        key: 'months',
        header: columns.months,
        format: settings.months === 'average' ? 'decimal-1' : 'integer',
        width: 18,
      },
      { key: 'group', header: columns.group, format: 'text', width: 16 },
      ...(chosen
        ? [
            {
              key: 'selected',
              header: words.selection.title,
              format: 'text',
              width: 26,
            } satisfies DocumentColumn,
          ]
        : []),
    ],
    rows,
    notes: [words.persons.months[settings.months]],
  };
  return { id: 'persons', name: words.sheets.persons, blocks: [table] };
}

/** A person's key as people see it: twelve digits are read more easily as YYYYMMDD-NNNN. */
export function shownPerson(key: string): string {
  return /^\d{12}$/.test(key) ? `${key.slice(0, 8)}-${key.slice(8)}` : key;
}
