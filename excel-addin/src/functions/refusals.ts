/** Why a cell has no answer, in words: one object each, as there may be a hundred thousand cells of it. */
import { invalidValue, notAvailable } from './cells.ts';

export const ABSENT = notAvailable(
  'person-absent',
  'Personen finns inte på någon rad som räknas i personkolumnen.',
  'The person is on no row that counts in the person column.',
);

export const UNIDENTIFIED = notAvailable(
  'person-unidentified',
  'Cellen anger ingen bestämd person: de fyra sista siffrorna saknas, är 0000 eller ett reservnummer.',
  'The cell names no particular person: the last four digits are missing, 0000 or an interim number.',
);

export const EITHER = invalidValue(
  'person-either',
  'Tio siffror kan här vara två personer, födda med hundra års mellanrum. Skriv personnumret med tolv siffror.',
  'Ten digits can be either of two persons here, born a century apart. Write the personal identity number with twelve digits.',
);

export const NO_PERSONNUMMER = invalidValue(
  'no-personnummer',
  'Detta är inget personnummer eller samordningsnummer. Skriv ÅÅÅÅMMDD-NNNN.',
  'This is no personal identity number or coordination number. Write YYYYMMDD-NNNN.',
);

export const WRONG_CHECK_DIGIT = invalidValue(
  'check-digit',
  'Kontrollsiffran stämmer inte: någon siffra är fel. Jämför med källan.',
  'The check digit is wrong: one of the digits is not right. Compare with the source.',
);

export const NO_SEX = notAvailable(
  'no-sex',
  'Kön kan bara läsas ur ett personnummer eller samordningsnummer.',
  'Sex can be read only from a personal identity number or coordination number.',
);

export const NO_AGE = notAvailable(
  'no-age',
  'Ålder kan bara läsas ur ett personnummer eller samordningsnummer.',
  'Age can be read only from a personal identity number or coordination number.',
);

export const NO_DATE = notAvailable(
  'no-date',
  'Det finns inget datum att räkna på.',
  'There is no date to count from.',
);

export const INVALID_DATE = invalidValue(
  'invalid-date',
  'Datumet finns inte i almanackan. Skriv det som 2021-01-31.',
  'No calendar has this date. Write it as 2021-01-31.',
);

export const NOT_YET_BORN = invalidValue(
  'not-yet-born',
  'Datumet är före personens födelse.',
  'The date is before the person was born.',
);

export const NO_KEY = notAvailable(
  'no-key',
  'Ingen nyckel är öppen. Öppna nyckelfilen i fönstret Lathund, så räknas cellerna om.',
  'No key is open. Open the key file in the Lathund pane, and the cells are calculated again.',
);
