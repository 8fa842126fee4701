/** One sheet as the part of an .xlsx file. */
import { areaAddress, cellAddress, columnLetters } from '../model/address.ts';
import { lastRow } from '../model/area.ts';
import { isError, type CellValue } from '../model/cell-value.ts';
import type { PageLayout } from '../model/page-layout.ts';
import type { Sheet } from '../model/sheet.ts';
import { validationType, type BasicRule, type ValidatedArea } from '../model/validation.ts';
import { counted } from './write-styles.ts';
import { escapeXml } from './xml.ts';

/** Relations that the sheet's part names by id. */
export interface SheetRelations {
  readonly drawing: string | null;
  readonly tables: readonly string[];
  readonly properties: readonly { readonly id: string; readonly name: string }[];
}

export function* sheetPart(sheet: Sheet, isActive: boolean, relations: SheetRelations): Generator<string> {
  yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';
  const { zoom } = sheet.pageLayout;
  const fits = zoom.scale === undefined;
  const tab = sheet.tabColor === '' ? '' : `<tabColor rgb="FF${sheet.tabColor.slice(1)}"/>`;
  yield `<sheetPr>${tab}${fits ? '<pageSetUpPr fitToPage="1"/>' : ''}</sheetPr>`;
  yield views(sheet, isActive);
  yield '<sheetFormatPr defaultRowHeight="15"/>';
  yield columns(sheet);
  yield '<sheetData>';
  yield* rows(sheet);
  yield '</sheetData>';
  if (sheet.protection) yield '<sheetProtection sheet="1" objects="1" scenarios="1"/>';
  if (sheet.filter) yield `<autoFilter ref="${areaAddress(sheet.filter.area)}"/>`;
  if (sheet.merges.length > 0) {
    yield counted(
      'mergeCells',
      sheet.merges.map((merge) => `<mergeCell ref="${areaAddress(merge)}"/>`),
    );
  }
  if (sheet.validations.length > 0) yield counted('dataValidations', sheet.validations.map(validation));
  yield* page(sheet.pageLayout);
  if (relations.properties.length > 0) {
    const properties = relations.properties.map(
      ({ id, name }) => `<customPr name="${escapeXml(name)}" r:id="${id}"/>`,
    );
    yield `<customProperties>${properties.join('')}</customProperties>`;
  }
  if (relations.drawing !== null) yield `<drawing r:id="${relations.drawing}"/>`;
  if (relations.tables.length > 0)
    yield counted(
      'tableParts',
      relations.tables.map((id) => `<tablePart r:id="${id}"/>`),
    );
  yield '</worksheet>';
}

function views({ frozen, showGridlines, showHeadings }: Sheet, isActive: boolean): string {
  const { rows: down, columns: right } = frozen;
  const split =
    (right > 0 ? ` xSplit="${String(right)}"` : '') +
    (down > 0 ? ` ySplit="${String(down)}"` : '') +
    ` topLeftCell="${cellAddress(down, right)}" activePane="${down > 0 ? 'bottom' : 'top'}${right > 0 ? 'Right' : 'Left'}"`;
  const pane = down === 0 && right === 0 ? '' : `<pane${split} state="frozen"/>`;
  return (
    `<sheetViews><sheetView workbookViewId="0"${isActive ? ' tabSelected="1"' : ''}` +
    `${showGridlines ? '' : ' showGridLines="0"'}${showHeadings ? '' : ' showRowColHeaders="0"'}>${pane}</sheetView></sheetViews>`
  );
}

/** Points as characters of Calibri 11. */
function characters(points: number): string {
  return Math.max(0, (points - 3.75) / 5.25 + 5 / 7).toFixed(2);
}

function columns(sheet: Sheet): string {
  const lines = [...sheet.columns].sort(([a], [b]) => a - b);
  const entries = lines.map(([index, { size, hidden, style }]) => {
    const number = String(index + 1);
    const look = style === undefined ? '' : ` style="${String(style)}"`;
    return `<col min="${number}" max="${number}" width="${characters(size ?? sheet.standardWidth)}" customWidth="1"${hidden ? ' hidden="1"' : ''}${look}/>`;
  });
  return entries.length > 0 ? `<cols>${entries.join('')}</cols>` : '';
}

function* rows(sheet: Sheet): Generator<string> {
  const used = sheet.usedArea(false);
  const filled = new Set<number>(sheet.rows.keys());
  const last = Math.max(used ? lastRow(used) : -1, ...filled);
  for (let row = 0; row <= last; row++) {
    const line = sheet.rows.get(row);
    const cells: string[] = [];
    for (let c = 0; used && row >= used.row && c < used.columnCount; c++)
      cells.push(cell(sheet, row, used.column + c));
    const inside = cells.join('');
    if (inside === '' && !line) continue;
    const height = line?.size === undefined ? '' : ` ht="${String(line.size)}" customHeight="1"`;
    const look = line?.style === undefined ? '' : ` s="${String(line.style)}" customFormat="1"`;
    yield `<row r="${String(row + 1)}"${height}${look}${line?.hidden ? ' hidden="1"' : ''}>${inside}</row>`;
  }
}

function cell(sheet: Sheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  const formula = sheet.cells.formula(row, column);
  const style = sheet.cells.style(row, column);
  if (value === null && formula === null && style === 0) return '';
  const start = `<c r="${columnLetters(column)}${String(row + 1)}"${style === 0 ? '' : ` s="${String(style)}"`}`;
  const f = formula === null ? '' : `<f>${escapeXml(formula.slice(1))}</f>`;
  if (typeof value === 'string' && formula === null) {
    return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  }
  const [type, text] = held(value);
  return `${start}${type}>${f}${text === null ? '' : `<v>${text}</v>`}</c>`;
}

function held(value: CellValue): readonly [type: string, text: string | null] {
  if (value === null) return ['', null];
  if (isError(value)) return [' t="e"', escapeXml(value.error === '#BUSY!' ? '#N/A' : value.error)];
  if (typeof value === 'boolean') return [' t="b"', value ? '1' : '0'];
  return typeof value === 'number' ? ['', String(value)] : [' t="str"', escapeXml(value)];
}

function validation({ area, validation: { rule, ignoreBlanks, errorAlert, prompt } }: ValidatedArea): string {
  const type = validationType(rule);
  const basic: BasicRule | undefined =
    rule.wholeNumber ?? rule.decimal ?? rule.date ?? rule.time ?? rule.textLength;
  const first = rule.list ? listSource(rule.list.source) : (rule.custom?.formula ?? basic?.formula1 ?? '');
  const operator = basic ? ` operator="${operatorName(basic.operator)}"` : '';
  const formula = (name: string, given: string | number) =>
    `<${name}>${escapeXml(String(given).replace(/^=/, ''))}</${name}>`;
  return (
    `<dataValidation type="${type === 'WholeNumber' ? 'whole' : type.charAt(0).toLowerCase() + type.slice(1)}"${operator}` +
    ` allowBlank="${ignoreBlanks ? '1' : '0'}" showInputMessage="${prompt.showPrompt ? '1' : '0'}" showErrorMessage="${errorAlert.showAlert ? '1' : '0'}"` +
    ` errorStyle="${errorAlert.style.toLowerCase()}" errorTitle="${escapeXml(errorAlert.title)}" error="${escapeXml(errorAlert.message)}"` +
    ` promptTitle="${escapeXml(prompt.title)}" prompt="${escapeXml(prompt.message)}"` +
    `${rule.list && !rule.list.inCellDropDown ? ' showDropDown="1"' : ''} sqref="${areaAddress(area)}">` +
    `${formula('formula1', first)}${basic?.formula2 === undefined ? '' : formula('formula2', basic.formula2)}</dataValidation>`
  );
}

function listSource(source: string): string {
  return source.startsWith('=') ? source : `"${source.replaceAll('"', '""')}"`;
}

function operatorName(operator: BasicRule['operator']): string {
  const name = operator.charAt(0).toLowerCase() + operator.slice(1);
  return name === 'equalTo' ? 'equal' : name === 'notEqualTo' ? 'notEqual' : name.replace(/To$/, '');
}

const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };

function* page(layout: PageLayout): Generator<string> {
  const inches = (points: number) => (points / 72).toFixed(4);
  const {
    centerHorizontally: across,
    centerVertically: down,
    printGridlines: lines,
    printHeadings: heads,
  } = layout;
  if (across || down || lines || heads) {
    const on = (name: string, isSet: boolean) => (isSet ? ` ${name}="1"` : '');
    yield `<printOptions${on('horizontalCentered', across)}${on('verticalCentered', down)}${on('headings', heads)}${on('gridLines', lines)}/>`;
  }
  yield (
    `<pageMargins left="${inches(layout.leftMargin)}" right="${inches(layout.rightMargin)}" top="${inches(layout.topMargin)}" ` +
    `bottom="${inches(layout.bottomMargin)}" header="${inches(layout.headerMargin)}" footer="${inches(layout.footerMargin)}"/>`
  );
  const { scale, horizontalFitToPages = 0, verticalFitToPages = 0 } = layout.zoom;
  const size =
    scale === undefined
      ? ` fitToWidth="${String(horizontalFitToPages)}" fitToHeight="${String(verticalFitToPages)}"`
      : ` scale="${String(scale)}"`;
  yield `<pageSetup paperSize="${String(PAPERS[layout.paperSize] ?? 9)}"${size} orientation="${layout.orientation.toLowerCase()}"/>`;
  const { leftHeader, centerHeader, rightHeader, leftFooter, centerFooter, rightFooter } =
    layout.headersFooters.defaultForAllPages;
  const sides = (left: string, center: string, right: string) =>
    escapeXml((left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`));
  const header = sides(leftHeader, centerHeader, rightHeader);
  const footer = sides(leftFooter, centerFooter, rightFooter);
  if (header || footer)
    yield `<headerFooter><oddHeader>${header}</oddHeader><oddFooter>${footer}</oddFooter></headerFooter>`;
}
