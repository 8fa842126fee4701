/** A workbook: its sheets, what belongs to all of them, and the steps that keep them whole. */
import { OFFICE_THEME, type WorkbookData } from 'isu-workbook-file/workbook';
import type { Calculator } from '../calculation/calculator.ts';
import type { Area } from './area.ts';
import type { DateSystem } from './date-system.ts';
import type { DefinedName } from './defined-name.ts';
import { Events } from './events.ts';
import { Fault } from './fault.ts';
import { localeOf, shownText, type Locale } from './locale.ts';
import { checkSheetName, freeName } from './naming.ts';
import { Sheet, type Visibility } from './sheet.ts';
import { StyleTable } from './style.ts';
import { removeTable, type Table } from './table.ts';

export interface CustomXmlPart {
  readonly workbook: Workbook;
  readonly id: string;
  xml: string;
  namespaceUri: string;
  isGone: boolean;
}

export interface Setting {
  readonly owner: Workbook;
  readonly key: string;
  value: unknown;
  isGone: boolean;
}

export interface DocumentProperty {
  readonly workbook: Workbook;
  readonly key: string;
  value: string | number | boolean | Date;
  isGone: boolean;
}

export interface DocumentProperties {
  author: string;
  category: string;
  comments: string;
  company: string;
  keywords: string;
  lastAuthor: string;
  manager: string;
  revisionNumber: number;
  subject: string;
  title: string;
  creationDate: Date;
}

export type CarriedLooks = Pick<WorkbookData, 'theme' | 'tableStyles' | 'defaultTableStyle'>;

export interface Follower {
  follow(sheet: Sheet, move: (area: Area) => Area | null): void;
}

export class Workbook {
  name = 'Book1.xlsx';
  readonly locale: Locale;
  readonly styles = new StyleTable();
  readonly events = new Events();
  sheets: Sheet[] = [];
  names: DefinedName[] = [];
  settings: Setting[] = [];
  customXmlParts: CustomXmlPart[] = [];
  customDocumentProperties: DocumentProperty[] = [];
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  isDirty = false;
  /** Looks of a file that Office.js has no members for: they go back into the file as they came. */
  carried: CarriedLooks = { theme: OFFICE_THEME, tableStyles: [], defaultTableStyle: 'TableStyleMedium2' };
  /** The day that dates count from. */
  dateSystem: DateSystem = 1900;
  /** What `Office.context.document.settings` keeps. */
  addinSettings: Record<string, unknown> = {};
  isStructureProtected = false;
  structurePassword: string | null = null;
  /** Says what formulas come to; set by whoever puts the workbook together. */
  calculator: Calculator | null = null;
  readonly properties: DocumentProperties = {
    author: '',
    category: '',
    comments: '',
    company: '',
    keywords: '',
    lastAuthor: '',
    manager: '',
    revisionNumber: 0,
    subject: '',
    title: '',
    creationDate: new Date(Date.UTC(2000, 0, 1)),
  };
  /** Who wants to know when cells move, so that their ranges move along. */
  readonly followers = new Set<Follower>();
  private active: Sheet | null = null;
  private lastNumber = 0;

  constructor(locale = 'sv-SE') {
    this.locale = localeOf(locale);
  }

  /** Numbers for what needs an id, in the order in which things are made. */
  nextNumber(): number {
    return ++this.lastNumber;
  }

  get tables(): readonly Table[] {
    return this.sheets.flatMap((sheet) => sheet.tables);
  }

  get activeSheet(): Sheet {
    return this.active ?? this.sheets[0]!;
  }

  /** By name without regard to case, or by id. */
  findSheet(key: string): Sheet | null {
    const wanted = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id === key) ?? null;
  }

  findTable(key: string): Table | null {
    const wanted = key.toLowerCase();
    return this.tables.find((table) => table.name.toLowerCase() === wanted || table.id === key) ?? null;
  }

  addSheet(wanted?: string, position = this.sheets.length): Sheet {
    this.demandStructure();
    const names = this.sheets.map(({ name }) => name);
    if (wanted !== undefined) checkSheetName(wanted, names);
    const base = this.locale.name.startsWith('sv') ? 'Blad' : 'Sheet';
    const sheet = new Sheet(this, this.nextNumber(), wanted ?? freeName(base, names));
    this.sheets.splice(position, 0, sheet);
    this.events.emit({ kind: 'added', sheet });
    return sheet;
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.demandStructure();
    checkSheetName(
      name,
      this.sheets.filter((other) => other !== sheet).map((other) => other.name),
    );
    const before = sheet.name;
    if (before === name) return;
    sheet.name = name;
    this.calculator?.sheetRenamed(before, name);
    this.events.emit({ kind: 'renamed', sheet, before, after: name });
  }

  deleteSheet(sheet: Sheet): void {
    this.demandStructure();
    if (sheet.visibility === 'VeryHidden') {
      throw new Fault('InvalidOperation', `the sheet "${sheet.name}" is very hidden`);
    }
    this.demandAnotherVisible(sheet);
    const next = this.sheets[this.sheets.indexOf(sheet) + 1] ?? this.sheets[this.sheets.indexOf(sheet) - 1]!;
    for (const table of sheet.tables) this.events.silently(() => removeTable(table));
    for (const chart of sheet.charts) chart.isGone = true;
    this.sheets = this.sheets.filter((other) => other !== sheet);
    sheet.isGone = true;
    this.calculator?.sheetDeleted(sheet);
    this.events.emit({ kind: 'deleted', sheet });
    if (this.active === sheet) this.activate(next.visibility === 'Visible' ? next : this.firstVisible());
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.demandStructure();
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) {
      throw new Fault('InvalidArgument', `there is no position ${String(position)} among the sheets`);
    }
    const before = this.sheets.indexOf(sheet);
    this.sheets.splice(before, 1);
    this.sheets.splice(position, 0, sheet);
    if (before !== position) this.events.emit({ kind: 'moved', sheet, before, after: position });
  }

  setVisibility(sheet: Sheet, visibility: Visibility): void {
    this.demandStructure();
    if (visibility !== 'Visible') this.demandAnotherVisible(sheet);
    const before = sheet.visibility;
    sheet.visibility = visibility;
    if (before !== visibility) this.events.emit({ kind: 'visibility', sheet, before, after: visibility });
    if (visibility !== 'Visible' && this.activeSheet === sheet) this.activate(this.firstVisible());
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') {
      throw new Fault('InvalidOperation', `the sheet "${sheet.name}" is hidden`);
    }
    const before = this.activeSheet;
    this.active = sheet;
    if (before === sheet) return;
    if (!before.isGone) this.events.emit({ kind: 'deactivated', sheet: before });
    this.events.emit({ kind: 'activated', sheet });
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    sheet.selection = area;
    this.events.emit({ kind: 'selected', sheet, area });
  }

  shownText(sheet: Sheet, row: number, column: number): string {
    const value = sheet.value(row, column);
    return value === null ? '' : shownText(value, sheet.style(row, column).numberFormat, this.locale);
  }

  /** Puts a formula into a cell, or takes it out; its value follows when the workbook is calculated. */
  writeFormula(sheet: Sheet, row: number, column: number, formula: string | null): void {
    const had = sheet.cells.formula(row, column) !== null;
    if (formula === null && !had) return;
    sheet.cells.setFormula(row, column, formula);
    this.calculator?.formulaWritten(sheet, row, column, formula);
  }

  /** Tells the calculator that the cells hold something else. */
  touched(sheet: Sheet, area: Area): void {
    this.isDirty = true;
    this.calculator?.touched(sheet, area);
  }

  /** Brings formulas up to date, where the workbook calculates by itself. */
  settle(): void {
    if (this.calculationMode !== 'Manual') this.calculator?.calculate();
  }

  private firstVisible(): Sheet {
    return this.sheets.find(({ visibility }) => visibility === 'Visible')!;
  }

  private demandAnotherVisible(sheet: Sheet): void {
    if (this.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) return;
    throw new Fault('InvalidOperation', 'a workbook keeps at least one visible sheet');
  }

  private demandStructure(): void {
    if (this.isStructureProtected)
      throw new Fault('AccessDenied', 'the structure of the workbook is protected');
  }
}

/** A workbook with one empty sheet, as Excel opens one. */
export function newWorkbook(locale?: string): Workbook {
  const workbook = new Workbook(locale);
  workbook.addSheet();
  workbook.isDirty = false;
  return workbook;
}
