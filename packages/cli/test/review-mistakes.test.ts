/** What people give `isu review` by mistake: one line with the place and the mend, nothing written, exit code 2 or 1. */
import { describe, expect, it } from 'vitest';
import { isuHere } from './command-here.ts';
import { workFolder } from './work-folder.ts';

const folder = workFolder();
folder.write(
  'register.csv',
  'Personnummer;Aktualiseringsdatum\n19811218-9876;2020-01-05\n19811218-9876;2021-01-05\n20170101-2393;2021-02-03\n',
);
folder.write('all.json', '{"selection": {"atLeast": 1}}');
folder.write('nobody.json', '{"selection": {"atLeast": 100}}');
folder.write('no-rows.csv', 'Personnummer;Aktualiseringsdatum\n');
folder.write('not-a-review.json', '{"reviews": []}');
folder.write('not-a-form.json', '{"items": []}');

describe('isu review', () => {
  const NEW = 'review new register.csv';
  const mistakes: (readonly [call: string, code: 1 | 2, sv: RegExp, en: RegExp])[] = [
    [NEW, 2, /isu review new register\.csv --out granskning\.xlsx/, /Say which file to write/],
    [`${NEW} --out x.csv`, 2, /ska sluta på \.xlsx eller \.json/, /must end in \.xlsx or \.json/],
    [
      `${NEW} --out x.xlsx`,
      2,
      /vilka personer.*--settings.*--form light/,
      /whose files.*--settings.*--form light/,
    ],
    [
      `${NEW} --out x.xlsx --form lite`,
      2,
      /«lite» finns inte\. Närmast är «light»/,
      /The nearest is "light"/,
    ],
    [
      `${NEW} --out x.xlsx --form no.json --settings all.json`,
      2,
      /no\.json» finns inte/,
      /no file "no\.json"/,
    ],
    [`${NEW} --out x.xlsx --layout row`, 2, /närmast är rows/, /the nearest is rows/],
    [`${NEW} --out x.xlsx --years 17`, 2, /--years: .*2017–2022/, /--years: .*2017–2022/],
    [`${NEW} --out x.xlsx --readers AB,`, 2, /--readers «AB,»/, /--readers "AB,"/],
    [`${NEW} --out x.xlsx --readers AB,AB`, 2, /AB två gånger/, /AB twice/],
    [`${NEW} --out x.json --settings all.json`, 2, /isu key nyckel\.txt/, /isu key key\.txt/],
    [
      `${NEW} --out x.xlsx --settings all.json --key no.txt`,
      2,
      /«no\.txt».*finns inte/,
      /no key file "no\.txt"/,
    ],
    [
      `${NEW} --out x.xlsx --settings nobody.json`,
      1,
      /Ingen person.*lägre atLeast/,
      /No person.*lower atLeast/,
    ],
    [
      `${NEW} --out x.xlsx --settings all.json --form not-a-form.json`,
      2,
      /not-a-form\.json/,
      /not-a-form\.json/,
    ],
    ['review new no-rows.csv --out x.xlsx --form light', 1, /no-rows\.csv: /, /no-rows\.csv: /],
    ['review tables no.xlsx', 2, /«no\.xlsx» finns inte/, /no file "no\.xlsx"/],
    ['review tables not-a-review.json', 2, /not-a-review\.json: /, /not-a-review\.json: /],
    ['review tables register.csv', 2, /register\.csv: /, /register\.csv: /],
    ['review form --out x.xlsx', 2, /--years 2017-2022/, /--years 2017-2022/],
    ['review form', 2, /--out formular\.xlsx/, /--out formular\.xlsx/],
    [
      'review form --check all.json --out x.xlsx',
      2,
      /--out kan inte stå bredvid/,
      /--out cannot stand beside/,
    ],
    ['sample --review --rows 5 --out x.xlsx', 2, /Ta bort --rows/, /Take away --rows/],
  ];

  it.each(mistakes)('%s', async (call, code, sv, en) => {
    const before = folder.names();
    for (const [language, sentence] of [
      ['sv', sv],
      ['en', en],
    ] as const) {
      const run = await isuHere([...call.split(' '), '--lang', language], folder.path);
      expect(run.error).toMatch(sentence);
      expect(run.error).toMatch(/^[^\n]+\n$/);
      expect(run.error).not.toMatch(/\bat .*\.js:|Error:|undefined|NaN|\[object/);
      expect([run.code, run.out]).toEqual([code, '']);
    }
    expect(folder.names()).toEqual(before);
  });
});
