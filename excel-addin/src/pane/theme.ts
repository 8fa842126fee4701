/** The pane's look: Fluent's, in the product's teal; in Office's light or dark, or in the system's own high contrast. */
import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { CHART_COLOURS, type ChartColours } from 'isu-charts';

/** One hue (that of the charts' first series, at 80) from near black to near white. */
const TEAL: BrandVariants = {
  10: '#061111',
  20: '#091d1c',
  30: '#0e2a29',
  40: '#123634',
  50: '#15413f',
  60: '#184b48',
  70: '#1c5551',
  80: '#1f5f5b',
  90: '#26736e',
  100: '#2d8a85',
  110: '#37a59e',
  120: '#4abfb8',
  130: '#72cac5',
  140: '#99d6d2',
  150: '#bfe4e1',
  160: '#e3f2f1',
};

export type Look = 'light' | 'dark' | 'high-contrast';

const LIGHT = createLightTheme(TEAL);
const DARK: Theme = {
  ...createDarkTheme(TEAL),
  // Text in the brand's colour: at least 4.5:1 on the dark ground.
  colorBrandForeground1: TEAL[120],
  colorBrandForeground2: TEAL[130],
  colorCompoundBrandForeground1: TEAL[120],
  colorBrandForegroundLink: TEAL[120],
  colorBrandForegroundLinkHover: TEAL[130],
};

export const THEMES: Readonly<Record<Look, Theme>> = {
  light: LIGHT,
  dark: DARK,
  'high-contrast': teamsHighContrastTheme,
};

/** Each series stands out by more than 3:1 from its ground. */
export const CHART_LOOKS: Readonly<Record<Look, ChartColours>> = {
  light: CHART_COLOURS,
  dark: {
    ink: 'currentColor',
    quiet: '#adadad',
    grid: '#4a4a4a',
    ground: '#292929',
    series: ['#4abfb8', '#f0a060', '#a9aef0', '#c8c870'],
  },
  'high-contrast': {
    ink: 'CanvasText',
    quiet: 'CanvasText',
    grid: 'GrayText',
    ground: 'Canvas',
    series: ['Highlight', 'CanvasText', 'LinkText', 'GrayText'],
  },
};
