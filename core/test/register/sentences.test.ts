/** What a user reads where a sheet cannot be read: each sentence whole, in both languages, as it should stand. */
import { describe, expect, it } from 'vitest';
import { EXCLUSION_REASONS, noUsableRows, type RowAccount } from '../../src/register/register.ts';
import type { Cell } from '../../src/register/sheet.ts';
import { problemOf } from './reading.ts';

const rows: Cell[][] = [
  ['Personnummer', 'Datum', 'Typ', 'Typ'],
  ['19500101-9800', '2018-01-01', 'Ansökan', 'Anmälan'],
];

type Read = () => ReturnType<typeof problemOf>;

describe.each<[string, Read, string, string, string]>([
  [
    'no cell is filled',
    () => problemOf([]),
    'empty-sheet',
    'Det finns inget att läsa: ingen cell är ifylld. Välj en fil eller ett blad med en rubrikrad och en rad per aktualisering.',
    'There is nothing to read: no cell is filled. Choose a file or sheet with a header row and one row per actualisation.',
  ],
  [
    'the chosen column is not there',
    () => problemOf(rows, { columns: { person: 'Personnumer' } }),
    'no-such-column',
    'Ingen kolumn heter «Personnumer», som inställningen «columns.person» anger. Närmast är «Personnummer». Kolumnerna är: Personnummer, Datum, Typ, Typ. Ange en av dem.',
    'No column is called "Personnumer", which the setting "columns.person" names. The nearest is "Personnummer". The columns are: Personnummer, Datum, Typ, Typ. Name one of them.',
  ],
  [
    'the chosen column is there twice',
    () => problemOf(rows, { columns: { type: 'Typ' } }),
    'ambiguous-column',
    'Flera kolumner heter «Typ» (C, D). Ange kolumnens bokstav i stället: {"columns": {"type": "C"}}.',
    'Several columns are called "Typ" (C, D). Give the column\'s letter instead: {"columns": {"type": "C"}}.',
  ],
  [
    'one column is chosen for two things',
    () => problemOf(rows, { columns: { date: 'Datum', age: 'B' } }),
    'column-chosen-twice',
    'Kolumnen «Datum» är vald både för aktualiseringsdatum («columns.date») och för ålder («columns.age»). Välj en kolumn till var och en.',
    'The column "Datum" is chosen both for the date ("columns.date") and for the age ("columns.age"). Choose one column for each.',
  ],
  [
    'two columns look like the person',
    () => problemOf([['Personnummer', 'Pnr', 'Datum'], ['1', '2', '3']]), // prettier-ignore
    'ambiguous-column',
    'Flera kolumner ser ut som person: «Personnummer» (A), «Pnr» (B). Välj vilken som gäller (i en inställningsfil till exempel {"columns": {"person": "Personnummer"}}).',
    'Several columns look like the person: "Personnummer" (A), "Pnr" (B). Choose which one to use (in a settings file for example {"columns": {"person": "Personnummer"}}).',
  ],
  [
    'two columns with one header look like the date',
    () => problemOf([['Datum', 'Personnummer', 'Datum'], ['1', '2', '3']]), // prettier-ignore
    'ambiguous-column',
    'Flera kolumner ser ut som aktualiseringsdatum: «Datum» (A), «Datum» (C). Välj vilken som gäller (i en inställningsfil till exempel {"columns": {"date": "A"}}).',
    'Several columns look like the date: "Datum" (A), "Datum" (C). Choose which one to use (in a settings file for example {"columns": {"date": "A"}}).',
  ],
  [
    'no column is of persons',
    () => problemOf([['Titel'], ['Namn', 'Datum', 'Typ', null], ['N', '2018-01-01', 'Ansökan', 'x']]),
    'no-person-column',
    'Ingen kolumn för person hittades bland rubrikerna på rad 2: Namn, Datum, Typ. Ge kolumnen rubriken «Personnummer» eller välj den (i en inställningsfil {"columns": {"person": "…"}}).',
    'No column for the person was found among the headers in row 2: Namn, Datum, Typ. Head the column "Personnummer" or choose it (in a settings file {"columns": {"person": "…"}}).',
  ],
  [
    'no column is of dates, and headers are more than twenty',
    () => problemOf([['Personnummer', ...Array.from({ length: 21 }, (_, i) => `N${String(i)}`)], ['1']]),
    'no-date-column',
    'Ingen kolumn för aktualiseringsdatum hittades bland rubrikerna på rad 1: Personnummer, N0, N1, N2, N3, N4, N5, N6, N7, N8, N9, N10, N11, N12, N13, N14, N15, N16, N17, N18, …. Ge kolumnen rubriken «Aktualiseringsdatum» eller välj den (i en inställningsfil {"columns": {"date": "…"}}).',
    'No column for the date was found among the headers in row 1: Personnummer, N0, N1, N2, N3, N4, N5, N6, N7, N8, N9, N10, N11, N12, N13, N14, N15, N16, N17, N18, …. Head the column "Aktualiseringsdatum" or choose it (in a settings file {"columns": {"date": "…"}}).',
  ],
  [
    'the first row is no header but values, which are not repeated',
    () => problemOf([['19500101-9800', '2018-01-01', 'Ansökan']]),
    'no-person-column',
    'Rad 1 ser ut att ha uppgifter i stället för rubriker. Lägg till en rubrikrad överst, med åtminstone «Personnummer» och «Aktualiseringsdatum».',
    'Row 1 seems to hold values instead of headers. Add a header row at the top, with at least "Personnummer" and "Aktualiseringsdatum".',
  ],
  ...(
    [
      ['reasons', 'aktualiseringsorsak', 'reason', 'reason'],
      ['organisations', 'organisation', 'organisation', 'organisation'],
      ['types', 'aktualiseringstyp', 'type', 'type'],
    ] as const
  ).map(([key, sv, en, role]): [string, Read, string, string, string] => [
    `${key} are chosen without such a column`,
    () => problemOf([['Person', 'Datum'], ['A', '2018-01-01']], { [key]: ['x'] }), // prettier-ignore
    'limit-without-column',
    `Inställningen «${key}» avgränsar efter ${sv}, men ingen sådan kolumn hittades. Välj den (i en inställningsfil {"columns": {"${role}": "…"}}), eller ta bort avgränsningen.`,
    `The setting "${key}" limits by ${en}, but no such column was found. Choose it (in a settings file {"columns": {"${role}": "…"}}), or take the limit away.`,
  ]),
])('where %s', (_, read, code, sv, en) => {
  it('stands what is wrong, and the mend', () => {
    expect(read()).toMatchObject({ code, sv, en });
  });
});

describe('where no row can be used', () => {
  /** An account of rows left out, one more for each reason than for the one before. */
  const accountOf = (reasons: readonly (typeof EXCLUSION_REASONS)[number][]): RowAccount => {
    const excluded = reasons.flatMap((reason, at) =>
      Array.from({ length: at + 1 }, () => ({ row: 2, reason, value: '' })),
    );
    return { read: excluded.length, used: 0, excluded, warnings: [] };
  };
  const sentences = (account: RowAccount) => {
    const { problem } = noUsableRows(account);
    return [problem.code, problem.sv, problem.en];
  };

  it('stands that there are none', () => {
    expect(sentences(accountOf([]))).toEqual([
      'no-rows',
      'Filen har en rubrikrad men inga rader under den. Exportera en rad per aktualisering och försök igen.',
      'The file has a header row but no rows below it. Export one row per actualisation and try again.',
    ]);
  });

  it('stands how many were left out and why', () => {
    expect(sentences(accountOf(EXCLUSION_REASONS))).toEqual([
      'no-usable-rows',
      'Ingen av de 36 lästa raderna kan användas: 1 utan person, 2 med oidentifierad person, 3 utan datum, 4 med datum som inte finns, 5 dubbletter, 6 utanför perioden, 7 under lägsta ålder, 8 utanför urvalet av orsaker, typer eller organisationer. Kontrollera kolumnvalet och avgränsningarna.',
      'None of the 36 rows read can be used: 1 without a person, 2 with an unidentified person, 3 without a date, 4 with a date that does not exist, 5 duplicates, 6 outside the period, 7 below the lowest age, 8 outside the chosen reasons, types or organisations. Check the choice of columns and the limits.',
    ]);
    expect(sentences(accountOf(['invalid-date']))).toEqual([
      'no-usable-rows',
      'Den enda lästa raden kan inte användas: 1 med datum som inte finns. Kontrollera kolumnvalet och avgränsningarna.',
      'The one row read cannot be used: 1 with a date that does not exist. Check the choice of columns and the limits.',
    ]);
  });
});

describe('a first row of values', () => {
  const isTakenForValues = (...headers: Cell[]) => problemOf([headers, headers]).en.includes('hold values');

  it('is told as such where nothing in it is a header and something is a figure', () => {
    expect(isTakenForValues('19500101-9800', '2018-01-05', 'Ansökan')).toBe(true);
    expect(isTakenForValues('P1', '5/1 2018')).toBe(true);
    expect(isTakenForValues('Kolumn 1', '2 kolumnen', 'Kolumn 3:e')).toBe(false);
    expect(isTakenForValues('–', '...', '-')).toBe(false);
    expect(isTakenForValues('Typ', '2018-01-05')).toBe(false);
  });
});
