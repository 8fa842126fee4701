/**
 * The form as a sheet that a person edits in Excel: a few rows about the form, then a row for each answer (an item
 * without answers takes one row), with the item's own words on its first row.
 */
import type { Language, Outcome } from '../problem.ts';
import { fold, inLine, nearest } from '../register/spelling.ts';
import type { Code, Form, Item, Section, Text } from './form.ts';
import { firstOf } from './form-json.ts';
import {
  AMOUNT_WORDS,
  COLUMN_WORDS,
  columnsIn,
  FACT_WORDS,
  FORM_COLUMNS,
  HEAD_WORDS,
  KIND_WORDS,
  YES_WORDS,
  type FormColumn,
} from './form-words.ts';
import { writeYears } from './form-years.ts';
import { writeAsked } from './read-form-asked.ts';
import { checkForm } from './read-form-check.ts';
import {
  tell,
  type CodeDraft,
  type FormDraft,
  type FormReading,
  type ItemDraft,
  type Placed,
  type SectionDraft,
  type Told,
} from './read-form-draft.ts';
import { plainWord } from './read-form-words.ts';
import { MARKS } from './sheet-marks.ts';
import type { ReadSheet } from './sheets.ts';

/** A row of the form’s sheet. */
export type FormSheetRow = readonly (string | number | null)[];

// --- Written -------------------------------------------------------------------------------------------------------

/** A form as the rows of a sheet that people edit: a row a code. */
export function formSheetRows(form: Form, language: Language): FormSheetRow[] {
  const head = (key: keyof typeof HEAD_WORDS, ...values: (string | number)[]): FormSheetRow => [
    HEAD_WORDS[key][language],
    ...values,
  ];
  return [
    [MARKS.form],
    head('id', form.id),
    head('version', form.version),
    head('titleSv', form.title.sv),
    head('titleEn', form.title.en),
    head('years', numberOr(writeYears(form.years))),
    ...form.sections.map(({ id, title }) => head('section', id, title.sv, title.en)),
    [],
    columnsIn(language).map((column) => COLUMN_WORDS[column][language]),
    ...form.items.flatMap((item) => itemRows(form, item, language)),
  ];
}

function itemRows(form: Form, item: Item, language: Language): FormSheetRow[] {
  const first: Partial<Record<FormColumn, string>> = {
    number: item.number,
    section: sectionWord(form.sections, item.section, language),
    kind: KIND_WORDS[item.kind][language],
    questionSv: item.question.sv,
    questionEn: item.question.en,
    guidanceSv: item.guidance.sv,
    guidanceEn: item.guidance.en,
    asked: item.asked ? writeAsked(item.asked) : '',
    optional: item.optional ? YES_WORDS[language] : '',
    fact: item.fact ? FACT_WORDS[item.fact][language] : '',
    mendedSv: item.mended?.sv ?? '',
    mendedEn: item.mended?.en ?? '',
  };
  const codes: readonly (Code | null)[] = item.codes.length > 0 ? item.codes : [null];
  return codes.map((code, at) => {
    const row = { ...(at === 0 && first), id: item.id, ...(code && codeCells(code, language)) };
    return columnsIn(language).map((column) => {
      const value = row[column] ?? '';
      if (value === '') return null;
      return column === 'code' || column === 'number' ? numberOr(value) : value;
    });
  });
}

function codeCells(code: Code, language: Language): Partial<Record<FormColumn, string>> {
  return {
    code: code.code,
    labelSv: code.label.sv,
    labelEn: code.label.en,
    missing: code.missing ? YES_WORDS[language] : '',
    amount: code.amount ? AMOUNT_WORDS[code.amount][language] : '',
    register: (code.register ?? []).join('; '),
  };
}

/** The section's title where it names that section and no other, else its short name. */
function sectionWord(sections: readonly Section[], id: string, language: Language): string {
  const own = sections.find((section) => section.id === id);
  const word = own?.title[language] ?? id;
  const isOthers = sections.some(
    (section) =>
      section.id !== id &&
      [section.id, section.title.sv, section.title.en].some((one) => plainWord(one) === plainWord(word)),
  );
  return isOthers ? id : word;
}

/** Excel marks numbers that are kept as text; so a code that is a number is written as one. */
function numberOr(word: string): string | number {
  return /^(?:0|[1-9]\d{0,8})$/.test(word) ? Number(word) : word;
}

// --- Read ----------------------------------------------------------------------------------------------------------

/** The first fault, if there is one, is the problem; `examineFormSheet` tells all. */
export function readFormSheet(rows: ReadSheet['rows']): Outcome<Form> {
  return firstOf(examineFormSheet(rows));
}

/**
 * Everything that is wrong with a form in a sheet, each with its place; the form, where nothing is.
 *
 * @param rows a sheet as `formSheetRows` lays it out, in either language; rows and columns in any order
 */
export function examineFormSheet(rows: ReadSheet['rows']): FormReading {
  const told: Told = { isJson: false, problems: [], notes: [] };
  const texts = rows.map((row) => row.map(cellText));
  const header = findHeader(told, texts);
  if (!header) return { form: null, problems: told.problems, notes: told.notes };
  const items = readItems(told, texts, header);
  return checkForm({ ...readHead(texts, header), items }, told);
}

interface Header {
  /** 0-based. */
  readonly row: number;
  readonly columns: ReadonlyMap<FormColumn, number>;
  /** As it stands. */
  readonly names: readonly string[];
}

/** Columns without which a form would be another than its maker meant; without the others it only has fewer words. */
const REQUIRED: ReadonlySet<FormColumn> = new Set<FormColumn>([
  'number',
  'id',
  'section',
  'kind',
  'questionSv',
  'code',
  'labelSv',
  'missing',
  'amount',
  'asked',
  'fact',
]);
const LEAST_TO_BE_A_HEADER = 3;

function cellText(cell: ReadSheet['rows'][number][number]): string {
  if (cell === null || cell === undefined) return '';
  return String(cell).normalize('NFC').replaceAll('\r\n', '\n').trim();
}

const COLUMNS: ReadonlyMap<string, FormColumn> = new Map(
  FORM_COLUMNS.flatMap((column) => [
    [fold(COLUMN_WORDS[column].sv), column],
    [fold(COLUMN_WORDS[column].en), column],
  ]),
);
const LONGEST_HEADING = 60;

function columnNamed(text: string): FormColumn | undefined {
  return text.length > LONGEST_HEADING ? undefined : COLUMNS.get(fold(text));
}

/** Null where the sheet cannot be read for want of its columns, which is told. */
function findHeader(told: Told, texts: readonly (readonly string[])[]): Header | null {
  const known = texts.map((row) => new Set(row.map(columnNamed).filter((name) => name !== undefined)).size);
  const most = Math.max(0, ...known);
  if (most < LEAST_TO_BE_A_HEADER) {
    const start = FORM_COLUMNS.slice(0, 5);
    const names = (language: Language) => start.map((column) => COLUMN_WORDS[column][language]).join(', ');
    tell(
      told.problems,
      'form-sheet-header',
      { sv: 'hela bladet', en: 'the whole sheet' },
      `raden med kolumnernas rubriker hittas inte (${names('sv')} …). Utgå från ett formulär som programmet har skrivit.`,
      `the row with the columns’ headings is not found (${names('en')} …). Start from a form that the program has written.`,
    );
    return null;
  }
  const row = known.indexOf(most);
  const names = texts[row]!;
  const columns = new Map<FormColumn, number>();
  names.forEach((name, at) => {
    const column = columnNamed(name);
    if (column === undefined) return;
    if (columns.has(column)) tellTwice(told, row, at, columns.get(column)!, name);
    else columns.set(column, at);
  });
  const header = { row, columns, names };
  tellColumns(told, header);
  return told.problems.length > 0 ? null : header;
}

function tellTwice(told: Told, row: number, at: number, first: number, name: string): void {
  tell(
    told.problems,
    'form-sheet-column-twice',
    { sv: `rad ${String(row + 1)}`, en: `row ${String(row + 1)}` },
    `kolumnen «${inLine(name)}» finns två gånger (${letters(first)} och ${letters(at)}). Ta bort den ena.`,
    `the column "${inLine(name)}" exists twice (${letters(first)} and ${letters(at)}). Take one away.`,
  );
}

function tellColumns(told: Told, { row, columns, names }: Header): void {
  const at = { sv: `rad ${String(row + 1)}`, en: `row ${String(row + 1)}` };
  const strange = names.filter((name) => name !== '' && columnNamed(name) === undefined);
  const lacking = FORM_COLUMNS.filter((one) => REQUIRED.has(one) && !columns.has(one));
  for (const column of lacking) {
    const { sv, en } = COLUMN_WORDS[column];
    const guess = nearest(sv, strange);
    const letter = guess === undefined ? '' : letters(names.indexOf(guess));
    tell(
      told.problems,
      'form-sheet-column',
      at,
      guess === undefined
        ? `kolumnen «${sv}» saknas. Lägg till den; den får vara tom.`
        : `kolumnen «${sv}» saknas. Är det kolumn ${letter} «${inLine(guess)}», så rätta rubriken; annars lägg till den, den får vara tom.`,
      guess === undefined
        ? `the column "${en}" is missing. Add it; it may be empty.`
        : `the column "${en}" is missing. If it is column ${letter} "${inLine(guess)}", mend the heading; else add it, it may be empty.`,
    );
  }
  if (strange.length > 0)
    tell(
      told.notes,
      'form-sheet-extra',
      at,
      `kolumnen «${strange.map((name) => inLine(name)).join('», «')}» läses inte.`,
      `the column "${strange.map((name) => inLine(name)).join('", "')}" is not read.`,
    );
}

function readHead(texts: readonly (readonly string[])[], header: Header): Omit<FormDraft, 'items'> {
  const rows = texts
    .slice(0, header.row)
    .map((row, at) => ({ at, cells: row, name: row.find(Boolean) ?? '' }));
  const isNamed = (key: keyof typeof HEAD_WORDS) => (row: { name: string }) =>
    [HEAD_WORDS[key].sv, HEAD_WORDS[key].en].some((word) => fold(word) === fold(row.name));
  const valuesOf = ({ at, cells }: { at: number; cells: readonly string[] }) => {
    const first = cells.findIndex(Boolean) + 1;
    return (offset: number): Placed => ({
      value: cells[first + offset] ?? '',
      at: cellPlace(at, first + offset),
    });
  };
  const value = (key: keyof typeof HEAD_WORDS): Placed => {
    const row = rows.find(isNamed(key));
    if (row) return valuesOf(row)(0);
    const { sv, en } = HEAD_WORDS[key];
    return {
      value: '',
      at: { sv: `raden «${sv}» överst i bladet`, en: `the row "${en}" at the top of the sheet` },
    };
  };
  const years = value('years');
  const yearsRow = rows.find(isNamed('years'));
  return {
    at: { sv: `rad ${String(header.row + 2)}`, en: `row ${String(header.row + 2)}` },
    sectionsAt: { sv: 'överst i bladet', en: 'at the top of the sheet' },
    id: value('id'),
    version: value('version'),
    title: { sv: value('titleSv'), en: value('titleEn') },
    years: yearsRow ? { ...years, value: yearsRow.cells.filter(Boolean).slice(1).join(', ') } : years,
    sections: rows.filter(isNamed('section')).map((row): SectionDraft => {
      const cell = valuesOf(row);
      return { id: cell(0), title: { sv: cell(1), en: cell(2) } };
    }),
  };
}

const CODE_COLUMNS: readonly FormColumn[] = ['code', 'labelSv', 'labelEn', 'missing', 'amount', 'register'];
const ITEM_COLUMNS = FORM_COLUMNS.filter((column) => column !== 'id' && !CODE_COLUMNS.includes(column));

type RowOfCells = (column: FormColumn) => Placed;
interface ItemRows {
  readonly row: number;
  readonly cell: RowOfCells;
  readonly codes: CodeDraft[];
}

function readItems(told: Told, texts: readonly (readonly string[])[], header: Header): readonly ItemDraft[] {
  const found: ItemRows[] = [];
  texts.forEach((cells, row) => {
    if (row <= header.row) return;
    const cell = cellsOf(header, cells, row);
    const isFilled = (column: FormColumn) => cell(column).value !== '';
    if (!FORM_COLUMNS.some(isFilled)) return;
    const own = itemOfRow(told, found, cell, row);
    if (own && CODE_COLUMNS.some(isFilled)) own.codes.push(codeOf(cell));
  });
  return found.map(itemOf);
}

/**
 * The item that a row belongs to. A row that says nothing new of its item is one more answer to it; a row that names
 * a kind or a question begins an item. Null where it is neither, which is told.
 */
function itemOfRow(told: Told, found: ItemRows[], cell: RowOfCells, row: number): ItemRows | null {
  const id = cell('id').value ?? '';
  const before = id === '' ? found.at(-1) : found.findLast((item) => item.cell('id').value === id);
  const saysNew = ITEM_COLUMNS.filter(
    (column) => cell(column).value !== '' && cell(column).value !== before?.cell(column).value,
  );
  const hasAnswer = CODE_COLUMNS.some((column) => cell(column).value !== '');
  if (before && saysNew.length === 0 && hasAnswer) return before;
  const begins = cell('kind').value !== '' || cell('questionSv').value !== '';
  if (!begins && before && saysNew.length > 0) {
    tellStray(told, before, cell(saysNew[0]!).at);
    return before;
  }
  if (!begins && cell('number').value === '') {
    tell(
      told.problems,
      'form-sheet-loose',
      { sv: `rad ${String(row + 1)}`, en: `row ${String(row + 1)}` },
      'raden hör inte till någon fråga ovanför. En frågas första rad ska ha slag och fråga, och svaren stå under den; har raderna sorterats om, så ställ dem tillbaka.',
      'the row belongs to no item above. An item’s first row is to have a kind and a question, and its answers to stand below; if the rows were sorted, put them back.',
    );
    return null;
  }
  const item = { row, cell, codes: [] };
  found.push(item);
  return item;
}

function tellStray(told: Told, { row, cell }: ItemRows, at: Text): void {
  const name = inLine(cell('id').value ?? '');
  const first = String(row + 1);
  tell(
    told.problems,
    'form-sheet-stray',
    at,
    `det som gäller hela frågan «${name}» ska stå på dess första rad (rad ${first}). Flytta det dit, eller skriv slag och fråga här om det är en ny fråga.`,
    `what is of the whole item "${name}" belongs on its first row (row ${first}). Move it there, or write a kind and a question here if it is a new item.`,
  );
}

function itemOf({ row, cell, codes }: ItemRows): ItemDraft {
  return {
    at: { sv: `rad ${String(row + 1)}`, en: `row ${String(row + 1)}` },
    id: cell('id'),
    number: cell('number'),
    section: cell('section'),
    kind: cell('kind'),
    question: { sv: cell('questionSv'), en: cell('questionEn') },
    guidance: { sv: cell('guidanceSv'), en: cell('guidanceEn') },
    codes,
    asked: cell('asked'),
    optional: cell('optional'),
    fact: cell('fact'),
    mended: { sv: cell('mendedSv'), en: cell('mendedEn') },
  };
}

function codeOf(cell: RowOfCells): CodeDraft {
  return {
    code: cell('code'),
    label: { sv: cell('labelSv'), en: cell('labelEn') },
    missing: cell('missing'),
    amount: cell('amount'),
    register: cell('register'),
  };
}

function cellsOf({ columns, names }: Header, cells: readonly string[], row: number): RowOfCells {
  return (column) => {
    const at = columns.get(column);
    if (at === undefined)
      return { value: '', at: { sv: `rad ${String(row + 1)}`, en: `row ${String(row + 1)}` } };
    const { sv, en } = cellPlace(row, at);
    const name = inLine(names[at] ?? '');
    return { value: cells[at] ?? '', at: { sv: `${sv} «${name}»`, en: `${en} "${name}"` } };
  };
}

function cellPlace(row: number, column: number): Text {
  const [r, c] = [String(row + 1), letters(column)];
  return { sv: `rad ${r}, kolumn ${c}`, en: `row ${r}, column ${c}` };
}

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
