/** Tables as text: whole within the width where that can be, and readable whatever the file has put into them. */
import fc from 'fast-check';
import type { DocumentTable } from 'isu-core';
import { describe, expect, it } from 'vitest';
import type { Style } from '../src/terminal.ts';
import { shownWidth } from '../src/text-lines.ts';
import { tableLines } from '../src/text-table.ts';

const same = (text: string) => text;
const style: Style = { bold: same, faint: same, accent: same, warning: same };

function tableOf(headers: readonly string[], rows: readonly (readonly (string | number)[])[]): DocumentTable {
  return {
    kind: 'table',
    id: 'made-up',
    title: '',
    columns: headers.map((header, at) => ({
      key: String(at),
      header,
      format: typeof rows[0]?.[at] === 'number' ? 'integer' : 'text',
      width: 10,
    })),
    rows: rows.map((cells, at) => ({ key: String(at), cells: cells.map((value) => ({ value })) })),
    notes: [],
  };
}

const linesOf = (table: DocumentTable, width: number) => [
  ...tableLines(table, Infinity, { language: 'sv', style, width }),
];

describe('a table on a terminal', () => {
  const groups = tableOf(
    ['Bakgrundsfaktor', '1', '12 eller fler', 'Antal aktualiseringar'],
    [
      ['Andel inledda utredningar', 30, 81, 3465],
      ['Anmälare: Socialtjänsten (ex officio)', 2, 6, 148],
    ],
  );

  it('has text to the left, figures to the right, and short headers in one line', () => {
    expect(linesOf(groups, 100)).toEqual([
      '                                                                    Antal',
      'Bakgrundsfaktor                         1  12 eller fler  aktualiseringar',
      '─────────────────────────────────────  ──  ─────────────  ───────────────',
      'Andel inledda utredningar              30             81            3\u00a0465',
      'Anmälare: Socialtjänsten (ex officio)   2              6              148',
    ]);
  });

  it('has headers in more lines where there is less room', () => {
    expect(linesOf(groups, 70)).toEqual([
      '                                           12 eller            Antal',
      'Bakgrundsfaktor                         1      fler  aktualiseringar',
      '─────────────────────────────────────  ──  ────────  ───────────────',
      'Andel inledda utredningar              30        81            3\u00a0465',
      'Anmälare: Socialtjänsten (ex officio)   2         6              148',
    ]);
  });

  it('then has long labels in two lines, whole', () => {
    expect(linesOf(groups, 52)).toEqual([
      '                                 12',
      '                              eller            Antal',
      'Bakgrundsfaktor            1   fler  aktualiseringar',
      '────────────────────────  ──  ─────  ───────────────',
      'Andel inledda             30     81            3\u00a0465',
      'utredningar',
      'Anmälare: Socialtjänsten   2      6              148',
      '(ex officio)',
    ]);
  });

  it('then stands in parts under each other, each with its labels', () => {
    const lines = linesOf(groups, 40);
    expect(lines.filter((line) => line.includes('Bakgrundsfaktor'))).toHaveLength(2);
    expect(lines).toContain('');
  });

  it('keeps a no-break space whole', () => {
    const interval = tableOf(['Grupp', '95\u00a0%-intervall, nedre'], [['1', 26]]);
    expect(linesOf(interval, 40).slice(0, 2)).toEqual([
      '       95\u00a0%-intervall,',
      'Grupp            nedre',
    ]);
  });

  it('cuts a word only where nothing else helps', () => {
    const word = tableOf(['Värde', 'Rad'], [['x'.repeat(200), 7]]);
    const last = linesOf(word, 40).at(-1)!;
    expect(last).toMatch(/^x{20,}…  +7$/);
    expect(last).toHaveLength(40);
  });

  it('is one line a row though a cell holds line breaks, tabs and signs that steer a terminal', () => {
    const odd = tableOf(['Anmälare', 'Antal'], [['Poli\u001b[2Jsen\r\n\tnorr', 1]]);
    const lines = linesOf(odd, 80);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^Poli \[2Jsen norr +1$/);
  });

  it('counts letters and not their marks: a file from a Mac writes å as a and a ring', () => {
    const composed = tableOf(['Anmälare', 'Antal'], [['Försäkringskassan', 1]]);
    const apart = tableOf(['Anmälare', 'Antal'], [['Försäkringskassan'.normalize('NFD'), 1]]);
    expect(linesOf(apart, 80).map((line) => line.normalize('NFC'))).toEqual(linesOf(composed, 80));
  });

  it('is never wider than the terminal, if that has room for the words of a header and a figure', () => {
    const word = fc.stringMatching(/^[a-zåäö]{1,12}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const row = fc.tuple(text, fc.nat(9_999_999), fc.nat(9999), text, fc.nat(99));
    fc.assert(
      fc.property(
        fc.tuple(text, text, text, text, text),
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 40, max: 120 }),
        (headers, rows, width) => {
          const lines = linesOf(tableOf(headers, rows), width);
          expect(Math.max(...lines.map(shownWidth))).toBeLessThanOrEqual(width);
          // Nothing is lost: every word of every cell stands in some line.
          const shown = lines.join('\n');
          for (const cell of rows.flat())
            for (const part of String(cell).split(' '))
              if (typeof cell === 'string') expect(shown).toContain(part);
        },
      ),
      { numRuns: 300 },
    );
  });
});
