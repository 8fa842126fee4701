/** Colours as a file names them – by themselves, by number, by the theme, lighter or darker – as RRGGBB. */
import { OFFICE_THEME, THEME_COLOURS, type ThemeData } from '../look-data.ts';
import { child, numberOr, parseXml, valueOf, type XmlNode } from './xml.ts';

export function readTheme(xml: string): ThemeData {
  if (xml === '') return OFFICE_THEME;
  const root = parseXml(xml);
  const elements = child(root, 'themeElements');
  const scheme = child(elements, 'clrScheme');
  const colours = THEME_COLOURS.map((name, i) => {
    const colour = child(scheme, name)?.children[0];
    return (valueOf(colour) ?? colour?.attributes['lastClr'] ?? OFFICE_THEME.colours[i]!).toUpperCase();
  });
  const minor = child(child(elements, 'fontScheme'), 'minorFont');
  return {
    name: root.attributes['name'] ?? OFFICE_THEME.name,
    colours,
    font: child(minor, 'latin')?.attributes['typeface'] ?? OFFICE_THEME.font,
  };
}

/** A file counts light before dark. */
const LIGHT_AND_DARK = ['FFFFFF', '000000'] as const;

export class Colours {
  private readonly theme: ThemeData;

  constructor(theme: ThemeData) {
    this.theme = theme;
  }

  /** `null` where the element names none, or the one that text has anyway. */
  of(node: XmlNode | undefined): string | null {
    if (!node) return null;
    const { rgb, theme, indexed, tint } = node.attributes;
    if (rgb !== undefined && /^([\da-f]{2})?[\da-f]{6}$/i.test(rgb)) return tinted(rgb.slice(-6), tint);
    if (theme !== undefined) {
      if (theme === '1' && tint === undefined) return null;
      const colour = this.ofTheme(Number(theme));
      return colour === null ? null : tinted(colour, tint);
    }
    // 64 and 65 are the screen's own text and ground.
    return indexed === undefined ? null : (INDEXED[Number(indexed)] ?? null);
  }

  /** 0 light, 1 dark, 2 light beside it, 3 dark beside it, then accents and links. */
  private ofTheme(number: number): string | null {
    if (number < 2) return LIGHT_AND_DARK[number] ?? null;
    const [dark, light, ...others] = this.theme.colours;
    return [light, dark, ...others][number - 2] ?? null;
  }

  /** As a chart names it: `<a:solidFill>` with a colour in it. */
  ofFill(fill: XmlNode | undefined): string | null {
    const own = valueOf(child(fill, 'srgbClr'));
    if (own !== undefined) return own.toUpperCase();
    const scheme = valueOf(child(fill, 'schemeClr'));
    if (scheme === undefined) return null;
    const plain = PLAIN_NAMES[scheme];
    if (plain !== undefined) return plain;
    const name = SAME_NAMES[scheme] ?? scheme;
    return this.theme.colours[THEME_COLOURS.findIndex((each) => each === name)] ?? null;
  }
}

/** Drawings call ground and text what the theme calls light and dark. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  bg1: 'FFFFFF',
  lt1: 'FFFFFF',
  tx1: '000000',
  dk1: '000000',
};
const SAME_NAMES: Readonly<Record<string, string>> = { bg2: 'lt2', tx2: 'dk2' };

/** ECMA-376, part 1, 18.8.19: from -1, black, to 1, white, by lightness. */
function tinted(colour: string, tint: string | undefined): string {
  const by = numberOr(tint, 0);
  const plain = colour.toUpperCase();
  if (by === 0) return plain;
  const channels = [0, 2, 4].map((at) => Number.parseInt(plain.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  const light = (most + least) / 2;
  const target = by < 0 ? light * (1 + by) : light * (1 - by) + by;
  // The same hue and saturation at another lightness.
  const room = (lightness: number) => Math.min(lightness, 1 - lightness);
  const scale = room(light) === 0 ? 0 : room(target) / room(light);
  return channels
    .map((channel) => Math.round((target + (channel - light) * scale) * 255))
    .map((channel) => Math.min(255, Math.max(0, channel)).toString(16).toUpperCase().padStart(2, '0'))
    .join('');
}

const EIGHT = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];

/** ECMA-376, part 1, 18.8.27. */
const INDEXED: readonly string[] = [
  ...EIGHT,
  ...EIGHT,
  ...['800000', '008000', '000080', '808000', '800080', '008080', 'C0C0C0', '808080'],
  ...['9999FF', '993366', 'FFFFCC', 'CCFFFF', '660066', 'FF8080', '0066CC', 'CCCCFF'],
  ...['000080', 'FF00FF', 'FFFF00', '00FFFF', '800080', '800000', '008080', '0000FF'],
  ...['00CCFF', 'CCFFFF', 'CCFFCC', 'FFFF99', '99CCFF', 'FF99CC', 'CC99FF', 'FFCC99'],
  ...['3366FF', '33CCCC', '99CC00', 'FFCC00', 'FF9900', 'FF6600', '666699', '969696'],
  ...['003366', '339966', '003300', '333300', '993300', '993366', '333399', '333333'],
];
