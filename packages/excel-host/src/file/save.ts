/** A workbook as an .xlsx file: cells, looks, tables, charts, rules, names and what travels with them. */
import { strToU8, zipSync } from 'fflate';
import { absoluteAddress, areaAddress, quotedSheetName } from '../model/address.ts';
import type { Chart } from '../model/chart.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Table } from '../model/table.ts';
import type { Workbook } from '../model/workbook.ts';
import { chartPart } from './write-chart.ts';
import { sheetPart } from './write-sheet.ts';
import { counted, stylesPart } from './write-styles.ts';
import { escapeXml } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const RELATIONS = `${OFFICE}/relationships`;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument';
const EMU_PER_POINT = 12_700;

/** Formulas are brought up to date first; an add-in's function that has not answered is saved as #N/A. */
export function saveWorkbook(workbook: Workbook): Uint8Array {
  workbook.settle();
  const saved = new Package();
  const sheets = workbook.sheets.map((sheet, i) => addSheet(saved, sheet, i + 1));
  saved.add('xl/styles.xml', `${SHEET_TYPE}.styles+xml`, stylesPart(workbook));
  const relations: Relation[] = sheets.map((target, i) => ({
    id: `sheet${String(i + 1)}`,
    type: 'worksheet',
    target,
  }));
  saved.relate('xl/workbook.xml', [
    ...relations,
    { id: 'styles', type: 'styles', target: 'styles.xml' },
    ...customXml(saved, workbook),
  ]);
  saved.add('xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`, workbookPart(workbook));
  saved.relate('', [{ id: 'workbook', type: 'officeDocument', target: 'xl/workbook.xml' }]);
  return saved.finish();
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

class Package {
  private readonly files: Record<string, Uint8Array> = {};
  private readonly types: string[] = [];
  private readonly counts = new Map<string, number>();

  /** Numbers parts of a kind from 1 on. */
  next(kind: string): string {
    const number = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, number);
    return String(number);
  }

  add(path: string, type: string, xml: string): void {
    this.files[path] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
    this.types.push(`<Override PartName="/${path}" ContentType="${type}"/>`);
  }

  addBytes(path: string, type: string, bytes: Uint8Array): void {
    this.files[path] = bytes;
    this.types.push(`<Override PartName="/${path}" ContentType="${type}"/>`);
  }

  relate(path: string, relations: readonly Relation[]): void {
    if (relations.length === 0) return;
    const at = path.lastIndexOf('/') + 1;
    const entries = relations.map(
      ({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    );
    this.files[`${path.slice(0, at)}_rels/${path.slice(at)}.rels`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`,
    );
  }

  finish(): Uint8Array {
    const types =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${this.types.join('')}</Types>`;
    // No clock: the same workbook gives the same bytes.
    return zipSync(
      { '[Content_Types].xml': strToU8(types), ...this.files },
      { level: 6, mtime: new Date(1980, 0, 1) },
    );
  }
}

/** Gives the part's path as the workbook's relation names it. */
function addSheet(saved: Package, sheet: Sheet, number: number): string {
  const path = `xl/worksheets/sheet${String(number)}.xml`;
  const relations: Relation[] = [];
  const tables = sheet.tables.map((table) => {
    const id = saved.next('table');
    saved.add(`xl/tables/table${id}.xml`, `${SHEET_TYPE}.table+xml`, tablePart(table, id));
    relations.push({ id: `table${id}`, type: 'table', target: `../tables/table${id}.xml` });
    return `table${id}`;
  });
  const properties = [...sheet.customProperties].map(([name, text]) => {
    const id = saved.next('property');
    saved.addBytes(`xl/customProperty${id}.bin`, `${SHEET_TYPE}.customProperty`, utf16(text));
    relations.push({ id: `property${id}`, type: 'customProperty', target: `../customProperty${id}.bin` });
    return { id: `property${id}`, name };
  });
  const drawing = sheet.charts.length > 0 ? addDrawing(saved, sheet.charts) : null;
  if (drawing !== null) relations.push({ id: 'drawing', type: 'drawing', target: `../drawings/${drawing}` });
  const isActive = sheet.workbook.activeSheet === sheet;
  const xml = [
    ...sheetPart(sheet, isActive, { tables, properties, drawing: drawing === null ? null : 'drawing' }),
  ].join('');
  saved.add(path, `${SHEET_TYPE}.worksheet+xml`, xml);
  saved.relate(path, relations);
  return `worksheets/sheet${String(number)}.xml`;
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 0xff;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

function tablePart(table: Table, id: string): string {
  const ref = areaAddress(table.area);
  const filtered = { ...table.area, rowCount: table.area.rowCount - Number(table.showTotals) };
  const columns = table.columns.map(
    ({ name }, i) =>
      `<tableColumn id="${String(i + 1)}" name="${escapeXml(name).replaceAll('\n', '_x000a_')}"/>`,
  );
  const on = (isSet: boolean) => (isSet ? '1' : '0');
  return (
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${escapeXml(table.name)}" displayName="${escapeXml(table.name)}" ref="${ref}"` +
    `${table.showHeaders ? '' : ' headerRowCount="0"'}${table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}>` +
    (table.showHeaders && table.showFilterButton ? `<autoFilter ref="${areaAddress(filtered)}"/>` : '') +
    counted('tableColumns', columns) +
    `<tableStyleInfo${table.style === '' ? '' : ` name="${escapeXml(table.style)}"`} showFirstColumn="${on(table.highlightFirstColumn)}" showLastColumn="${on(table.highlightLastColumn)}" ` +
    `showRowStripes="${on(table.showBandedRows)}" showColumnStripes="${on(table.showBandedColumns)}"/></table>`
  );
}

/** Gives the drawing's file name. */
function addDrawing(saved: Package, charts: readonly Chart[]): string {
  const name = `drawing${saved.next('drawing')}.xml`;
  const relations: Relation[] = [];
  const anchors = charts.map((chart, i) => {
    const id = saved.next('chart');
    saved.add(`xl/charts/chart${id}.xml`, `${DRAWING_TYPE}.drawingml.chart+xml`, chartPart(chart));
    relations.push({ id: `chart${id}`, type: 'chart', target: `../charts/chart${id}.xml` });
    return anchor(chart, i + 2, `chart${id}`);
  });
  saved.add(
    `xl/drawings/${name}`,
    `${DRAWING_TYPE}.drawing+xml`,
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors.join('')}</xdr:wsDr>`,
  );
  saved.relate(`xl/drawings/${name}`, relations);
  return name;
}

function anchor({ name, left, top, width, height }: Chart, number: number, relation: string): string {
  const emu = (points: number) => String(Math.round(points * EMU_PER_POINT));
  return (
    `<xdr:absoluteAnchor><xdr:pos x="${emu(left)}" y="${emu(top)}"/><xdr:ext cx="${emu(width)}" cy="${emu(height)}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${String(number)}" name="${escapeXml(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${RELATIONS}" r:id="${relation}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor>'
  );
}

function workbookPart(workbook: Workbook): string {
  const sheets = workbook.sheets.map(({ name, visibility }, i) => {
    const state =
      visibility === 'Visible' ? '' : ` state="${visibility === 'Hidden' ? 'hidden' : 'veryHidden'}"`;
    return `<sheet name="${escapeXml(name)}" sheetId="${String(i + 1)}"${state} r:id="sheet${String(i + 1)}"/>`;
  });
  const names = [...definedNames(workbook)];
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}">` +
    `<bookViews><workbookView activeTab="${String(workbook.sheets.indexOf(workbook.activeSheet))}"/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
  );
}

function* definedNames(workbook: Workbook): Generator<string> {
  for (const { name, formula, visible } of workbook.names) {
    yield `<definedName name="${escapeXml(name)}"${visible ? '' : ' hidden="1"'}>${escapeXml(formula.slice(1))}</definedName>`;
  }
  for (const [i, sheet] of workbook.sheets.entries()) {
    const local = ` localSheetId="${String(i)}"`;
    for (const { name, formula } of sheet.names) {
      yield `<definedName name="${escapeXml(name)}"${local}>${escapeXml(formula.slice(1))}</definedName>`;
    }
    const { titleRows, titleColumns, printAreas } = sheet.pageLayout;
    const cells = (areas: readonly (typeof titleRows)[]) =>
      areas
        .flatMap((area) => (area ? `${quotedSheetName(sheet.name)}!${absoluteAddress(area)}` : []))
        .join(',');
    const titles = cells([titleColumns, titleRows]);
    if (printAreas.length > 0)
      yield `<definedName name="_xlnm.Print_Area"${local}>${escapeXml(cells(printAreas))}</definedName>`;
    if (titles !== '')
      yield `<definedName name="_xlnm.Print_Titles"${local}>${escapeXml(titles)}</definedName>`;
  }
}

function customXml(saved: Package, { customXmlParts }: Workbook): Relation[] {
  return customXmlParts.map(({ id, xml }, i) => {
    const number = String(i + 1);
    saved.addBytes(`customXml/item${number}.xml`, 'application/xml', strToU8(xml));
    saved.add(
      `customXml/itemProps${number}.xml`,
      'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      `<ds:datastoreItem xmlns:ds="${OFFICE}/customXml" ds:itemID="${escapeXml(id)}"/>`,
    );
    saved.relate(`customXml/item${number}.xml`, [
      { id: 'props', type: 'customXmlProps', target: `itemProps${number}.xml` },
    ]);
    return { id: `customXml${number}`, type: 'customXml', target: `../customXml/item${number}.xml` };
  });
}
