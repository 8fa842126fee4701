/** A whole workbook out of the bytes of an .xlsx file. */
import { writtenFormula } from '../formula-text.ts';
import type { CustomXmlData, NameData, SheetData, WorkbookData } from '../workbook-data.ts';
import { Colours, readTheme } from './colours.ts';
import { Parts } from './parts.ts';
import { readProperties } from './properties.ts';
import { readSheet } from './sheet.ts';
import { readStyles } from './styles.ts';
import { child, childrenOf, isOn, numberOr, parseXml, type XmlNode } from './xml.ts';

/** All sheets are at hand; the rows of each are read when they are walked, and may be walked again. */
export interface WorkbookRead extends WorkbookData {
  readonly sheets: readonly SheetData[];
}

/**
 * `null` where the bytes are a package of another kind, or of none.
 *
 * @throws where it is an .xlsx file that is broken
 */
export function readXlsx(bytes: Uint8Array): WorkbookRead | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  const parts = new Parts(bytes);
  const path = parts.related('', 'officeDocument') ?? 'xl/workbook.xml';
  const root = parseXml(parts.text(path));
  if (root.name !== 'workbook') return null;
  const part = (type: string) => parts.text(parts.related(path, type) ?? '');
  const theme = readTheme(part('theme'));
  const colours = new Colours(theme);
  const { lent, ...styles } = readStyles(part('styles'), colours);
  const strings = childrenOf(parseXml(part('sharedStrings')), 'si').map(textOf);
  const names = childrenOf(child(root, 'definedNames'), 'definedName').map(nameOf);
  const relations = parts.relations(path);
  const sheets = childrenOf(child(root, 'sheets'), 'sheet').map((node, i) => {
    const { name = '', state, id = '' } = node.attributes;
    const printNames = new Map(
      names.flatMap((each) =>
        each.sheet === i && each.name.startsWith(BUILT_IN)
          ? [[each.name.slice(BUILT_IN.length), each.formula] as const]
          : [],
      ),
    );
    const source = { name, visibility: visibilityOf(state), path: relations.get(id)?.target ?? '' };
    return readSheet({ ...source, parts, printNames, strings, lent, colours });
  });
  const view = child(child(root, 'bookViews'), 'workbookView')?.attributes;
  return {
    ...styles,
    sheets,
    theme,
    names: names.filter(({ name }) => !name.startsWith(BUILT_IN)),
    properties: readProperties(parts),
    customXml: customXmlOf(parts),
    activeSheet: numberOr(view?.['activeTab'], 0),
    dateSystem: isOn(child(root, 'workbookPr')?.attributes['date1904']) ? 1904 : 1900,
    isStructureProtected: isOn(child(root, 'workbookProtection')?.attributes['lockStructure']),
  };
}

/** Rich text is its runs put together; what a reader of Japanese sees above it is left out. */
function textOf(node: XmlNode): string {
  return node.children
    .map((each) => (each.name === 't' ? each.text : each.name === 'r' ? textOf(each) : ''))
    .join('');
}

function visibilityOf(state: string | undefined): SheetData['visibility'] {
  return state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible';
}

/** Names that are Excel's own: what is printed, what is filtered. */
const BUILT_IN = '_xlnm.';

function nameOf({ attributes, text }: XmlNode): NameData {
  const { name = '', localSheetId, comment = '', hidden } = attributes;
  return {
    name,
    sheet: localSheetId === undefined ? null : Number(localSheetId),
    formula: writtenFormula(text),
    comment,
    visible: !isOn(hidden),
  };
}

function customXmlOf(parts: Parts): CustomXmlData[] {
  const paths = parts.paths().filter((each) => /^customXml\/item\d+\.xml$/.test(each));
  return paths.map((path) => {
    const properties = parseXml(parts.text(parts.related(path, 'customXmlProps') ?? ''));
    const number = path.replace(/\D/g, '');
    return { id: properties.attributes['itemID'] ?? `{${number}}`, xml: parts.text(path) };
  });
}
