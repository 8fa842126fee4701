/** The colours of a report's theme, as a visual asks for them. */
import type powerbi from 'powerbi-visuals-api';

export interface Theme {
  readonly foreground: string;
  readonly background: string;
  readonly dataColors: readonly string[];
  /** A high-contrast mode: the two colours above and these. */
  readonly highContrast?: { readonly foregroundSelected: string; readonly hyperlink: string };
}

/** Power BI's own. */
export const LIGHT: Theme = {
  foreground: '#252423',
  background: '#FFFFFF',
  dataColors: ['#118DFF', '#12239E', '#E66C37', '#6B007B', '#E044A7', '#744EC2', '#D9B300', '#D64550'],
};

export const DARK: Theme = { ...LIGHT, foreground: '#F3F2F1', background: '#201F1E' };

/** Windows' own, which Power BI's follow. */
export const HIGH_CONTRAST_BLACK: Theme = {
  foreground: '#FFFFFF',
  background: '#000000',
  dataColors: [],
  highContrast: { foregroundSelected: '#00FF00', hyperlink: '#FFFF00' },
};

export const HIGH_CONTRAST_WHITE: Theme = {
  foreground: '#000000',
  background: '#FFFFFF',
  dataColors: [],
  highContrast: { foregroundSelected: '#37006E', hyperlink: '#00009F' },
};

/** Colours are dealt in turn to the keys that ask for them, and each key keeps its own. */
export function paletteOf(theme: Theme): powerbi.extensibility.ISandboxExtendedColorPalette {
  const { foreground, background, dataColors, highContrast } = theme;
  const dealt = new Map<string, string>();
  const ink = { value: foreground };
  const ground = { value: background };
  const link = { value: highContrast?.hyperlink ?? '#0078D4' };
  const palette: powerbi.extensibility.ISandboxExtendedColorPalette = {
    isHighContrast: highContrast !== undefined,
    getColor: (key) => {
      if (highContrast) return ink;
      const value = dealt.get(key) ?? dataColors[dealt.size % dataColors.length] ?? foreground;
      dealt.set(key, value);
      return { value };
    },
    reset: () => {
      dealt.clear();
      return palette;
    },
    foreground: ink,
    foregroundLight: ink,
    foregroundDark: ink,
    foregroundNeutralLight: ink,
    foregroundNeutralDark: ink,
    foregroundNeutralSecondary: ink,
    foregroundNeutralSecondaryAlt: ink,
    foregroundNeutralSecondaryAlt2: ink,
    foregroundNeutralTertiary: ink,
    foregroundNeutralTertiaryAlt: ink,
    foregroundSelected: { value: highContrast?.foregroundSelected ?? foreground },
    foregroundButton: ink,
    background: ground,
    backgroundLight: ground,
    backgroundNeutral: ground,
    backgroundDark: ground,
    hyperlink: link,
    visitedHyperlink: link,
    mapPushpin: ink,
    shapeStroke: ink,
  };
  return palette;
}
