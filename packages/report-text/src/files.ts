/** The files of docs/powerbi: each text with its head, under the name that it has there. */
import { at, call, figureDax, indented, named, quoted, rowDax, variables } from './dax.ts';
import {
  ALL_MEASURES,
  DERIVED_COLUMNS,
  FREQUENCY_GROUPS,
  GROUPS,
  MEASURES,
  PERSON_COLUMNS,
  PERSONS,
  ROWS,
  type Measure,
} from './lathund.ts';
import { LATHUNDEN, LOADED_QUERIES } from './power-query.ts';
import { reportTheme } from './theme.ts';

export interface ReportFile {
  /** Under docs/powerbi. */
  readonly path: string;
  readonly text: string;
}

const CHECKED = {
  dax: [
    'Inte körd i Power BI. Prövad så långt det går utan: läst och räknad av en egen enkel motor för DAX, och samma',
    'definition körd som SQL i DuckDB. Båda ger samma siffror som isu-core.',
  ],
  'power-query': [
    'Inte körd i Power BI. Prövad så långt det går utan: läst av Microsofts tolk för språket, och körd av en',
    'egen enkel motor på registret i exemplet och på stökiga register, med samma utfall som isu-core.',
  ],
};

function head(
  language: keyof typeof CHECKED,
  title: string,
  lines: readonly string[],
  english: string,
): string {
  const all = [
    `ISU Lathund – ${title}`,
    '',
    ...lines,
    '',
    ...CHECKED[language],
    'Skriven av packages/report-text (npm run report:text): ändra definitionen, inte den här filen.',
    '',
    `In English: ${english}`,
  ];
  return `${all.map((line) => `// ${line}`.trimEnd()).join('\n')}\n\n`;
}

/** The persons of rows that stand in `rows` as [@Person] and [@Dag]. */
function personsOf(rows: string): { readonly PerPerson: string; readonly result: string } {
  const made: Readonly<Record<string, string>> = {
    [PERSONS.person]: '[@Person]',
    [PERSONS.count]: '[@Antal]',
    [PERSONS.first]: '[@Tidigaste]',
    [PERSONS.last]: '[@Senaste]',
  };
  const day = (of: string) => call('DATE', call('YEAR', of), call('MONTH', of), call('DAY', of));
  return {
    PerPerson: call(
      'GROUPBY',
      rows,
      '[@Person]',
      named('@Antal', 'COUNTX ( CURRENTGROUP (), [@Dag] )'),
      named('@Tidigaste', 'MINX ( CURRENTGROUP (), [@Dag] )'),
      named('@Senaste', 'MAXX ( CURRENTGROUP (), [@Dag] )'),
    ),
    result: call(
      'SELECTCOLUMNS',
      'PerPerson',
      ...PERSON_COLUMNS.map(({ name, type }) =>
        named(name, type === 'date' ? day(made[name]!) : made[name]!),
      ),
      ...DERIVED_COLUMNS.map(({ name, value }) =>
        named(
          name,
          rowDax(value, (of) => made[of]!),
        ),
      ),
    ),
  };
}

const person = at(ROWS.table, ROWS.person);
const date = at(ROWS.table, ROWS.date);
const caseNumber = at(ROWS.table, ROWS.number);
const AS_THEY_ARE = [named('@Person', '[@Person]'), named('@Dag', '[@Dag]')];

/**
 * The columns are taken out first: a table that rests on three columns only can be related to the one that they stand
 * in, whatever else is worked out there.
 */
const validRows = (...more: readonly string[]) => ({
  Rader: call('SELECTCOLUMNS', ROWS.table, named('@Person', person), named('@Dag', date), ...more),
  Giltiga: call('FILTER', 'Rader', 'LEN ( [@Person] ) > 0 && NOT ISBLANK ( [@Dag] )'),
});

function personsTable(): string {
  const { PerPerson, result } = personsOf('UNION ( MedNummer, UtanNummer )');
  return `${PERSONS.table} =\n${variables(
    {
      ...validRows(named('@Nummer', caseNumber)),
      MedNummer: call(
        'SELECTCOLUMNS',
        call(
          'GROUPBY',
          call('FILTER', 'Giltiga', 'LEN ( [@Nummer] ) > 0'),
          '[@Person]',
          '[@Nummer]',
          named('@Tidigast', 'MINX ( CURRENTGROUP (), [@Dag] )'),
        ),
        named('@Person', '[@Person]'),
        named('@Dag', '[@Tidigast]'),
      ),
      UtanNummer: call('SELECTCOLUMNS', call('FILTER', 'Giltiga', 'LEN ( [@Nummer] ) = 0'), ...AS_THEY_ARE),
      PerPerson,
    },
    result,
  )}\n`;
}

function personsTableWithoutNumber(): string {
  const { PerPerson, result } = personsOf('Giltiga');
  return `${PERSONS.table} =\n${variables({ ...validRows(), PerPerson }, result)}\n`;
}

function columnsOfPersons(): string {
  return DERIVED_COLUMNS.map(
    ({ name, means, value }) => `// ${means}\n${name} =\n${rowDax(value, (of) => at(PERSONS.table, of))}\n`,
  ).join('\n');
}

function groupsTable(): string {
  const rows = FREQUENCY_GROUPS.map(
    ({ name, order, lowest }) => `{ ${quoted(name)}, ${String(order)}, ${String(lowest)} }`,
  );
  const typed = [
    `${quoted(GROUPS.group)}, STRING`,
    `${quoted(GROUPS.order)}, INTEGER`,
    `${quoted(GROUPS.lowest)}, INTEGER`,
  ];
  return `${GROUPS.table} =\n${call('DATATABLE', ...typed, `{\n${indented(rows.join(',\n'))}\n}`)}\n`;
}

export const FORMAT_STRINGS: Readonly<Record<Measure['format'], string | null>> = {
  whole: '#,0',
  decimal: '#,0.00',
  percent: '0 %',
  text: null,
};

function measureDefinition({ name, means, figure, format }: Measure): string {
  const dax = figureDax(figure);
  const formatted = FORMAT_STRINGS[format];
  const note = formatted === null ? means : `${means} Format: ${formatted}`;
  const value = dax.includes('\n') || dax.length > 60 ? `\n${indented(dax)}` : ` ${dax}`;
  return `// ${note}\nMEASURE ${PERSONS.table}[${name}] =${value}\n`;
}

/**
 * The measures with descriptions, formats and folders, as the TMDL view takes them in one go. TMDL has no comments of
 * its own, so the head stands in the first measure.
 */
function measuresScript(): string {
  const tabs = (block: string, levels: number) => block.replace(/^(?=.)/gm, '\t'.repeat(levels));
  const measures = MEASURES.flatMap(({ title, measures: own }) =>
    own.map(({ name, means, figure, format }) => {
      const formatted = FORMAT_STRINGS[format];
      const properties = [
        ...(formatted === null ? [] : [`formatString: ${formatted}`]),
        `displayFolder: ${title}`,
      ];
      const isFirst = name === ALL_MEASURES[0]!.name;
      const dax = isFirst ? `${SCRIPT_HEAD.trimEnd()}\n${figureDax(figure)}` : figureDax(figure);
      const quotedName = /[\s.=:']/.test(name) ? `'${name.replaceAll("'", "''")}'` : name;
      return `/// ${means}\nmeasure ${quotedName} =\n${tabs(dax, 2)}\n${tabs(properties.join('\n'), 1)}`;
    }),
  );
  return `createOrReplace\n\n\tref table ${PERSONS.table}\n\n${tabs(measures.join('\n\n'), 2)}\n`;
}

/** A comment of any length, in lines. */
function comment(text: string, width = 100): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    if (`${lines.at(-1)!} ${word}`.length > width) lines.push(word);
    else lines[lines.length - 1] = `${lines.at(-1)!} ${word}`.trim();
  }
  return lines.map((line) => `// ${line}`).join('\n');
}

function measuresQuery(): string {
  const groups = MEASURES.map(
    ({ title, note, measures }) =>
      `// ---------- ${title} ----------\n${comment(note)}\n\n${measures.map(measureDefinition).join('\n')}`,
  ).join('\n');
  const shown = [
    'Antal personer',
    'Andel av personerna',
    'Antal aktualiseringar',
    'Andel av aktualiseringarna',
  ];
  const table = call(
    'SUMMARIZECOLUMNS',
    at(PERSONS.table, PERSONS.order),
    at(PERSONS.table, PERSONS.group),
    ...shown.map((name) => named(name, `[${name}]`)),
  );
  return `DEFINE\n${indented(groups)}\n// Rapportens tabell 1 och 2\nEVALUATE\n${table}\nORDER BY ${at(PERSONS.table, PERSONS.order)}\n`;
}

const SCRIPT_HEAD = head(
  'dax',
  `${String(ALL_MEASURES.length)} mått med beskrivning, format och mapp`,
  [
    'Öppna TMDL-vyn, klistra in allt och tryck Tillämpa. Detsamma som matt.dax, med format och mappar därtill.',
    'Mått med samma namn i tabellen ersätts. Tabellerna och relationen ska finnas: se matt.dax.',
  ],
  'all measures with descriptions, formats and folders, for the TMDL view.',
);

/** For the TMDL view; its DAX is that of dax/matt.dax. */
export const MEASURES_SCRIPT: ReportFile = { path: 'dax/matt.tmdl', text: measuresScript() };

export const DAX_FILES: readonly ReportFile[] = [
  {
    path: 'dax/personer.dax',
    text:
      head(
        'dax',
        'tabellen Personer, en rad per person',
        [
          `För en modell som redan har tabellen ${ROWS.table} med ${ROWS.person}, ${ROWS.date} och ${ROWS.number}.`,
          'Läser du in uttaget med Power Query ur samma mapp finns tabellen redan: då behövs inte den här.',
          'Modellering › Ny tabell, och klistra in allt nedan.',
          'Samma aktualiseringsnummer och person räknas en gång, med tidigaste dagen. Rader utan person eller datum',
          'räknas inte. Personen tas som den är skriven: två skrivsätt av ett personnummer blir två personer här, men',
          'inte i Power Query. Modellen skiljer inte på stora och små bokstäver i personernas koder.',
        ],
        'the calculated table Personer (one row a person) for a model that has the rows already.',
      ) + personsTable(),
  },
  {
    path: 'dax/personer-utan-nummer.dax',
    text:
      head(
        'dax',
        'tabellen Personer, där aktualiseringsnummer saknas',
        [
          `Som personer.dax, för en tabell ${ROWS.table} utan ${ROWS.number}. Varje rad räknas; dubbletter syns inte.`,
          'Modellering › Ny tabell, och klistra in allt nedan.',
        ],
        'the calculated table Personer where the rows have no case number; duplicates cannot be told.',
      ) + personsTableWithoutNumber(),
  },
  {
    path: 'dax/kolumner.dax',
    text:
      head(
        'dax',
        'månader och frekvensgrupp som kolumner',
        [
          `För en modell där tabellen ${PERSONS.table} redan har ${PERSON_COLUMNS.map(({ name }) => name).join(', ')}, en rad per person.`,
          'Tabellverktyg › Ny kolumn, ett stycke i taget.',
          `Markera sedan ${PERSONS.group} och välj Sortera efter kolumn: ${PERSONS.order}.`,
        ],
        'months and frequency group as calculated columns of a table that has one row a person.',
      ) + columnsOfPersons(),
  },
  {
    path: 'dax/frekvensgrupper.dax',
    text:
      head(
        'dax',
        'tabellen Frekvensgrupper',
        [
          'Till måtten som slutar på "i urvalet": lägg dess Frekvensgrupp på axeln. Ingen relation till andra tabeller.',
          'Modellering › Ny tabell, och klistra in allt nedan. Sortera Frekvensgrupp efter kolumnen Gruppordning.',
        ],
        'the frequency groups as a table of their own, related to nothing, for measures that follow slicers.',
      ) + groupsTable(),
  },
  {
    path: 'dax/matt.dax',
    text:
      head(
        'dax',
        `${String(ALL_MEASURES.length)} mått`,
        [
          'Öppna DAX-frågevyn, klistra in allt och tryck Kör: tabell 1 och 2 visas. Uppdatera modell med ändringar lägger',
          `till alla måtten i tabellen ${PERSONS.table}. Formatet efter varje beskrivning ställs in under Måttverktyg.`,
          `Förutsätter tabellerna ${ROWS.table}, ${PERSONS.table} och ${GROUPS.table}, och relationen`,
          `${at(PERSONS.table, PERSONS.person)} 1 → * ${person}. Saknas ${GROUPS.table}: ta bort måtten under Urvalet, och det sista.`,
          'DAX skrivs med komma mellan argument och punkt i tal. Ger klistringen fel vid komma: Arkiv › Alternativ ›',
          'Nationella inställningar › DAX-avgränsare › Rekommenderat.',
        ],
        'all measures at once, for the DAX query view (run, then update the model with the changes).',
      ) + measuresQuery(),
  },
];

export const POWER_QUERY_FILES: readonly ReportFile[] = [
  {
    path: 'power-query/lathunden.pq',
    text:
      head(
        'power-query',
        'funktionen Lathunden: från uttaget till tabellerna',
        [
          'Hämta data › Tom fråga › Avancerad redigerare, klistra in allt, ställ in de första raderna.',
          'Döp frågan till Lathunden. Den är en funktion och läses inte in i modellen; det gör de korta frågorna.',
          '',
          'Personnummer i alla skrivsätt blir tolv siffror som text. Datum läses med dag före månad. Varje läst rad är',
          'antingen använd eller utesluten, med radnummer och ett skäl. Skillnader mot isu: koder (typ, orsak, anmälare)',
          'står som i uttaget, lägsta ålder räknas bara ur personnumret, och avgränsning på orsak, typ eller organisation',
          'görs i uttaget. Modellen skiljer inte på stora och små bokstäver i personers egna koder.',
        ],
        'a function from the export to the tables; settings are its first lines, paste it as the query Lathunden.',
      ) + LATHUNDEN,
  },
  ...LOADED_QUERIES.map(({ name, means, text: query }) => ({
    path: `power-query/${name.toLowerCase().replaceAll(' ', '-')}.pq`,
    text:
      head(
        'power-query',
        `frågan ${name}`,
        [
          means,
          `Tom fråga › Avancerad redigerare, klistra in, döp frågan till ${name}. Lathunden ska redan finnas.`,
        ],
        `the query ${name}; needs the function Lathunden.`,
      ) + query,
  })),
];

/** Lists on one line, as Prettier has them. */
const themeText = JSON.stringify(reportTheme(), null, 2).replace(
  /\[\s+([^\]]*?)\s+\]/g,
  (_, items: string) => `[${items.replace(/\s+/g, ' ')}]`,
);

export const THEME_FILE: ReportFile = { path: 'isu-tema.json', text: `${themeText}\n` };

export const REPORT_FILES: readonly ReportFile[] = [
  ...POWER_QUERY_FILES,
  ...DAX_FILES,
  MEASURES_SCRIPT,
  THEME_FILE,
];
