/** The parts of a workbook put together: sheets with their tables and charts, and the parts that bind them. */
import { chartPart } from './chart-part.ts';
import { drawingPart } from './drawing-part.ts';
import type { Styles } from './styles.ts';
import { pageTexts, type WorkbookProperties } from './page.ts';
import { SharedStrings } from './shared-strings.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { stylesPart } from './styles-part.ts';
import { tablePart } from './table-part.ts';
import { themePart } from './theme.ts';
import { worksheetPart } from './worksheet-part.ts';
import { quotedSheet, XML_START, xmlAttribute, xmlText } from './xml.ts';
import { ZipPackage } from './zip-package.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'application/vnd.openxmlformats-officedocument';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export function packWorkbook(
  plans: Iterable<SheetPlan>,
  styles: Styles,
  properties: WorkbookProperties,
): Uint8Array {
  return new WorkbookPackage(properties).pack(plans, styles);
}

class WorkbookPackage {
  private readonly zip = new ZipPackage();
  private readonly strings = new SharedStrings();
  private readonly properties: WorkbookProperties;
  private readonly contentTypes: { readonly part: string; readonly type: string }[] = [];
  private readonly sheets: { readonly name: string; readonly repeatedRow: number | null }[] = [];
  private tables = 0;
  private charts = 0;
  private drawings = 0;

  constructor(properties: WorkbookProperties) {
    this.properties = properties;
  }

  pack(plans: Iterable<SheetPlan>, styles: Styles): Uint8Array {
    this.addRelations('_rels/.rels', [
      { id: 'workbook', type: `${RELATIONSHIPS}/officeDocument`, target: 'xl/workbook.xml' },
      { id: 'core', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      { id: 'app', type: `${RELATIONSHIPS}/extended-properties`, target: 'docProps/app.xml' },
    ]);
    const { core, app } = propertyParts(this.properties);
    this.add('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml', [core]);
    this.add('docProps/app.xml', `${DRAWING}.extended-properties+xml`, [app]);
    for (const plan of plans) this.addSheet(plan);
    this.add('xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`, this.strings.part());
    this.add('xl/styles.xml', `${SPREADSHEET}.styles+xml`, [stylesPart(styles)]);
    this.add('xl/theme/theme1.xml', `${DRAWING}.theme+xml`, [themePart()]);
    this.addWorkbook();
    this.zip.add('[Content_Types].xml', [contentTypesPart(this.contentTypes)]);
    return this.zip.finish();
  }

  private add(part: string, type: string, pieces: Iterable<string>): void {
    this.zip.add(part, pieces);
    this.contentTypes.push({ part, type });
  }

  private addRelations(path: string, relations: readonly Relation[]): void {
    const entries = relations.map(
      ({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
    );
    this.zip.add(path, [
      `${XML_START}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`,
    ]);
  }

  private addSheet(plan: SheetPlan): void {
    const surroundings = { isFirst: this.sheets.length === 0, page: pageTexts(this.properties) };
    this.sheets.push({ name: plan.name, repeatedRow: plan.repeatedRow });
    const number = String(this.sheets.length);
    const pieces = worksheetPart(plan, this.strings, surroundings);
    this.add(`xl/worksheets/sheet${number}.xml`, `${SPREADSHEET}.worksheet+xml`, pieces);
    const relations = [...this.addDrawing(plan), ...this.addTables(plan)];
    if (relations.length > 0) this.addRelations(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations);
  }

  private addTables(plan: SheetPlan): Relation[] {
    return plan.tables().map((table, i) => {
      const file = `table${String(++this.tables)}.xml`;
      this.add(`xl/tables/${file}`, `${SPREADSHEET}.table+xml`, [tablePart(table, this.tables)]);
      return { id: `table${String(i + 1)}`, type: `${RELATIONSHIPS}/table`, target: `../tables/${file}` };
    });
  }

  private addDrawing({ charts, columnWidths }: SheetPlan): Relation[] {
    if (charts.length === 0) return [];
    const file = `drawing${String(++this.drawings)}.xml`;
    const relations = charts.map((chart, i): Relation => {
      const chartFile = `chart${String(++this.charts)}.xml`;
      const part = chartPart(chart, this.properties.language);
      this.add(`xl/charts/${chartFile}`, `${DRAWING}.drawingml.chart+xml`, [part]);
      return {
        id: `chart${String(i + 1)}`,
        type: `${RELATIONSHIPS}/chart`,
        target: `../charts/${chartFile}`,
      };
    });
    this.add(`xl/drawings/${file}`, `${DRAWING}.drawing+xml`, [drawingPart(charts, columnWidths)]);
    this.addRelations(`xl/drawings/_rels/${file}.rels`, relations);
    return [{ id: 'drawing', type: `${RELATIONSHIPS}/drawing`, target: `../drawings/${file}` }];
  }

  private addWorkbook(): void {
    const sheets = this.sheets.map(
      ({ name }, i) =>
        `<sheet name="${xmlAttribute(name)}" sheetId="${String(i + 1)}" r:id="sheet${String(i + 1)}"/>`,
    );
    const titles = this.sheets.flatMap(({ name, repeatedRow }, i) => {
      if (repeatedRow === null) return [];
      const row = `$${String(repeatedRow + 1)}`;
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${String(i)}">${xmlText(`${quotedSheet(name)}!${row}:${row}`)}</definedName>`;
    });
    this.add('xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`, [
      `${XML_START}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}">` +
        `<workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000" tabRatio="800"/></bookViews><sheets>${sheets.join('')}</sheets>` +
        (titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '') +
        '</workbook>',
    ]);
    this.addRelations('xl/_rels/workbook.xml.rels', [
      ...this.sheets.map((_, i) => ({
        id: `sheet${String(i + 1)}`,
        type: `${RELATIONSHIPS}/worksheet`,
        target: `worksheets/sheet${String(i + 1)}.xml`,
      })),
      { id: 'strings', type: `${RELATIONSHIPS}/sharedStrings`, target: 'sharedStrings.xml' },
      { id: 'styles', type: `${RELATIONSHIPS}/styles`, target: 'styles.xml' },
      { id: 'theme', type: `${RELATIONSHIPS}/theme`, target: 'theme/theme1.xml' },
    ]);
  }
}

function propertyParts({ title, product, language }: WorkbookProperties) {
  return {
    core:
      `${XML_START}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(product)}</dc:creator><dc:language>${language}</dc:language></cp:coreProperties>`,
    app: `${XML_START}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${xmlText(product)}</Application></Properties>`,
  };
}

function contentTypesPart(parts: readonly { readonly part: string; readonly type: string }[]): string {
  const overrides = parts.map(({ part, type }) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return (
    `${XML_START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}
