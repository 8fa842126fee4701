/** How a sheet is printed. */
import { cellsOfReference } from '../address.ts';
import { PLAIN_PAGE, type LineRange, type PageData, type PageEdges, type PageSides } from '../page-data.ts';
import { child, childrenOf, isOn, numberOr, type XmlNode } from './xml.ts';

/** Names of the sheet that a file has for printing, by what follows `_xlnm.`. */
export type PrintNames = ReadonlyMap<string, string>;

export function readPage(sheet: XmlNode, names: PrintNames): PageData {
  const options = child(sheet, 'printOptions')?.attributes ?? {};
  const setup = child(sheet, 'pageSetup')?.attributes ?? {};
  const isFitted = isOn(child(child(sheet, 'sheetPr'), 'pageSetUpPr')?.attributes['fitToPage']);
  const { wide, high } = { wide: numberOr(setup['fitToWidth'], 1), high: numberOr(setup['fitToHeight'], 1) };
  return {
    orientation: setup['orientation'] === 'landscape' ? 'landscape' : 'portrait',
    paper: numberOr(setup['paperSize'], PLAIN_PAGE.paper),
    margins: marginsOf(child(sheet, 'pageMargins')),
    zoom: isFitted ? { wide, high } : { scale: numberOr(setup['scale'], 100) },
    centred: { across: isOn(options['horizontalCentered']), down: isOn(options['verticalCentered']) },
    gridlines: isOn(options['gridLines']),
    headings: isOn(options['headings']),
    blackAndWhite: isOn(setup['blackAndWhite']),
    draft: isOn(setup['draft']),
    firstPage: isOn(setup['useFirstPageNumber']) ? numberOr(setup['firstPageNumber'], 1) : null,
    comments: oneOf(setup['cellComments'], ['none', 'asDisplayed', 'atEnd'] as const),
    errors: oneOf(setup['errors'], ['displayed', 'blank', 'dash', 'NA'] as const),
    order: oneOf(setup['pageOrder'], ['downThenOver', 'overThenDown'] as const),
    areas: cellsOfReference(names.get('Print_Area') ?? '')?.ranges ?? [],
    ...titlesOf(names.get('Print_Titles') ?? ''),
    breaks: { rows: breaksOf(sheet, 'rowBreaks'), columns: breaksOf(sheet, 'colBreaks') },
    texts: textsOf(child(sheet, 'headerFooter')),
  };
}

/** The first is what stands where nothing is said. */
function oneOf<const T extends string>(said: string | undefined, known: readonly [T, ...T[]]): T {
  return known.find((each) => each === said) ?? known[0];
}

function marginsOf(node: XmlNode | undefined): PageData['margins'] {
  const { left, right, top, bottom, header, footer } = node?.attributes ?? {};
  const usual = PLAIN_PAGE.margins;
  return {
    left: numberOr(left, usual.left),
    right: numberOr(right, usual.right),
    top: numberOr(top, usual.top),
    bottom: numberOr(bottom, usual.bottom),
    header: numberOr(header, usual.header),
    footer: numberOr(footer, usual.footer),
  };
}

/** Whole rows and whole columns, either or both. */
function titlesOf(formula: string): Pick<PageData, 'titleRows' | 'titleColumns'> {
  let [titleRows, titleColumns]: (LineRange | null)[] = [null, null];
  for (const part of formula.split(/,(?=(?:[^']*'[^']*')*[^']*$)/)) {
    const lines = part.slice(part.lastIndexOf('!') + 1);
    const range = cellsOfReference(part)?.ranges[0];
    if (!range) continue;
    if (/[a-z]/i.test(lines)) titleColumns = { first: range.firstColumn, last: range.lastColumn };
    else titleRows = { first: range.firstRow, last: range.lastRow };
  }
  return { titleRows: titleRows ?? null, titleColumns: titleColumns ?? null };
}

function breaksOf(sheet: XmlNode, name: string): number[] {
  return childrenOf(child(sheet, name), 'brk').map(({ attributes }) => numberOr(attributes['id'], 0));
}

function textsOf(node: XmlNode | undefined): PageData['texts'] {
  const edges = (kind: string): PageEdges => ({
    header: sidesOf(child(node, `${kind}Header`)?.text ?? ''),
    footer: sidesOf(child(node, `${kind}Footer`)?.text ?? ''),
  });
  const { differentOddEven, differentFirst, scaleWithDoc, alignWithMargins } = node?.attributes ?? {};
  return {
    usual: edges('odd'),
    ...(isOn(differentOddEven) && { even: edges('even') }),
    ...(isOn(differentFirst) && { first: edges('first') }),
    scales: scaleWithDoc === undefined || isOn(scaleWithDoc),
    alignsWithMargins: alignWithMargins === undefined || isOn(alignWithMargins),
  };
}

/** `&L…&C…&R…`; `&&` is the sign itself, and what has no side stands in the middle. */
function sidesOf(text: string): PageSides {
  const sides = { L: '', C: '', R: '' };
  let side: keyof typeof sides = 'C';
  for (const [piece] of text.matchAll(/&&|&[LCR]|&?[^&]*/g)) {
    if (/^&[LCR]$/.test(piece)) side = piece.charAt(1) as keyof typeof sides;
    else sides[side] += piece;
  }
  return { left: sides.L, centre: sides.C, right: sides.R };
}
