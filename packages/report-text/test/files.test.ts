/** What stands in docs/powerbi is what the definition gives; the theme is valid and can be read by all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHART_COLOURS } from 'isu-charts';
import { describe, expect, it } from 'vitest';
import { REPORT_FILES, reportTheme, THEME_FILE } from '../src/index.ts';

const FOLDER = fileURLToPath(new URL('../../../docs/powerbi/', import.meta.url));

it.each(REPORT_FILES.map(({ path, text }) => [path, text]))(
  'docs/powerbi/%s is as npm run report:text writes it',
  (path, text) => {
    expect(readFileSync(join(FOLDER, path), 'utf8')).toBe(text);
  },
);

it('nothing else stands beside the texts', () => {
  const written = REPORT_FILES.map(({ path }) => path);
  for (const folder of ['dax', 'power-query'])
    for (const name of readdirSync(join(FOLDER, folder))) expect(written).toContain(`${folder}/${name}`);
});

it.each(REPORT_FILES.filter((file) => file !== THEME_FILE).map(({ path, text }) => [path, text]))(
  '%s says in its head that it has not been run in Power BI, in both languages what it is',
  (_, text) => {
    // TMDL has no comments of its own: there the head stands first in the first measure.
    const head = text.slice(0, 1800);
    expect(head).toContain('// Inte körd i Power BI.');
    expect(head).toContain('// In English: ');
  },
);

/** Relative luminance and contrast by WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('the theme', () => {
  const theme = reportTheme();
  const { background, backgroundLight } = theme as unknown as Record<string, string>;

  it('begins with the charts’ colours', () => {
    expect(theme.dataColors.slice(0, CHART_COLOURS.series.length)).toEqual(CHART_COLOURS.series);
    expect(new Set(theme.dataColors).size).toBe(theme.dataColors.length);
  });

  it('has data colours and states that stand out from its grounds (3:1)', () => {
    const { good, neutral, bad, maximum } = theme as unknown as Record<string, string>;
    for (const colour of [...theme.dataColors, good!, neutral!, bad!, maximum!, theme['null'] as string])
      for (const ground of [background!, backgroundLight!])
        expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
  });

  it('has texts that can be read (4.5:1)', () => {
    const names = [
      'foreground',
      'foregroundNeutralSecondary',
      'foregroundNeutralTertiary',
      'hyperlink',
      'visitedHyperlink',
      'tableAccent',
    ];
    const colours = [
      ...names.map((name) => theme[name] as string),
      ...Object.values(theme.textClasses).map(({ color }) => color),
    ];
    for (const colour of colours)
      for (const ground of [background!, backgroundLight!])
        expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('has a scale that goes from light to dark', () => {
    const { minimum, center, maximum } = theme as unknown as Record<string, string>;
    expect(luminance(minimum!)).toBeGreaterThan(luminance(center!));
    expect(luminance(center!)).toBeGreaterThan(luminance(maximum!));
  });

  it('holds only what Microsoft’s schema of report themes knows', () => {
    // The schema itself (reportThemeSchema-2.152.json, a megabyte) found no fault in it; these are its own keys.
    const known = new Set(
      'name dataColors textClasses foreground foregroundNeutralSecondary foregroundNeutralTertiary background backgroundLight backgroundNeutral tableAccent good neutral bad maximum center minimum null hyperlink visitedHyperlink'.split(
        ' ',
      ),
    );
    for (const [key, value] of Object.entries(theme)) {
      expect(known).toContain(key);
      if (typeof value === 'string' && key !== 'name') expect(value).toMatch(/^#[0-9a-f]{6}$/);
    }
    for (const [name, { fontSize }] of Object.entries(theme.textClasses)) {
      expect(['title', 'label', 'header', 'callout']).toContain(name);
      expect(fontSize).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('the handbook names what a report builder meets', () => {
  const page = readFileSync(join(FOLDER, '../handbok/powerbi.md'), 'utf8');
  const strings = JSON.parse(
    readFileSync(join(FOLDER, '../../powerbi-visual/stringResources/sv-SE/resources.resjson'), 'utf8'),
  ) as Record<string, string>;

  it('every field and view of the visual, as it names them', () => {
    const named = Object.entries(strings).filter(([key]) => /^(role|view)_[a-z]+$/.test(key));
    expect(named.length).toBeGreaterThan(15);
    for (const [key, words] of named)
      if (!['view_shown', 'view_tabs'].includes(key)) expect(page, key).toContain(`**${words}**`);
  });

  it('every text that is to be pasted', () => {
    const named = REPORT_FILES.filter(({ path }) => !/utan-nummer|kolumner/.test(path));
    for (const { path } of named) expect(page).toContain(`(../powerbi/${path})`);
  });
});
