/** The workbook's theme: what people get when they add charts, tables and colours of their own keeps to the same family. */
import type { ThemeData } from '../xlsx/look-data.ts';
import { SERIES_COLOURS } from './chart-look.ts';
import { COLOURS, FONT } from './look.ts';

export const THEME: ThemeData = {
  name: 'ISU',
  colours: [
    '26403E',
    COLOURS.headerFill,
    ...SERIES_COLOURS,
    '5B6770',
    COLOURS.accentLight,
    COLOURS.accent,
    '5B6770',
  ],
  font: FONT,
};
