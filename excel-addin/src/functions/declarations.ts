/**
 * What Excel knows of the functions before it runs them: names, parameters, and what they are in both languages. The
 * names are the same in every language, since a workbook is opened in several; what is read while writing a formula is
 * in the reader's own.
 */
import type { Language } from 'isu-core';

type Words = Readonly<Record<Language, string>>;

export interface Parameter {
  readonly name: Words;
  readonly description: Words;
  readonly type: 'any' | 'string' | 'boolean';
  /** Cells, also a single one. */
  readonly isRange: boolean;
  readonly isOptional: boolean;
}

export interface Declaration {
  readonly description: Words;
  readonly parameters: readonly Parameter[];
}

const PERSON: Parameter = {
  name: { sv: 'person', en: 'person' },
  description: {
    sv: 'Personen som det gäller, eller flera: ett område ger ett svar för varje cell.',
    en: 'The person asked about, or several: a range gives an answer for each cell.',
  },
  type: 'any',
  isRange: true,
  isOptional: false,
};

const PERSON_COLUMN: Parameter = {
  name: { sv: 'personkolumn', en: 'person_column' },
  description: {
    sv: 'Kolumnen med personer, en rad per aktualisering.',
    en: 'The column with persons, one row per actualisation.',
  },
  type: 'any',
  isRange: true,
  isOptional: false,
};

const DATE_COLUMN: Parameter = {
  name: { sv: 'datumkolumn', en: 'date_column' },
  description: {
    sv: 'Kolumnen med aktualiseringsdatum, samma rader. Rader utan datum räknas inte.',
    en: 'The column with actualisation dates, the same rows. Rows without a date do not count.',
  },
  type: 'any',
  isRange: true,
  isOptional: false,
};

const PERHAPS_DATE_COLUMN: Parameter = {
  ...DATE_COLUMN,
  description: {
    sv: 'Kolumnen med aktualiseringsdatum, samma rader. Utan den räknas alla rader.',
    en: 'The column with actualisation dates, the same rows. Without it all rows count.',
  },
  isOptional: true,
};

const NUMBER_COLUMN: Parameter = {
  name: { sv: 'nummerkolumn', en: 'number_column' },
  description: {
    sv: 'Kolumnen med aktualiseringsnummer, samma rader: en rad som står två gånger räknas en.',
    en: 'The column with actualisation numbers, the same rows: a row that stands twice counts once.',
  },
  type: 'any',
  isRange: true,
  isOptional: true,
};

const CONVENTION: Parameter = {
  name: { sv: 'konvention', en: 'convention' },
  description: {
    sv: '"hela" förflutna månader (om inget anges), "skiften" av månad eller "snitt": dagar/30,4375.',
    en: '"completed" months (if left out), "boundaries" of months, or "average": days/30.4375.',
  },
  type: 'string',
  isRange: false,
  isOptional: true,
};

const LIMITS: Parameter = {
  name: { sv: 'gränser', en: 'limits' },
  description: {
    sv: 'Gruppernas nedre gränser i celler; om inget anges 1, 2, 3, 7 och 12.',
    en: 'Lower limits of the groups in cells; if left out 1, 2, 3, 7 and 12.',
  },
  type: 'any',
  isRange: true,
  isOptional: true,
};

const HEADERS: Parameter = {
  name: { sv: 'rubriker', en: 'headers' },
  description: {
    sv: 'FALSKT utelämnar rubrikraden.',
    en: 'FALSE leaves out the header row.',
  },
  type: 'boolean',
  isRange: false,
  isOptional: true,
};

const PERSONNUMMER: Parameter = {
  name: { sv: 'personnummer', en: 'identity_number' },
  description: {
    sv: 'Personnummer eller samordningsnummer i valfri notation; ett område ger ett svar för varje cell.',
    en: 'Personal identity or coordination number in any notation; a range gives an answer for each cell.',
  },
  type: 'any',
  isRange: true,
  isOptional: false,
};

const ROW_DATE: Parameter = {
  name: { sv: 'datum', en: 'date' },
  description: {
    sv: 'Radens datum, som avgör seklet för tio siffror; om inget anges dagens.',
    en: 'The date of the row, which decides the century of ten digits; if left out today.',
  },
  type: 'any',
  isRange: true,
  isOptional: true,
};

export const DECLARATIONS = {
  ANTAL: {
    description: {
      sv: 'Personens antal aktualiseringar.',
      en: 'How many actualisations the person has.',
    },
    parameters: [PERSON, PERSON_COLUMN, PERHAPS_DATE_COLUMN, NUMBER_COLUMN],
  },
  TIDIGASTE: {
    description: {
      sv: 'Personens tidigaste aktualisering. Ge cellen datumformat.',
      en: "The person's earliest actualisation. Give the cell a date format.",
    },
    parameters: [PERSON, PERSON_COLUMN, DATE_COLUMN, NUMBER_COLUMN],
  },
  SENASTE: {
    description: {
      sv: 'Personens senaste aktualisering. Ge cellen datumformat.',
      en: "The person's latest actualisation. Give the cell a date format.",
    },
    parameters: [PERSON, PERSON_COLUMN, DATE_COLUMN, NUMBER_COLUMN],
  },
  MANADER: {
    description: {
      sv: 'Månader mellan personens tidigaste och senaste aktualisering.',
      en: "Months between the person's earliest and latest actualisation.",
    },
    parameters: [PERSON, PERSON_COLUMN, DATE_COLUMN, CONVENTION, NUMBER_COLUMN],
  },
  GRUPP: {
    description: {
      sv: 'Personens frekvensgrupp: hur ofta personen kommer.',
      en: "The person's frequency group: how often the person comes.",
    },
    parameters: [PERSON, PERSON_COLUMN, PERHAPS_DATE_COLUMN, LIMITS, NUMBER_COLUMN],
  },
  PERSONER: {
    description: {
      sv: 'Lathunden: en rad per person med antal, tidigaste, senaste, månader emellan och grupp.',
      en: 'The lathund: one row per person with number, earliest, latest, months between and group.',
    },
    parameters: [PERSON_COLUMN, DATE_COLUMN, CONVENTION, LIMITS, NUMBER_COLUMN, HEADERS],
  },
  FREKVENS: {
    description: {
      sv: 'Personer och aktualiseringar efter frekvensgrupp, med andelar.',
      en: 'Persons and actualisations by frequency group, with shares.',
    },
    parameters: [PERSON_COLUMN, DATE_COLUMN, LIMITS, NUMBER_COLUMN, HEADERS],
  },
  ALDER: {
    description: {
      sv: 'Ålder i fyllda år på ett datum.',
      en: 'Age in completed years on a date.',
    },
    parameters: [
      PERSONNUMMER,
      {
        ...ROW_DATE,
        description: {
          sv: 'Datumet som åldern gäller, ett för alla eller ett för varje cell.',
          en: 'The date of the age, one for all or one for each cell.',
        },
        isOptional: false,
      },
    ],
  },
  KON: {
    description: {
      sv: 'Kön enligt personnumret: man eller kvinna.',
      en: 'Sex by the personal identity number: man or woman.',
    },
    parameters: [PERSONNUMMER],
  },
  PERSONNUMMER: {
    description: {
      sv: 'Personnumret som ÅÅÅÅMMDD-NNNN, vilken notation det än är skrivet i.',
      en: 'The personal identity number as YYYYMMDD-NNNN, whatever notation it is written in.',
    },
    parameters: [
      PERSONNUMMER,
      ROW_DATE,
      {
        name: { sv: 'kontrollera', en: 'check' },
        description: {
          sv: 'SANT ger fel när kontrollsiffran inte stämmer.',
          en: 'TRUE gives an error where the check digit is wrong.',
        },
        type: 'boolean',
        isRange: false,
        isOptional: true,
      },
    ],
  },
  PSEUDONYM: {
    description: {
      sv: 'Personens kod med nyckeln som är öppen i fönstret Lathund. Koden är fortfarande en personuppgift.',
      en: "The person's code with the key that is open in the Lathund pane. The code is still personal data.",
    },
    parameters: [PERSON, ROW_DATE],
  },
} as const satisfies Record<string, Declaration>;

export type FunctionId = keyof typeof DECLARATIONS;
export const FUNCTION_IDS = Object.keys(DECLARATIONS) as readonly FunctionId[];
