/** What can be wrong with a review's workbook, each said with its mend. Sheet and cell are told beside the sentence. */
import { fail, type Problem } from '../problem.ts';
import { inLine } from '../register/spelling.ts';

export function notAReview() {
  return fail(
    'not-a-review',
    'Arbetsboken är inget granskningsunderlag: inget blad i den har Lathundens märke i sin första, dolda rad. Välj filen som gjordes med Skapa granskningsunderlag.',
    'The workbook is not a review: none of its sheets has the mark in its first, hidden row. Choose the file that was made as material for the review.',
  );
}

export function noForm(sheet: string) {
  return fail(
    'review-form-missing',
    `Bladet ”${sheet}” finns, men inte bladet med formuläret. Hämta tillbaka det ur en tidigare kopia: utan det är det inte känt vad som har frågats.`,
    `The sheet “${sheet}” is there but not the sheet with the form. Get it back from an earlier copy: without it nobody knows what was asked.`,
  );
}

export function noAnswers() {
  return fail(
    'review-answers-missing',
    'Arbetsboken har ett formulär men inga svar: bladet Svar, eller dess kolumn med personkoder, saknas. Hämta tillbaka det ur en tidigare kopia.',
    'The workbook has a form but no answers: the sheet of answers, or its column of person codes, is missing. Get it back from an earlier copy.',
  );
}

export function wrongForm(sheet: string, { code, sv, en }: Problem) {
  return fail(code, `Bladet ”${sheet}”: ${sv}`, `The sheet “${sheet}”: ${en}`);
}

export function rowWithoutPerson(): Problem {
  return {
    code: 'review-row-without-person',
    sv: 'Det finns svar men ingen personkod. Skriv koden, eller töm svaren.',
    en: 'There are answers but no person code. Write the code, or empty the answers.',
  };
}

export function identityNumber(): Problem {
  return {
    code: 'review-identity-number',
    sv: 'Det står ett personnummer där personens kod ska stå. Skriv koden; vem som är vem hör hemma i sitt eget blad. Svaren läses inte så länge.',
    en: 'There is a personal identity number where the person’s code should be. Write the code; who is who belongs in a sheet of its own. The answers are not read until then.',
  };
}

export function personTwice(person: string, reader: string, sheet: string, address: string): Problem {
  const [by, of] = reader === '' ? ['', ''] : [` och läsaren ${reader}`, ` and the reader ${reader}`];
  return {
    code: 'review-person-twice',
    sv: `Personen ${inLine(person)}${by} finns redan i bladet ”${sheet}”, ${address}. De svaren används. Ta bort det ena, eller skriv läsarens signatur så att de skiljs åt.`,
    en: `The person ${inLine(person)}${of} is already in the sheet “${sheet}”, ${address}. Those answers are used. Remove one of them, or write the reader’s initials to tell them apart.`,
  };
}

export function personGone(person: string): Problem {
  return {
    code: 'review-person-gone',
    sv: `Personen ${inLine(person)} var med när underlaget gjordes men har inga svar nu. Hämta tillbaka raden eller bladet ur en tidigare kopia om det inte var meningen.`,
    en: `The person ${inLine(person)} was there when the material was made but has no answers now. Get the row or the sheet back from an earlier copy unless it was meant so.`,
  };
}

export function sheetGone(person: string): Problem {
  return {
    code: 'review-sheet-gone',
    sv: `Bladet för personen ${inLine(person)} saknas, så att hennes eller hans svar inte finns. Hämta tillbaka bladet ur en tidigare kopia, eller ta bort raden.`,
    en: `The sheet of the person ${inLine(person)} is missing, and the answers with it. Get the sheet back from an earlier copy, or delete the row.`,
  };
}

export function sheetTwice(first: string): Problem {
  return {
    code: 'review-sheet-twice',
    sv: `Bladet är en kopia av bladet ”${first}” och läses inte. Ta bort det ena av dem.`,
    en: `The sheet is a copy of the sheet “${first}” and is not read. Delete one of them.`,
  };
}

export function unknownKey(key: string): Problem {
  return {
    code: 'review-unknown-field',
    sv: `Här finns svar på något som formuläret inte frågar efter (${inLine(key)}), och de läses inte. Lägg tillbaka frågan i formuläret, eller ta bort svaren.`,
    en: `There are answers to something that the form does not ask (${inLine(key)}), and they are not read. Put the question back into the form, or delete the answers.`,
  };
}

export function keyTwice(key: string, address: string): Problem {
  return {
    code: 'review-field-twice',
    sv: `Samma fråga (${inLine(key)}) står redan vid ${address}, och det är den som läses. Ta bort den ena.`,
    en: `The same question (${inLine(key)}) stands at ${address} already, and that one is read. Delete one of them.`,
  };
}

/** @param number of the item @param whole whether all of it is missing, or some of its answers only */
export function itemGone(number: string, whole: boolean): Problem {
  return {
    code: 'review-field-missing',
    sv: whole
      ? `Fråga ${inLine(number)} finns i formuläret men inte här, så den är obesvarad. Gör ett nytt underlag om formuläret har ändrats.`
      : `Något av svaren på fråga ${inLine(number)} finns i formuläret men inte här. Gör ett nytt underlag om formuläret har ändrats.`,
    en: whole
      ? `Item ${inLine(number)} is in the form but not here, and so it is not answered. Make new material if the form was changed.`
      : `Some answer to item ${inLine(number)} is in the form but not here. Make new material if the form was changed.`,
  };
}

export function errorValue(value: string): Problem {
  return {
    code: 'review-error-value',
    sv: `Rutan visar felet ${value} och kan inte läsas. Skriv svaret på nytt.`,
    en: `The cell shows the error ${value} and cannot be read. Write the answer again.`,
  };
}
