/**
 * The tables of the shown view as a CSV file: figures as they are shown, through protection, without separators of
 * thousands, so that a spreadsheet reads them as numbers. Semicolons and decimal commas in Swedish, as Swedish Excel has.
 */
import {
  formatCell,
  type DocumentCell,
  type DocumentTable,
  type Language,
  type NumberFormat,
} from 'isu-core';
import type { Report } from '../analysis/report.ts';
import { timelinesTable } from '../views/timelines-view.ts';
import type { ViewName } from '../views/view.ts';
import { viewWords } from '../words/view-words.ts';

export interface TableFile {
  readonly content: string;
  /** With its ending. */
  readonly name: string;
  readonly description: string;
}

/** Null where the view has no table of these fields. */
export function tableFile(report: Report, view: ViewName): TableFile | null {
  const tables = tablesOf(report, view);
  if (tables.length === 0) return null;
  const { language, marking, notices } = report;
  const { views } = viewWords(language);
  const lines = [
    ...(marking === null ? [] : [[marking], []]),
    ...tables.flatMap((table, at) => [...(at === 0 ? [] : [[]]), ...linesOf(table, language)]),
    ...notices.map((notice) => [notice]),
  ];
  const separator = language === 'sv' ? ';' : ',';
  const rows = lines.map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator));
  return {
    content: `\ufeff${rows.join('\r\n')}\r\n`,
    name: `isu-lathund-${fileName(views[view])}.csv`,
    description: views[view],
  };
}

function tablesOf(report: Report, view: ViewName): readonly DocumentTable[] {
  switch (view) {
    case 'groups':
      return report.groups.ok ? report.groups.value.tables : [];
    case 'profile':
      return report.profile.ok ? [report.profile.value.table] : [];
    case 'concentration':
      return report.concentration.ok ? [report.concentration.value.table] : [];
    case 'timelines':
      return report.timelines.ok ? [timelinesTable(report.timelines.value, viewWords(report.language))] : [];
    case 'returns':
      return report.returns.ok ? report.returns.value.tables : [];
    case 'years':
      return report.years.ok ? [report.years.value.table] : [];
  }
}

function linesOf({ title, columns, rows, notes }: DocumentTable, language: Language): readonly string[][] {
  return [
    [inert(title)],
    columns.map(({ header }) => inert(header)),
    ...rows.map(({ cells }) => cells.map((cell, at) => textOf(cell, columns[at]!.format, language))),
    ...notes.map((note) => [inert(note)]),
  ];
}

function textOf(cell: DocumentCell, format: NumberFormat, language: Language): string {
  const text = formatCell(cell, format, language);
  if (typeof cell.value !== 'number') return inert(text);
  return language === 'sv' ? text.replace(/[\s\u00a0\u202f](?=\d)/g, '') : text.replace(/,(?=\d)/g, '');
}

/** A text that a spreadsheet would take for a formula stays a text. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function fileName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[åä]/g, 'a')
    .replaceAll('ö', 'o')
    .replaceAll(/[^a-z0-9]+/g, '-');
}
