/** How a sheet is printed, as the elements of its part (ECMA-376, part 1, 18.3.1). */
import { columnName, quotedSheet, rangeName } from '../address.ts';
import type { PageData, PageEdges, PageSides, PageTextsData } from '../page-data.ts';
import { when, xmlText } from './xml.ts';

/** What stands before the cells: Excel fits a sheet to pages only where this says so. */
export function isFitted({ zoom }: PageData): boolean {
  return !('scale' in zoom);
}

export function pageElements(page: PageData): string {
  return printOptions(page) + margins(page) + setup(page) + headerFooter(page.texts) + breaks(page);
}

function printOptions({ centred, gridlines, headings }: PageData): string {
  if (!centred.across && !centred.down && !gridlines && !headings) return '';
  return (
    `<printOptions${when(centred.across, 'horizontalCentered="1"')}${when(centred.down, 'verticalCentered="1"')}` +
    `${when(headings, 'headings="1"')}${when(gridlines, 'gridLines="1"')}/>`
  );
}

function margins({ margins: { left, right, top, bottom, header, footer } }: PageData): string {
  const inches = Object.entries({ left, right, top, bottom, header, footer });
  return `<pageMargins ${inches.map(([side, size]) => `${side}="${String(size)}"`).join(' ')}/>`;
}

function setup(page: PageData): string {
  const { zoom, firstPage } = page;
  const size =
    'scale' in zoom
      ? `scale="${String(zoom.scale)}"`
      : `fitToWidth="${String(zoom.wide)}" fitToHeight="${String(zoom.high)}"`;
  return (
    `<pageSetup paperSize="${String(page.paper)}" ${size} orientation="${page.orientation}"` +
    when(page.order === 'overThenDown', 'pageOrder="overThenDown"') +
    when(page.blackAndWhite, 'blackAndWhite="1"') +
    when(page.draft, 'draft="1"') +
    when(page.comments !== 'none', `cellComments="${page.comments}"`) +
    when(page.errors !== 'displayed', `errors="${page.errors}"`) +
    when(firstPage !== null, `firstPageNumber="${String(firstPage)}" useFirstPageNumber="1"`) +
    '/>'
  );
}

function headerFooter({ usual, even, first, scales, alignsWithMargins }: PageTextsData): string {
  const inside =
    element('odd', usual) + (even ? element('even', even) : '') + (first ? element('first', first) : '');
  if (inside === '') return '';
  return (
    `<headerFooter${when(even !== undefined, 'differentOddEven="1"')}${when(first !== undefined, 'differentFirst="1"')}` +
    `${when(!scales, 'scaleWithDoc="0"')}${when(!alignsWithMargins, 'alignWithMargins="0"')}>${inside}</headerFooter>`
  );
}

function element(kind: string, { header, footer }: PageEdges): string {
  const [above, below] = [sides(header), sides(footer)];
  if (above === '' && below === '') return '';
  return `<${kind}Header>${above}</${kind}Header><${kind}Footer>${below}</${kind}Footer>`;
}

function sides({ left, centre, right }: PageSides): string {
  return xmlText((left && `&L${left}`) + (centre && `&C${centre}`) + (right && `&R${right}`));
}

/** Excel takes no notice of page breaks where a sheet is fitted to the page. */
function breaks({ breaks: { rows, columns } }: PageData): string {
  return breakElement('rowBreaks', rows, 16_383) + breakElement('colBreaks', columns, 1_048_575);
}

function breakElement(name: string, starts: readonly number[], last: number): string {
  if (starts.length === 0) return '';
  const count = String(starts.length);
  const entries = starts.map((start) => `<brk id="${String(start)}" max="${String(last)}" man="1"/>`);
  return `<${name} count="${count}" manualBreakCount="${count}">${entries.join('')}</${name}>`;
}

/** What Excel keeps of a page as names of the sheet. */
export function printNames(
  sheetName: string,
  { areas, titleRows, titleColumns }: PageData,
): { readonly name: string; readonly formula: string }[] {
  const sheet = quotedSheet(sheetName);
  const names: { name: string; formula: string }[] = [];
  if (areas.length > 0) {
    const ranges = areas.map(
      (area) => `${sheet}!${rangeName(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`,
    );
    names.push({ name: '_xlnm.Print_Area', formula: ranges.join(',') });
  }
  const columns = titleColumns && `$${columnName(titleColumns.first)}:$${columnName(titleColumns.last)}`;
  const rows = titleRows && `$${String(titleRows.first + 1)}:$${String(titleRows.last + 1)}`;
  const titles = [columns, rows].flatMap((lines) => (lines === null ? [] : `${sheet}!${lines}`));
  if (titles.length > 0) names.push({ name: '_xlnm.Print_Titles', formula: titles.join(',') });
  return names;
}
