/** A workbook put together as a file: sheets with their tables and charts, and the parts that bind them. */
import { storedFormula } from '../formula-text.ts';
import type { HyperlinkData, NameData, SheetData, TableData, WorkbookData } from '../workbook-data.ts';
import { chartPart } from './chart-part.ts';
import { drawingPart } from './drawing-part.ts';
import { printNames } from './page-elements.ts';
import { appPart, corePart, customPropertiesPart } from './properties-part.ts';
import { SharedStrings } from './shared-strings.ts';
import { sheetPart } from './sheet-part.ts';
import { LentLooks, stylesPart } from './styles-part.ts';
import { tablePart } from './table-part.ts';
import { themePart } from './theme-part.ts';
import { given, when, XML_START, xmlAttribute, xmlText } from './xml.ts';
import { ZipPackage } from './zip-package.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const RELATIONSHIPS = `${OFFICE}/relationships`;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isOutside?: boolean;
}

/**
 * The bytes of an .xlsx file. The same workbook gives the same bytes, everywhere and always: there is no clock.
 *
 * It works without pause (a second for 100,000 rows): in a page, call it in a worker.
 */
export function writeXlsx(workbook: WorkbookData): Uint8Array {
  return new WorkbookPackage(workbook).pack();
}

class WorkbookPackage {
  private readonly workbook: WorkbookData;
  private readonly zip = new ZipPackage();
  private readonly strings = new SharedStrings();
  private readonly lent = new LentLooks();
  private readonly contentTypes: { readonly part: string; readonly type: string }[] = [];
  private readonly sheets: SheetData[] = [];
  private tables = 0;
  private charts = 0;
  private drawings = 0;
  private properties = 0;
  private hasSpills = false;

  constructor(workbook: WorkbookData) {
    this.workbook = workbook;
  }

  pack(): Uint8Array {
    const { workbook } = this;
    this.addProperties();
    const tableStyles = workbook.tableStyles.map((style) => this.lent.tableStyle(style));
    for (const sheet of workbook.sheets) this.addSheet(sheet);
    this.add('xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`, this.strings.part());
    this.add('xl/styles.xml', `${SPREADSHEET}.styles+xml`, [stylesPart(workbook, this.lent, tableStyles)]);
    this.add('xl/theme/theme1.xml', `${OFFICE_TYPE}.theme+xml`, [themePart(workbook.theme)]);
    if (this.hasSpills) this.add('xl/metadata.xml', `${SPREADSHEET}.sheetMetadata+xml`, [SPILL_METADATA]);
    this.addWorkbook();
    this.zip.add('[Content_Types].xml', [contentTypesPart(this.contentTypes)]);
    return this.zip.finish();
  }

  private add(part: string, type: string, pieces: Iterable<string>): void {
    this.zip.add(part, pieces);
    this.contentTypes.push({ part, type });
  }

  private addRelations(path: string, relations: readonly Relation[]): void {
    if (relations.length === 0) return;
    const entries = relations.map(
      ({ id, type, target, isOutside = false }) =>
        `<Relationship Id="${id}" Type="${type}" Target="${xmlAttribute(target)}"${when(isOutside, 'TargetMode="External"')}/>`,
    );
    this.zip.add(path, [
      `${XML_START}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`,
    ]);
  }

  private addProperties(): void {
    const { properties } = this.workbook;
    const { custom = [] } = properties;
    const own = { id: 'custom', type: `${RELATIONSHIPS}/custom-properties`, target: 'docProps/custom.xml' };
    this.addRelations('_rels/.rels', [
      { id: 'workbook', type: `${RELATIONSHIPS}/officeDocument`, target: 'xl/workbook.xml' },
      { id: 'core', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      { id: 'app', type: `${RELATIONSHIPS}/extended-properties`, target: 'docProps/app.xml' },
      ...(custom.length > 0 ? [own] : []),
    ]);
    const core = 'application/vnd.openxmlformats-package.core-properties+xml';
    this.add('docProps/core.xml', core, [corePart(properties)]);
    this.add('docProps/app.xml', `${OFFICE_TYPE}.extended-properties+xml`, [appPart(properties)]);
    if (custom.length === 0) return;
    this.add(own.target, `${OFFICE_TYPE}.custom-properties+xml`, [customPropertiesPart(custom)]);
  }

  private addSheet(sheet: SheetData): void {
    const isActive = this.sheets.length === this.workbook.activeSheet;
    this.sheets.push(sheet);
    const number = String(this.sheets.length);
    const links = outwardLinks(sheet);
    const pieces = sheetPart(sheet, {
      isActive,
      strings: this.strings,
      lent: this.lent,
      links: new Map(links.map(({ link, id }) => [link, id])),
      noteSpill: () => {
        this.hasSpills = true;
      },
    });
    this.add(`xl/worksheets/sheet${number}.xml`, `${SPREADSHEET}.worksheet+xml`, pieces);
    this.addRelations(`xl/worksheets/_rels/sheet${number}.xml.rels`, [
      ...this.addDrawing(sheet),
      ...this.addTables(sheet.tables),
      ...this.addSheetProperties(sheet),
      ...links.map(({ id, target }) => ({
        id,
        type: `${RELATIONSHIPS}/hyperlink`,
        target,
        isOutside: true,
      })),
    ]);
  }

  private addTables(tables: readonly TableData[]): Relation[] {
    return tables.map((table, i) => {
      const file = `table${String(++this.tables)}.xml`;
      this.add(`xl/tables/${file}`, `${SPREADSHEET}.table+xml`, [tablePart(table, this.tables)]);
      return { id: `table${String(i + 1)}`, type: `${RELATIONSHIPS}/table`, target: `../tables/${file}` };
    });
  }

  private addDrawing({ charts }: SheetData): Relation[] {
    if (charts.length === 0) return [];
    const file = `drawing${String(++this.drawings)}.xml`;
    const relations = charts.map((chart, i): Relation => {
      const chartFile = `chart${String(++this.charts)}.xml`;
      this.add(`xl/charts/${chartFile}`, `${OFFICE_TYPE}.drawingml.chart+xml`, [chartPart(chart)]);
      return {
        id: `chart${String(i + 1)}`,
        type: `${RELATIONSHIPS}/chart`,
        target: `../charts/${chartFile}`,
      };
    });
    this.add(`xl/drawings/${file}`, `${OFFICE_TYPE}.drawing+xml`, [drawingPart(charts)]);
    this.addRelations(`xl/drawings/_rels/${file}.rels`, relations);
    return [{ id: 'drawing', type: `${RELATIONSHIPS}/drawing`, target: `../drawings/${file}` }];
  }

  /** A sheet's own properties stand each in a part of UTF-16 text. */
  private addSheetProperties({ customProperties }: SheetData): Relation[] {
    return customProperties.map(({ value }, i) => {
      const file = `customProperty${String(++this.properties)}.bin`;
      this.zip.addBytes(`xl/${file}`, utf16(value));
      this.contentTypes.push({ part: `xl/${file}`, type: `${SPREADSHEET}.customProperty` });
      return {
        id: `property${String(i + 1)}`,
        type: `${RELATIONSHIPS}/customProperty`,
        target: `../${file}`,
      };
    });
  }

  private addWorkbook(): void {
    this.add('xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`, [workbookPart(this.workbook, this.sheets)]);
    const metadata = { id: 'metadata', type: `${RELATIONSHIPS}/sheetMetadata`, target: 'metadata.xml' };
    this.addRelations('xl/_rels/workbook.xml.rels', [
      ...this.sheets.map((_, i) => ({
        id: `sheet${String(i + 1)}`,
        type: `${RELATIONSHIPS}/worksheet`,
        target: `worksheets/sheet${String(i + 1)}.xml`,
      })),
      { id: 'strings', type: `${RELATIONSHIPS}/sharedStrings`, target: 'sharedStrings.xml' },
      { id: 'styles', type: `${RELATIONSHIPS}/styles`, target: 'styles.xml' },
      { id: 'theme', type: `${RELATIONSHIPS}/theme`, target: 'theme/theme1.xml' },
      ...(this.hasSpills ? [metadata] : []),
      ...this.addCustomXml(),
    ]);
  }

  private addCustomXml(): Relation[] {
    return this.workbook.customXml.map(({ id, xml }, i) => {
      const number = String(i + 1);
      this.zip.add(`customXml/item${number}.xml`, [xml]);
      this.add(`customXml/itemProps${number}.xml`, `${OFFICE_TYPE}.customXmlProperties+xml`, [
        `${XML_START}<ds:datastoreItem xmlns:ds="${OFFICE}/customXml" ds:itemID="${xmlAttribute(id)}"/>`,
      ]);
      this.addRelations(`customXml/_rels/item${number}.xml.rels`, [
        { id: 'props', type: `${RELATIONSHIPS}/customXmlProps`, target: `itemProps${number}.xml` },
      ]);
      const target = `../customXml/item${number}.xml`;
      return { id: `customXml${number}`, type: `${RELATIONSHIPS}/customXml`, target };
    });
  }
}

interface OutwardLink {
  readonly link: HyperlinkData;
  readonly id: string;
  readonly target: string;
}

function outwardLinks({ hyperlinks }: SheetData): OutwardLink[] {
  return hyperlinks.flatMap((link, i) =>
    link.address === null ? [] : { link, id: `link${String(i + 1)}`, target: link.address },
  );
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 0xff;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

const VISIBILITIES = {
  visible: '',
  hidden: ' state="hidden"',
  'very-hidden': ' state="veryHidden"',
} as const;

function workbookPart(workbook: WorkbookData, written: readonly SheetData[]): string {
  const { activeSheet, dateSystem, isStructureProtected } = workbook;
  const sheets = written.map(
    ({ name, visibility }, i) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${String(i + 1)}"${VISIBILITIES[visibility]} r:id="sheet${String(i + 1)}"/>`,
  );
  const names = [
    ...workbook.names.map(definedName),
    ...written.flatMap(({ name, page }, sheet) =>
      printNames(name, page).map((print) => definedName({ ...print, sheet, comment: '', visible: true })),
    ),
  ];
  return (
    `${XML_START}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}">` +
    `<workbookPr${when(dateSystem === 1904, 'date1904="1"')}/>` +
    (isStructureProtected ? '<workbookProtection lockStructure="1"/>' : '') +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000" tabRatio="800"${when(activeSheet > 0, `activeTab="${String(activeSheet)}"`)}/></bookViews>` +
    `<sheets>${sheets.join('')}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '') +
    '</workbook>'
  );
}

function definedName({ name, sheet, formula, comment, visible }: NameData): string {
  return (
    `<definedName name="${xmlAttribute(name)}"${given('comment', comment === '' ? null : comment)}` +
    `${when(sheet !== null, `localSheetId="${String(sheet)}"`)}${when(!visible, 'hidden="1"')}>${xmlText(storedFormula(formula))}</definedName>`
  );
}

/** What tells Excel that an array formula fills the cells that it needs, and is no array of the old kind. */
const SPILL_METADATA =
  `${XML_START}<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

function contentTypesPart(parts: readonly { readonly part: string; readonly type: string }[]): string {
  const overrides = parts.map(({ part, type }) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return (
    `${XML_START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}
