/** The workbook's theme: what people get when they add charts, tables and colours of their own keeps to the same family. */
import type { ThemeData } from '../xlsx/look-data.ts';
import { COLOURS, FONT } from './look.ts';

export const THEME: ThemeData = {
  name: 'ISU',
  colours: [
    '26403E',
    COLOURS.headerFill,
    COLOURS.accent,
    COLOURS.accentLight,
    '5B6770',
    'B08A3E',
    '3F7F7A',
    'A7AFB4',
    COLOURS.accent,
    '5B6770',
  ],
  font: FONT,
};
