/** A native Excel table (ECMA-376, part 1, 18.5): its range, its columns' names and its look. */
import { rangeName } from '../address.ts';
import type { FilterCriterion, FilterData, TableColumnData, TableData } from '../workbook-data.ts';
import { counted, given, one, when, XML_START, xmlAttribute, xmlText } from './xml.ts';

export function tablePart(table: TableData, number: number): string {
  const name = xmlAttribute(table.name);
  const columns = table.columns.map((column, c) => columnElement(column, table, c + 1));
  return (
    `${XML_START}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${String(number)}" ` +
    `name="${name}" displayName="${name}" ref="${rangeName(table.range)}"${when(!table.hasHeader, 'headerRowCount="0"')} ` +
    `${table.hasTotals ? 'totalsRowCount="1"' : 'totalsRowShown="0"'}>` +
    (table.filter && table.hasHeader ? filterElement(table.filter) : '') +
    counted('tableColumns', columns) +
    `<tableStyleInfo${given('name', table.style)} showFirstColumn="${one(table.firstColumn)}" showLastColumn="${one(table.lastColumn)}" ` +
    `showRowStripes="${one(table.bandedRows)}" showColumnStripes="${one(table.bandedColumns)}"/></table>`
  );
}

/** A sum over its column is known to Excel by a name of its own. */
function columnElement({ name, total }: TableColumnData, table: TableData, id: number): string {
  const start = `<tableColumn id="${String(id)}" name="${xmlAttribute(name)}"`;
  if (!total || !table.hasTotals) return `${start}/>`;
  if ('label' in total) return `${start} totalsRowLabel="${xmlAttribute(total.label)}"/>`;
  if (/^SUBTOTAL\(109,[^()]*\[[^()]*\]\)$/i.test(total.formula)) return `${start} totalsRowFunction="sum"/>`;
  return `${start} totalsRowFunction="custom"><totalsRowFormula>${xmlText(total.formula)}</totalsRowFormula></tableColumn>`;
}

export function filterElement({ range, criteria }: FilterData): string {
  const start = `<autoFilter ref="${rangeName(range)}"`;
  return criteria.length === 0 ? `${start}/>` : `${start}>${criteria.map(criterion).join('')}</autoFilter>`;
}

const OPERATORS = {
  '=': 'equal',
  '<>': 'notEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
} as const;

function criterion({ column, shows }: FilterCriterion): string {
  const inside =
    'texts' in shows
      ? `<filters>${shows.texts.map((text) => `<filter val="${xmlAttribute(text)}"/>`).join('')}</filters>`
      : `<customFilters${when(shows.both, 'and="1"')}>${shows.comparisons
          .map(
            ({ operator, value }) =>
              `<customFilter operator="${OPERATORS[operator]}" val="${xmlAttribute(value)}"/>`,
          )
          .join('')}</customFilters>`;
  return `<filterColumn colId="${String(column)}">${inside}</filterColumn>`;
}
