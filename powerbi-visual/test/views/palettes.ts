/** Palettes as a host gives them: the product's theme light and dark, Power BI's own theme, and a high contrast one. */
import type { HostPalette } from '../../src/views/view-colours.ts';

const themed = (
  [foreground, background, hyperlink]: readonly [string, string, string],
  colours: readonly string[],
): HostPalette => {
  const asked: string[] = [];
  return {
    foreground: { value: foreground },
    background: { value: background },
    foregroundSelected: { value: foreground },
    hyperlink: { value: hyperlink },
    // A host gives a name the next colour of the theme, and the same one ever after.
    getColor: (key) => {
      if (!asked.includes(key)) asked.push(key);
      return { value: colours[asked.indexOf(key) % colours.length]! };
    },
  };
};

const PRODUCT = ['#1f5f5b', '#c8702d', '#4b4f9a', '#7a7a2c', '#a03050', '#555555'];

export const PALETTES = {
  light: themed(['#252423', '#ffffff', '#0078d4'], PRODUCT),
  dark: themed(
    ['#f3f2f1', '#1b1a19', '#60cdff'],
    ['#4abfb8', '#f0a060', '#a9aef0', '#c8c870', '#f08080', '#999999'],
  ),
  powerBi: themed(
    ['#252423', '#ffffff', '#0078d4'],
    ['#118DFF', '#12239E', '#E66C37', '#6B007B', '#E044A7', '#744EC2'],
  ),
  /** Colours that hardly stand out from their ground. */
  faint: themed(['#333333', '#ffffff', '#0078d4'], ['#fff3c4', '#ffe0e0', '#e8f4ff', '#f0f0f0', '#e5ffe5']),
  contrast: {
    isHighContrast: true,
    foreground: { value: '#ffff00' },
    background: { value: '#000000' },
    foregroundSelected: { value: '#00ff00' },
    hyperlink: { value: '#00ffff' },
    getColor: () => ({ value: '#123456' }),
  },
} satisfies Readonly<Record<string, HostPalette>>;

export type PaletteName = keyof typeof PALETTES;
