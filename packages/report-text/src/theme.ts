/**
 * A report theme with the product's colours: the charts' own first, in the order in which the visual asks for colours.
 * Every data colour stands out from white by at least 3:1 (WCAG 2.2, 1.4.11), every text colour by 4.5:1; a test holds
 * them so.
 */
import { CHART_COLOURS } from 'isu-charts';

export interface ReportTheme {
  readonly name: string;
  readonly dataColors: readonly string[];
  readonly textClasses: Readonly<
    Record<string, { readonly fontFace: string; readonly fontSize: number; readonly color: string }>
  >;
  readonly [colour: string]: unknown;
}

const INK = '#1c2524';
const TEXT = 'Segoe UI';
const STRONG = 'Segoe UI Semibold';

export function reportTheme(): ReportTheme {
  const { quiet, grid, ground, series } = CHART_COLOURS;
  const first = series[0]!;
  return {
    name: 'ISU Lathund',
    // As the visual asks for them: persons, actualisations, application, report, LOB, other. Then two more.
    dataColors: [...series, '#8a3a5c', '#6b7675', '#2d8a85', '#8c5a1e'],
    foreground: INK,
    foregroundNeutralSecondary: quiet,
    foregroundNeutralTertiary: '#5f6a69',
    background: ground,
    backgroundLight: '#f3f6f5',
    backgroundNeutral: grid,
    tableAccent: first,
    good: '#2a7a4b',
    neutral: '#80691a',
    bad: '#a8392b',
    maximum: first,
    center: '#8fbab6',
    minimum: '#e3f2f1',
    null: '#6b7675',
    hyperlink: first,
    visitedHyperlink: '#4b4f9a',
    textClasses: {
      title: { fontFace: STRONG, fontSize: 12, color: INK },
      label: { fontFace: TEXT, fontSize: 10, color: quiet },
      header: { fontFace: STRONG, fontSize: 12, color: INK },
      callout: { fontFace: STRONG, fontSize: 28, color: first },
    },
  };
}
