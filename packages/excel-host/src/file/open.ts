/**
 * A workbook from a file. An .xlsx comes with its formulas, looks, widths, tables, names, merged cells and frozen panes;
 * other files (.xls, .csv, a web page) come as isu-workbook-file reads them, as values.
 */
import { strFromU8, unzipSync } from 'fflate';
import { succeed, type Outcome } from 'isu-core';
import { readWorkbook } from 'isu-workbook-file';
import { Workbook } from '../model/workbook.ts';
import { readSheetPart } from './read-sheet.ts';
import { readStyles } from './read-styles.ts';
import { child, childrenOf, parseXml, type XmlNode } from './xml.ts';

export interface OpenOptions {
  readonly name: string;
  /** How the workbook writes numbers and dates; default `sv-SE`. */
  readonly locale?: string;
}

/** What a person can mend is a problem, in Swedish and English, as isu-workbook-file says it. */
export async function openWorkbook(bytes: Uint8Array, options: OpenOptions): Promise<Outcome<Workbook>> {
  const parts = isXlsx(bytes) ? openedParts(bytes, options) : null;
  if (parts) return succeed(parts);
  const checked = await readWorkbook(bytes, { name: options.name });
  if (!checked.ok) return checked;
  const workbook = new Workbook(options.locale);
  workbook.name = options.name;
  const sheet = workbook.addSheet(checked.value.sheetName ?? undefined);
  checked.value.sheet.columns.forEach((column, c) => {
    for (let row = 0; row < column.codes.length; row++) {
      sheet.cells.setValue(row, c, column.value(column.codes[row]!));
    }
  });
  workbook.isDirty = false;
  return succeed(workbook);
}

/** `null` where the parts are broken: isu-workbook-file then says how. */
function openedParts(bytes: Uint8Array, options: OpenOptions): Workbook | null {
  try {
    return openParts(bytes, options);
  } catch {
    return null;
  }
}

function isXlsx(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  try {
    const names: string[] = [];
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
    return names.includes('xl/workbook.xml');
  } catch {
    return false;
  }
}

/** The parts of the package, as text, by path. */
export class Parts {
  private readonly files: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels|bin)$/.test(name) });
  }

  text(path: string): string {
    const file = this.files[path];
    return file ? strFromU8(file) : '';
  }

  bytes(path: string): Uint8Array | null {
    return this.files[path] ?? null;
  }

  /** The targets of a part's relations by id, as whole paths. */
  relations(path: string): Map<string, { readonly target: string; readonly type: string }> {
    const at = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, at);
    const root = parseXml(this.text(`${folder}_rels/${path.slice(at)}.rels`));
    return new Map(
      childrenOf(root, 'Relationship').map(({ attributes: { Id = '', Target = '', Type = '' } }) => [
        Id,
        { target: resolved(folder, Target), type: Type.slice(Type.lastIndexOf('/') + 1) },
      ]),
    );
  }

  paths(): string[] {
    return Object.keys(this.files);
  }
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The file must be an .xlsx: `openWorkbook` looks first. */
export function openParts(bytes: Uint8Array, { name, locale }: OpenOptions): Workbook {
  const parts = new Parts(bytes);
  const workbook = new Workbook(locale);
  workbook.name = name;
  const root = parseXml(parts.text('xl/workbook.xml'));
  const relations = parts.relations('xl/workbook.xml');
  const styles = readStyles(parts.text('xl/styles.xml')).map((style) => workbook.styles.number(style));
  const strings = sharedStrings(parts.text('xl/sharedStrings.xml'));
  for (const node of childrenOf(child(root, 'sheets'), 'sheet')) {
    const sheet = workbook.addSheet(node.attributes['name']);
    sheet.visibility =
      ({ hidden: 'Hidden', veryHidden: 'VeryHidden' }[node.attributes['state'] ?? ''] as never) ?? 'Visible';
    const path = relations.get(node.attributes['id'] ?? '')?.target;
    if (path) readSheetPart(sheet, path, parts, { styles, strings });
  }
  readNames(workbook, root);
  const active = Number(child(child(root, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0);
  const shown = workbook.sheets[active];
  if (shown?.visibility === 'Visible') workbook.activate(shown);
  readCustomXml(workbook, parts);
  workbook.isDirty = false;
  return workbook;
}

function sharedStrings(xml: string): string[] {
  return childrenOf(parseXml(xml), 'si').map(textOf);
}

/** Rich text is its runs put together; what a reader of Japanese sees above it is left out. */
export function textOf(node: XmlNode): string {
  return node.children
    .map((each) => (each.name === 't' ? each.text : each.name === 'r' ? textOf(each) : ''))
    .join('');
}

function readNames(workbook: Workbook, root: XmlNode): void {
  for (const { attributes, text } of childrenOf(child(root, 'definedNames'), 'definedName')) {
    const name = attributes['name'] ?? '';
    if (name.startsWith('_xlnm.')) continue;
    const owner =
      attributes['localSheetId'] === undefined ? null : workbook.sheets[Number(attributes['localSheetId'])]!;
    const visible = attributes['hidden'] !== '1';
    (owner ?? workbook).names.push({
      name,
      sheet: owner,
      formula: `=${text}`,
      comment: attributes['comment'] ?? '',
      visible,
      isGone: false,
    });
  }
}

function readCustomXml(workbook: Workbook, parts: Parts): void {
  for (const path of parts.paths().filter((each) => /^customXml\/item\d+\.xml$/.test(each))) {
    const xml = parts.text(path);
    const number = path.replace(/\D/g, '');
    const id = /itemID="([^"]+)"/.exec(parts.text(`customXml/itemProps${number}.xml`))?.[1] ?? `{${number}}`;
    const [, declared] = /<[\w.:-]+(?:\s[^>]*?)?\sxmlns(?::\w+)?="([^"]*)"/.exec(xml) ?? [];
    workbook.customXmlParts.push({ workbook, id, xml, namespaceUri: declared ?? '', isGone: false });
  }
}
