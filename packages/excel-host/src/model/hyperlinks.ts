/** Links on cells. */
import { contains, overlaps, type Area } from './area.ts';
import type { Hyperlink, Sheet } from './sheet.ts';
import { writeValues } from './writing.ts';

export function hyperlinkAt(sheet: Sheet, area: Area): Hyperlink | null {
  return sheet.hyperlinks.find((link) => contains(link.area, area))?.link ?? null;
}

/** Excel shows the given words in the cell, blue and underlined. */
export function setHyperlink(sheet: Sheet, area: Area, link: Hyperlink): void {
  sheet.demand('allowInsertHyperlinks');
  sheet.hyperlinks = sheet.hyperlinks.filter((other) => !overlaps(other.area, area));
  if (link.address === undefined && link.documentReference === undefined) return;
  sheet.hyperlinks.push({ area, link: { ...link } });
  if (link.textToDisplay !== undefined) writeValues(sheet, area, link.textToDisplay);
  const { styles } = sheet.workbook;
  const step = styles.stepper((style) => ({
    ...style,
    named: 'Hyperlink',
    font: { ...style.font, color: '#0563C1', underline: 'Single' },
  }));
  for (let r = 0; r < area.rowCount; r++) {
    for (let c = 0; c < area.columnCount; c++) {
      sheet.cells.setStyle(
        area.row + r,
        area.column + c,
        step(sheet.styleNumber(area.row + r, area.column + c)),
      );
    }
  }
}
