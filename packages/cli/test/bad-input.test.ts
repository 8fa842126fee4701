/**
 * What people give by mistake: each is answered by one line on standard error, in the language asked for, with the
 * file, the row or the key at fault and the mend; nothing on standard output, nothing written, the right exit code.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isu, readerFixture, workFolder } from './command.ts';

const folder = workFolder();
const GOOD = folder.write(
  'good.csv',
  'Personnummer;Aktualiseringsdatum\n19811218-9876;2020-01-05\n20170101-2393;2021-02-03\n',
);
mkdirSync(folder.at('folder'));
mkdirSync(folder.at('folder.xlsx'));

interface Mistake {
  /** What stands in both sentences: where it is wrong. */
  readonly place: string;
  readonly sv: RegExp;
  readonly en: RegExp;
}

/** Runs the call in Swedish, and in English with results to be written, and holds what every mistake has in common. */
async function expectMistake(args: readonly string[], { place, sv, en }: Mistake) {
  const before = folder.names();
  const results = args.some((arg) => arg === '--out' || arg === '--json')
    ? []
    : ['--json', 'result.json', '--out', 'result.xlsx'];
  const runs = await Promise.all([
    isu(args, { cwd: folder.path }),
    isu([...args, ...results, '--lang', 'en'], { cwd: folder.path }),
  ]);
  for (const { code, out, error } of runs) {
    expect(error).toMatch(/^[^\n]+\n$/);
    expect(error).toContain(place);
    expect(error).not.toMatch(/\bat .*\.js:|Error:|undefined|NaN|\[object|\u001b/);
    expect(error.length).toBeLessThan(600);
    expect([code, out]).toEqual([2, '']);
  }
  expect(runs[0].error).toMatch(sv);
  expect(runs[1].error).toMatch(en);
  expect(folder.names()).toEqual(before);
}

describe('the file', () => {
  const files: (readonly [what: string, name: string, content: string | Uint8Array, mistake: Mistake])[] = [
    [
      'has no person column',
      'no-person.csv',
      'Förnamn;Aktualiseringsdatum\nx;2020-01-05\n',
      {
        place: 'no-person.csv: ',
        sv: /Ingen kolumn för person .* rad 1: Förnamn, Aktualiseringsdatum\. Ge kolumnen rubriken «Personnummer»/,
        en: /No column for the person .* row 1: Förnamn, Aktualiseringsdatum\. Head the column "Personnummer"/,
      },
    ],
    [
      'has no date column',
      'no-date.csv',
      'Personnummer;Typ\n19811218-9876;Ansökan\n',
      {
        place: '{"columns": {"date": ',
        sv: /no-date\.csv: Ingen kolumn för aktualiseringsdatum .* rad 1: Personnummer, Typ\. Ge kolumnen/,
        en: /no-date\.csv: No column for the date .* row 1: Personnummer, Typ\. Head the column/,
      },
    ],
    [
      'has no header row',
      'no-header.csv',
      '19811218-9876;2020-01-05\n20170101-2393;2021-02-03\n',
      {
        place: 'no-header.csv: ',
        sv: /Rad 1 ser ut att ha uppgifter i stället för rubriker\. Lägg till en rubrikrad/,
        en: /Row 1 seems to hold values instead of headers\. Add a header row/,
      },
    ],
    [
      'is empty',
      'empty.csv',
      '',
      { place: 'empty.csv: ', sv: /är tom.*Gör om uttaget/, en: /is empty.*Make the export/ },
    ],
    [
      'is an empty workbook file',
      'empty.xlsx',
      '',
      { place: 'empty.xlsx: ', sv: /är tom.*Gör om uttaget/, en: /is empty.*Make the export/ },
    ],
    [
      'has only separators',
      'blank.csv',
      '\n;;\n;;\n',
      { place: 'blank.csv: ', sv: /är tom.*Gör om uttaget/, en: /is empty.*Make the export/ },
    ],
    [
      'is a picture renamed .xlsx',
      'picture.xlsx',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      {
        place: 'picture.xlsx: ',
        sv: /är en PNG-bild, ingen arbetsbok\. Välj/,
        en: /is a PNG image, not a workbook\. Choose/,
      },
    ],
    [
      'is a web page without a table',
      'login.xls',
      '<html><body><p>Logga in</p></body></html>',
      { place: 'login.xls: ', sv: /webbsida utan tabell.*Välj/, en: /web page without a table.*Choose/ },
    ],
    [
      'is a workbook cut off on the way',
      'cut.xlsx',
      readFileSync(readerFixture('register.xlsx')).subarray(0, 3000),
      { place: 'cut.xlsx: ', sv: /skadad eller avbruten.*på nytt/, en: /damaged or cut off.*again/ },
    ],
    [
      'is an encrypted .xlsx',
      'secret.xlsx',
      readFileSync(readerFixture('register-encrypted.xlsx')),
      { place: 'secret.xlsx: ', sv: /lösenord.*ta bort lösenordet/, en: /password.*remove the password/ },
    ],
    [
      'is an encrypted .xls',
      'secret.xls',
      readFileSync(readerFixture('register-encrypted.xls')),
      { place: 'secret.xls: ', sv: /lösenord.*ta bort lösenordet/, en: /password.*remove the password/ },
    ],
    [
      'has a quote that is never closed',
      'quote.csv',
      'Personnummer;Aktualiseringsdatum\n19811218-9876;2020-01-05\n20170101-2393;"2021-02-03\n',
      {
        place: 'quote.csv: ',
        sv: /Rad 3, kolumn 2: ett citattecken.*Stäng det/,
        en: /Row 3, column 2: a quote.*Close it/,
      },
    ],
    [
      'has NUL bytes',
      'nul.csv',
      'Personnummer;Aktualiseringsdatum\n19811218-9876;2020-01\0-05\n',
      {
        place: 'nul.csv: ',
        sv: /Rad 2, kolumn 2: filen innehåller NUL-tecken.*Spara om den/,
        en: /Row 2, column 2: the file has NUL bytes.*Save it/,
      },
    ],
    [
      'has 100,000 columns',
      'wide.csv',
      `Personnummer;Aktualiseringsdatum${';x'.repeat(99_998)}\n19811218-9876;2020-01-05${';1'.repeat(99_998)}\n`,
      {
        place: 'wide.csv: ',
        sv: /Rad 1 har 100\u00a0000 kolumner; högst 16\u00a0384.*ta bort kolumner/,
        en: /Row 1 has 100,000 columns; at most 16,384.*remove columns/,
      },
    ],
    [
      'has two columns that both look like the date',
      'two-dates.csv',
      'Personnummer;Inkom;Datum\n19811218-9876;2020-01-05;2020-01-06\n',
      {
        place: '{"columns": {"date": "Inkom"}}',
        sv: /two-dates\.csv: Flera kolumner ser ut som aktualiseringsdatum: «Inkom» \(B\), «Datum» \(C\)\. Välj/,
        en: /two-dates\.csv: Several columns look like the date: "Inkom" \(B\), "Datum" \(C\)\. Choose/,
      },
    ],
    [
      'has two columns of the same name',
      'same-dates.csv',
      'Personnummer;Datum;Datum\n19811218-9876;2020-01-05;2020-01-06\n',
      { place: '{"columns": {"date": "B"}}', sv: /Flera kolumner/, en: /Several columns/ },
    ],
    [
      'has a header that would steer the terminal',
      'escape.csv',
      'För\u001b[2Jnamn\u0007;Aktualiseringsdatum\nx;2020-01-05\n',
      { place: 'escape.csv: ', sv: /För \[2Jnamn/, en: /För \[2Jnamn/ },
    ],
  ];

  it.each(files)('%s', async (_what, name, content, mistake) => {
    folder.write(name, content);
    await expectMistake(['analyse', name], mistake);
  });

  it('is not there', async () => {
    await expectMistake(['analyse', 'missing.csv'], {
      place: 'missing.csv',
      sv: /finns inte\. Kontrollera namnet/,
      en: /There is no file.*Check the name/,
    });
  });

  it('is a folder', async () => {
    await expectMistake(['analyse', 'folder'], {
      place: 'folder',
      sv: /är en mapp.*Ange en fil/,
      en: /is a folder.*Name a file/,
    });
  });

  it('is said to lie in a file', async () => {
    await expectMistake(['analyse', 'good.csv/register.csv'], {
      place: 'good.csv/register.csv',
      sv: /finns inte/,
      en: /There is no file/,
    });
  });

  it('is empty on standard input', async () => {
    await expectMistake(['analyse', '-'], { place: 'stdin: ', sv: /är tom/, en: /is empty/ });
  });

  it('has no sheet of that name', async () => {
    folder.write('sheets.xlsx', readFileSync(readerFixture('register.xlsx')));
    await expectMistake(['analyse', 'sheets.xlsx', '--sheet', 'Blad9'], {
      place: 'sheets.xlsx: ',
      sv: /inget blad .Blad9.*Bladen är .register/,
      en: /no sheet .Blad9.*The sheets are .register/,
    });
  });

  it('is CSV, which has no sheets', async () => {
    await expectMistake(['analyse', 'good.csv', '--sheet', 'Blad1'], {
      place: 'good.csv: ',
      sv: /har inga blad.*Utelämna/,
      en: /has no sheets.*Leave/,
    });
  });

  it.each(['good.csv', 'sheets.xlsx'])('%s has no such encoding', async (name) => {
    await expectMistake(['analyse', name, '--encoding', 'klingon'], {
      place: 'klingon',
      sv: /är okänd\. Ange någon av utf-8, /,
      en: /is not known\. Give one of utf-8, /,
    });
  });
});

describe('the settings', () => {
  const settings: (readonly [what: string, name: string, content: string, mistake: Mistake])[] = [
    [
      'have an unknown key',
      'unknown.json',
      '{"grupper": [1, 2]}',
      {
        place: 'unknown.json: ',
        sv: /«grupper» finns inte\. Närmast är «groups»/,
        en: /no setting "grupper"\. The nearest is "groups"/,
      },
    ],
    [
      'have an unknown key inside another',
      'unknown-inside.json',
      '{"period": {"form": "2017-01-01"}}',
      {
        place: 'unknown-inside.json: ',
        sv: /«period\.form» finns inte\. Närmast är «from»/,
        en: /"period\.form"\. The nearest is "from"/,
      },
    ],
    [
      'have groups that fall',
      'groups.json',
      '{"groups": [1, 3, 2]}',
      {
        place: 'groups.json: ',
        sv: /«groups» \[1,3,2\].*stiger.*till exempel \[1, 2, 3, 7, 12\]/,
        en: /"groups" \[1,3,2\].*rise.*for example \[1, 2, 3, 7, 12\]/,
      },
    ],
    [
      'have a period that ends before it starts',
      'period.json',
      '{"period": {"from": "2022-06-30", "to": "2017-01-01"}}',
      {
        place: 'period.json: ',
        sv: /slutar \(2017-01-01\) innan den börjar \(2022-06-30\)\. Byt plats/,
        en: /ends \(2017-01-01\) before it starts \(2022-06-30\)\. Swap/,
      },
    ],
    [
      'have a day that no calendar has',
      'day.json',
      '{"period": {"from": "2022-02-30"}}',
      { place: '"2022-02-30"', sv: /«period\.from».*skriv en dag/, en: /"period\.from".*write a day/ },
    ],
    [
      'have a number in quotes',
      'age.json',
      '{"lowestAge": "18"}',
      { place: '"18"', sv: /«lowestAge».*utan citattecken/, en: /"lowestAge".*without quotes/ },
    ],
    [
      'lack a part that is needed',
      'sample.json',
      '{"selection": {"sample": {"seed": 1}}}',
      {
        place: 'selection.sample.size',
        sv: /saknas: här ska stå ett heltal/,
        en: /is missing: a whole number/,
      },
    ],
    [
      'name a column that is not there',
      'column.json',
      '{"columns": {"date": "Aktualiseringsdag2"}}',
      {
        place: 'good.csv: ',
        sv: /«Aktualiseringsdag2», som inställningen «columns\.date».*Närmast är «Aktualiseringsdatum»/,
        en: /"Aktualiseringsdag2", which the setting "columns\.date".*nearest is "Aktualiseringsdatum"/,
      },
    ],
    [
      'are a list',
      'list.json',
      '[1, 2]',
      { place: 'list.json: ', sv: /JSON-objekt inom \{ och \}/, en: /JSON object within \{ and \}/ },
    ],
    [
      'are empty',
      'empty.json',
      '\n',
      { place: 'empty.json', sv: /är tom\. Den ska ha JSON/, en: /is empty\. It should hold JSON/ },
    ],
    [
      'are text',
      'text.json',
      'lowestAge = 18',
      {
        place: 'text.json',
        sv: /inte giltig JSON: på rad 1 väntas något annat än lowestAge/,
        en: /not valid JSON: in row 1 something other than lowestAge/,
      },
    ],
    [
      'have a comma too many',
      'comma.json',
      '{\n  "lowestAge": 18,\n}\n',
      {
        place: 'comma.json',
        sv: /på rad 3 väntas något annat än }\. Se efter om ett komma/,
        en: /in row 3 something other than } is expected\. See whether a comma/,
      },
    ],
    [
      'end too early',
      'end.json',
      '{\n  "lowestAge": 18\n',
      { place: 'end.json', sv: /tar slut på rad 2.*Lägg till/, en: /ends in row 2.*Add/ },
    ],
    [
      'name a key file that is not there',
      'key.json',
      '{"pseudonymKeyFile": "no-key.txt"}',
      {
        place: 'no-key.txt',
        sv: /Nyckelfilen .*finns inte\. .*isu key/,
        en: /no key file .*isu key/,
      },
    ],
    [
      'name a file that is no key',
      'not-a-key.json',
      '{"pseudonymKeyFile": "good.csv"}',
      { place: 'good.csv: ', sv: /ingen nyckelfil.*Välj/, en: /not a key file.*Choose/ },
    ],
  ];

  it.each(settings)('%s', async (_what, name, content, mistake) => {
    folder.write(name, content);
    await expectMistake(['analyse', GOOD, '--settings', name], mistake);
  });

  it('are not there', async () => {
    await expectMistake(['analyse', GOOD, '--settings', 'missing.json'], {
      place: 'missing.json',
      sv: /finns inte\. Kontrollera/,
      en: /There is no file.*Check/,
    });
  });

  it('are a folder', async () => {
    await expectMistake(['analyse', GOOD, '--settings', 'folder'], {
      place: 'folder',
      sv: /är en mapp/,
      en: /is a folder/,
    });
  });
});

describe('the result', () => {
  const targets: (readonly [what: string, options: readonly string[], mistake: Mistake])[] = [
    [
      'goes to a folder that is not there',
      ['--out', 'missing/result.xlsx'],
      {
        place: 'missing/result.xlsx',
        sv: /mappen «missing» finns inte\. Skapa/,
        en: /no folder "missing"\. Make/,
      },
    ],
    [
      'as JSON goes to a folder that is not there',
      ['--json', 'missing/result.json'],
      {
        place: 'missing/result.json',
        sv: /mappen «missing» finns inte\. Skapa/,
        en: /no folder "missing"\. Make/,
      },
    ],
    [
      'goes to a place inside a file',
      ['--out', 'good.csv/result.xlsx'],
      { place: 'good.csv/result.xlsx', sv: /mappen «good\.csv» finns inte/, en: /no folder "good\.csv"/ },
    ],
    [
      'would take the place of a folder',
      ['--out', 'folder.xlsx'],
      { place: 'folder.xlsx', sv: /är en mapp.*Ange ett namn/, en: /is a folder.*Name a file/ },
    ],
    [
      'as JSON would take the place of a folder',
      ['--json', 'folder'],
      { place: 'folder', sv: /är en mapp.*Ange ett namn/, en: /is a folder.*Name a file/ },
    ],
    [
      'is a workbook with another ending',
      ['--out', 'result.csv'],
      {
        place: 'result.csv',
        sv: /ska sluta på \.xlsx\. Skriv till exempel --out result\.xlsx/,
        en: /must end in \.xlsx\. Write for example --out result\.xlsx/,
      },
    ],
    [
      'would write over the register',
      ['--json', 'good.csv'],
      {
        place: 'good.csv',
        sv: /skriva över den\. Ange ett annat namn/,
        en: /write over it\. Give another name/,
      },
    ],
    [
      'would write over the settings',
      ['--settings', 'settings-kept.json', '--json', 'settings-kept.json'],
      {
        place: 'settings-kept.json',
        sv: /skriva över den\. Ange ett annat namn/,
        en: /write over it\. Give another name/,
      },
    ],
    [
      'and the workbook would be one file',
      ['--json', 'both.xlsx', '--out', 'both.xlsx'],
      { place: 'both.xlsx', sv: /två olika filer/, en: /two different files/ },
    ],
  ];

  folder.write('settings-kept.json', '{"groups": [1, 2]}');

  it.each(targets)('%s', async (_what, options, mistake) => {
    await expectMistake(['analyse', 'good.csv', ...options], mistake);
  });
});
