/** Tables and filters. */
import { rangeAt } from '../address.ts';
import type {
  FilterComparison,
  FilterCriterion,
  FilterData,
  TableColumnData,
  TableData,
} from '../workbook-data.ts';
import { child, childrenOf, isOn, parseXml, valueOf, type XmlNode } from './xml.ts';

/** `null` where the part names no cells. */
export function readTable(xml: string): TableData | null {
  const root = parseXml(xml);
  const { displayName = '', ref = '', headerRowCount, totalsRowCount } = root.attributes;
  const range = rangeAt(ref);
  if (!range) return null;
  const style = child(root, 'tableStyleInfo')?.attributes;
  return {
    name: displayName,
    range,
    columns: childrenOf(child(root, 'tableColumns'), 'tableColumn').map((node) =>
      columnOf(node, displayName),
    ),
    hasHeader: headerRowCount !== '0',
    hasTotals: totalsRowCount !== undefined && totalsRowCount !== '0',
    filter: readFilter(child(root, 'autoFilter')),
    style: style?.['name'] ?? null,
    bandedRows: isOn(style?.['showRowStripes']),
    bandedColumns: isOn(style?.['showColumnStripes']),
    firstColumn: isOn(style?.['showFirstColumn']),
    lastColumn: isOn(style?.['showLastColumn']),
  };
}

function columnOf(node: XmlNode, table: string): TableColumnData {
  const { name = '', totalsRowLabel, totalsRowFunction } = node.attributes;
  if (totalsRowLabel !== undefined) return { name, total: { label: totalsRowLabel } };
  if (totalsRowFunction === 'sum') return { name, total: { formula: `SUBTOTAL(109,${table}[${name}])` } };
  const formula = child(node, 'totalsRowFormula')?.text;
  return formula === undefined ? { name } : { name, total: { formula } };
}

export function readFilter(node: XmlNode | undefined): FilterData | null {
  const range = rangeAt(node?.attributes['ref'] ?? '');
  if (!node || !range) return null;
  return { range, criteria: childrenOf(node, 'filterColumn').flatMap((each) => criterionOf(each) ?? []) };
}

const OPERATORS: Readonly<Record<string, FilterComparison['operator']>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** `null` for criteria by colour, icon, the highest and the like, which are not kept. */
function criterionOf(node: XmlNode): FilterCriterion | null {
  const column = Number(node.attributes['colId'] ?? 0);
  const [texts, custom] = [child(node, 'filters'), child(node, 'customFilters')];
  if (texts) {
    return { column, shows: { texts: childrenOf(texts, 'filter').map((each) => valueOf(each) ?? '') } };
  }
  if (!custom) return null;
  const comparisons = childrenOf(custom, 'customFilter').map(
    ({ attributes: { operator = 'equal', val = '' } }) => ({
      operator: OPERATORS[operator] ?? '=',
      value: val,
    }),
  );
  return { column, shows: { comparisons, both: isOn(custom.attributes['and']) } };
}
