import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CsvReader, readCsv } from '../src/csv/reader.ts';
import { bytesOf, rowsRead } from './csv-sheets.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/csv/${name}`, import.meta.url));

/** Rows as LibreOffice wrote them: filled cells in quotes, tabs between. */
function rowsOfLibreOffice(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  for (const [, cell, end] of text.matchAll(/(?:"((?:[^"]|"")*)")?([\t\n])/g)) {
    rows.at(-1)!.push(cell?.replaceAll('""', '"') ?? null);
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const read = (text: string) => rowsRead(readCsv(bytesOf(text)));

describe('rows and cells of a CSV file', () => {
  it('reads a register of text cells, none made into a number or a date', () => {
    expect(read('Personnr;Datum\r\n007;2017-01-05\r\n1,97E+11;=1+1\r\n')).toEqual([
      ['Personnr', 'Datum'],
      ['007', '2017-01-05'],
      ['1,97E+11', '=1+1'],
    ]);
  });

  it('reads a messy register as LibreOffice does, row by row', () => {
    expect(rowsRead(readCsv(fixture('awkward.csv')))).toEqual(
      rowsOfLibreOffice(fixture('awkward-by-libreoffice.csv').toString('utf8')),
    );
  });

  it('ends a row at CRLF, LF or CR, mixed in one file', () => {
    expect(read('a;1\r\nb;2\nc;3\rd;4')).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', '4'],
    ]);
  });

  it('counts a blank line as a row, so that row numbers are those of Excel', () => {
    expect(read('a;b\n\n\r\nc;d\n\n')).toEqual([
      ['a', 'b'],
      [null, null],
      [null, null],
      ['c', 'd'],
      [null, null],
    ]);
  });

  it('makes no row of a final line end, nor of a missing one', () => {
    expect(read('a;b\nc;d\n')).toEqual(read('a;b\nc;d'));
    expect(read('a;b\nc;d\r')).toHaveLength(2);
  });

  it('lets a title above the header be shorter, and a row be longer', () => {
    expect(read('Uttag 2017-2022\n\nPerson;Datum\n1;2;3\n4')).toEqual([
      ['Uttag 2017-2022', null, null],
      [null, null, null],
      ['Person', 'Datum', null],
      ['1', '2', '3'],
      ['4', null, null],
    ]);
  });

  it('takes a cell of spaces as empty and trims the others as JavaScript does', () => {
    expect(read('a;  ;\u00A0\n b\u00A0;\tc ;\u2003d\uFEFF \n"  e ";f;g')).toEqual([
      ['a', null, null],
      ['b', 'c', 'd'],
      ['e', 'f', 'g'],
    ]);
  });

  it('gives one code to the spellings of a value that are the same when trimmed', () => {
    const sheet = readCsv(bytesOf('x\nPolisen\n Polisen\n"Polisen"\nPolisen\u00A0\n\u00A0\nPolisen'));
    if (!sheet.ok) throw new Error(sheet.problem.en);
    const column = sheet.value.columns[0]!;
    expect([...column.codes]).toEqual([1, 2, 2, 2, 2, 0, 2]);
    expect(column.size).toBe(3);
  });
});

describe('a file in pieces', () => {
  it('is the same file wherever it is cut in two, at its start and far into it', () => {
    const rows = 'a; b ;"c"\r\n"d";"e""f";g\rh;"i"\n\r\n"j";k;"l"\r\n';
    const bytes = bytesOf(rows.repeat(2000));
    const whole = rowsRead(readCsv(bytes));
    expect(whole).toHaveLength(10_000);
    for (let i = 0; i <= 2 * rows.length; i++) {
      const at = i <= rows.length ? i : bytes.length - i + rows.length;
      const reader = new CsvReader();
      reader.push(bytes.subarray(0, at));
      reader.push(bytes.subarray(at));
      expect(rowsRead(reader.finish()), `cut at ${String(at)}`).toEqual(whole);
    }
  });

  it('need not be read on when something is wrong already', () => {
    const reader = new CsvReader();
    expect(reader.push(bytesOf('a;b\n'.repeat(20_000)))).toBe(true);
    expect(reader.push(bytesOf('\0\n'))).toBe(false);
    expect(reader.finish()).toMatchObject({ ok: false, problem: { code: 'nul-bytes' } });
  });
});

describe('many rows', () => {
  const codesOf = (cells: readonly string[], size?: number) => {
    const reader = new CsvReader({ size });
    reader.push(bytesOf(cells.join('\n')));
    const sheet = reader.finish();
    if (!sheet.ok) throw new Error(sheet.problem.en);
    return [...sheet.value.columns[0]!.codes];
  };

  it('give a number that comes back after later ones its first code', () => {
    const numbers = Array.from({ length: 500 }, (_, i) => String(1000 + i));
    const expected = numbers.map((_, i) => i + 1);
    expect(codesOf([...numbers, ...numbers.toReversed()])).toEqual([...expected, ...expected.toReversed()]);
  });

  it('keep cells apart that have the same hash', () => {
    // Found by trying: hashOf gives each pair one 32-bit number.
    const alike = ['K034031-2979', 'K002467-2509', 'K262381-1701', 'K106046-841'];
    const numbers = Array.from({ length: 20_000 }, (_, i) => String(90_000 - i));
    const codes = codesOf([...numbers, ...alike, ...numbers, ...alike]);
    expect(codes.slice(-4)).toEqual([20_001, 20_002, 20_003, 20_004]);
  });

  it('are read alike with and without quotes', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [String(i), 'Polisen', `${String(i % 7)}-dag`]);
    const quoted = rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n');
    const plain = rows.map((row) => row.join(';')).join('\n');
    expect(rowsRead(readCsv(bytesOf(quoted)))).toEqual(rowsRead(readCsv(bytesOf(plain))));
  });

  it('are read alike whatever is said of the size of the file', () => {
    const cells = Array.from({ length: 9000 }, (_, i) => String(i % 4000));
    for (const size of [0, 10, 9000, 1e15]) expect(codesOf(cells, size)).toEqual(codesOf(cells));
  });
});

describe('quotes', () => {
  it('keep separators, line ends and doubled quotes as text', () => {
    expect(read('"a;b";"c\r\nd";"e ""f"" g";""\n')).toEqual([['a;b', 'c\r\nd', 'e "f" g', null]]);
  });

  it('are text in the middle of a cell', () => {
    expect(read('a;5" rör\nb;"x"" y"\n')).toEqual([
      ['a', '5" rör'],
      ['b', 'x" y'],
    ]);
  });

  it('are followed by text that belongs to the cell', () => {
    expect(read('"a"b;"c" "d"\n"e" ;f')).toEqual([
      ['ab', 'c "d"'],
      ['e', 'f'],
    ]);
  });

  it('make a cell that holds separators another than the same letters without quotes below it', () => {
    expect(read('sep=;\n"a;\n"\na;\n"b;c "\nb;c \n"d;e"\nd;e\n')).toEqual([
      ['a;', null],
      ['a', null],
      ['b;c', null],
      ['b', 'c'],
      ['d;e', null],
      ['d', 'e'],
    ]);
  });

  it('with a line end inside count as one row', () => {
    expect(read('a;b\n"two\nlines";c\nd;e')[2]).toEqual(['d', 'e']);
  });
});

describe('the separator', () => {
  it.each([
    [';', 'a;b,c;d\n1;2,5;3', ['1', '2,5', '3']],
    [',', 'a,b\n1,"x;y;z"\n2,w', ['2', 'w']],
    ['tab', 'a\tb;c\n1\t2', ['1', '2']],
    ['; though a title has commas', 'Uttag, vuxna, 2017, Söderhamn\nperson;datum\n1;2\n3;4', ['3', '4']],
    [
      '; though a note has a varying number of commas',
      'nr;not\n1;a,b,c\n2;d\n3;e,f\n4;g,h,i',
      ['4', 'g,h,i'],
    ],
    [', though quoted names have semicolons', '"a;b",c\n"d;e",f', ['d;e', 'f']],
    [', though each row has one semicolon', '1,Åsa;Bo,x\n2,Ola;Eva,y', ['2', 'Ola;Eva', 'y']],
    [', though text follows the quotes of the semicolon', '"Åsa",a;b\n"Bo",c;d', ['Bo', 'c;d']],
    ['; though quoted cells hold tabs and line ends', 'x;"\t\r"\ny;"\t\r"', ['y', null]],
    ['; though quoted cells begin with line ends', 'x;"\n,";"\r";;;",\n"', ['x', ',', null, null, null, ',']],
  ])('%s is found', (_, text, lastRow) => {
    expect(read(text).at(-1)).toEqual(lastRow);
  });

  it('is not looked for in a row that is cut off after 64 kB', () => {
    const cutOff = `1;${'a, '.repeat(12)}${'x'.repeat(70_000)};c`;
    expect(read(`nr;not;a;b;c;d;e;f\n${cutOff}`)[0]).toHaveLength(8);
  });

  it('need not be there: a file of one column', () => {
    expect(read('Personnummer\n1\n2')).toEqual([['Personnummer'], ['1'], ['2']]);
  });

  it.each(['sep=;\n', 'sep=;\r\n', '"sep=;"\r\n', 'SEP=;\r'])(
    'is named by the first line %j, which Excel does not show and so is not counted',
    (line) => {
      expect(read(`${line}a,b,c;1\nd,e,f;2`)).toEqual([
        ['a,b,c', '1'],
        ['d,e,f', '2'],
      ]);
    },
  );

  it('may be another one when the first line names it', () => {
    expect(read('sep=|\na|b;c')).toEqual([['a', 'b;c']]);
    expect(read('sep="\na;b')).toEqual([
      ['sep="', null],
      ['a', 'b'],
    ]);
  });
});

describe('what is wrong with a file', () => {
  const problemOf = (bytes: Uint8Array) => {
    const outcome = readCsv(bytes);
    if (outcome.ok) throw new Error('The file was read.');
    return outcome.problem;
  };

  it('is that a quote is not closed: the row and column where it opens', () => {
    const problem = problemOf(bytesOf('a;b\n1;2\n\n3;"x\n4;y\n'));
    expect(problem.code).toBe('unclosed-quote');
    expect(problem.sv).toContain('Rad 4, kolumn 2');
    expect(problem.en).toContain('Row 4, column 2');
  });

  it('is that a quote is not closed within 16 MB, without reading on', () => {
    const text = `a;b\n1;"${'x'.repeat(17 * 1024 * 1024)}";c\n`;
    expect(problemOf(bytesOf(text)).sv).toMatch(/^Rad 2, kolumn 2: ett citattecken/);
  });

  it('is that it is no text file: NUL bytes, and where', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    expect(problemOf(png).code).toBe('nul-bytes');
    expect(problemOf(png).en).toContain('Row 3, column 1');
    expect(problemOf(bytesOf('a;b\n"c";"\0"')).en).toContain('Row 2, column 2');
  });

  it('is that a row has more columns than a sheet in Excel, and how many', () => {
    const problem = problemOf(bytesOf(`a;b\n${';'.repeat(99_999)}\n1;2`));
    expect(problem.code).toBe('too-many-columns');
    expect(problem.sv).toContain('Rad 2 har 100\u00A0000 kolumner');
    expect(problem.en).toContain('Row 2 has 100,000 columns; at most 16,384');
    expect(rowsRead(readCsv(bytesOf(`${';'.repeat(16_383)}x`)))[0]).toHaveLength(16_384);
  });

  it.each(['', ' ', '\r\n\r\n', '\uFEFF', '\uFEFF \t\u00A0\n', ';;\n;', 'sep=;\n'])(
    'is that nothing stands in it: %j',
    (text) => {
      expect(problemOf(bytesOf(text)).code).toBe('empty-file');
    },
  );

  it('is that a row has no end', () => {
    expect(problemOf(new Uint8Array(17 * 1024 * 1024).fill(65))).toMatchObject({ code: 'row-too-long' });
  });

  it('is that the encoding asked for is not known: the known ones are listed', () => {
    const outcome = readCsv(bytesOf('a'), { encoding: 'ebcdic' });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'unknown-encoding' } });
    expect(outcome.ok ? '' : outcome.problem.sv).toMatch(/”ebcdic”.*utf-8.*windows-1252.*latin1/);
  });
});
