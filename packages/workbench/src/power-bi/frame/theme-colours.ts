/** The themes that the report can have, by their names in the page's menu. */
import { DARK, HIGH_CONTRAST_BLACK, HIGH_CONTRAST_WHITE, LIGHT, type Theme } from 'isu-powerbi-host';
import type { ReportSetting } from '../messages.ts';

export const THEME_COLOURS: Readonly<Record<ReportSetting['theme'], Theme>> = {
  light: LIGHT,
  dark: DARK,
  'contrast-black': HIGH_CONTRAST_BLACK,
  'contrast-white': HIGH_CONTRAST_WHITE,
};
