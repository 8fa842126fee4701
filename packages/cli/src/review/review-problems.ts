/** What can be wrong with a call about a review, and what leaves nothing to do. */
import { fail, type Outcome, type Problem } from 'isu-core';
import type { CellProblem, Form, Review } from 'isu-core/review';

/** Read and right, but nobody to read about or nothing answered: exit code 1, as where a register has no usable row. */
const NOTHING_TO_USE: ReadonlySet<string> = new Set([
  'no-rows',
  'no-usable-rows',
  'nobody-selected',
  'nothing-answered',
]);

export function isNothingToUse({ code }: Problem): boolean {
  return NOTHING_TO_USE.has(code);
}

/** What is wrong with an option's value is told with the option before it. */
export function namingOption<T>(outcome: Outcome<T>, option: string): Outcome<T> {
  if (outcome.ok) return outcome;
  const { code, sv, en } = outcome.problem;
  return fail(code, `${option}: ${sv}`, `${option}: ${en}`);
}

export function withoutOut(command: string, file: string) {
  return fail(
    'no-out',
    `Ange vilken fil som ska skrivas: isu ${command} --out ${file}.`,
    `Say which file to write: isu ${command} --out ${file}.`,
  );
}

export function withoutSelection(hasSettings: boolean) {
  const example = '{"selection": {"atLeast": 12, "activeYears": [2017, 2021, 2022]}}';
  return fail(
    'no-selection',
    `${hasSettings ? 'Inställningarna säger inte' : 'Ingenting säger'} vilka personer som ska granskas. Skriv urvalet i en inställningsfil, till exempel ${example}, och ange den med --settings, eller skriv --form light för de fem som återkommit och utretts mest.`,
    `${hasSettings ? 'The settings do not say' : 'Nothing says'} whose files are to be read. Write the selection in a settings file, for example ${example}, and name it after --settings, or write --form light for the five who returned and were investigated most.`,
  );
}

export function nobodySelected() {
  return fail(
    'nobody-selected',
    'Ingen person i registret uppfyller urvalet, så det finns ingen akt att granska. Ändra «selection» i inställningarna: lägre atLeast eller färre activeYears.',
    'No person in the register meets the selection, so there is no file to read. Change "selection" in the settings: a lower atLeast or fewer activeYears.',
  );
}

export function keyNeededForJson(out: string) {
  return fail(
    'key-needed',
    `--out ${out}: JSON säger inte vem som är vem, så det behövs en nyckel som ger samma koder igen. Gör en med isu key nyckel.txt och ange den med --key, eller skriv --out som .xlsx.`,
    `--out ${out}: JSON does not say who is who, so a key is needed that gives the same codes again. Make one with isu key key.txt and name it after --key, or write --out as .xlsx.`,
  );
}

/** Writing the workbook again would lose what stands in the cells. */
export function notAllRead(file: string, unread: readonly CellProblem[]) {
  const [{ sheet, address, problem }] = unread as readonly [CellProblem, ...CellProblem[]];
  const others = unread.length - 1;
  return fail(
    problem.code,
    `${file}, bladet «${sheet}», ${address}: ${problem.sv}${others > 0 ? ` (och ${String(others)} till)` : ''} Rätta i granskningen och fyll på sedan, så att inget svar går förlorat.`,
    `${file}, sheet "${sheet}", ${address}: ${problem.en}${others > 0 ? ` (and ${String(others)} more)` : ''} Correct the review and fill it then, so that no answer is lost.`,
  );
}

export function whoIsMissing(file: string) {
  return fail(
    'key-needed',
    `${file} säger inte vem som är vem: bladet «Vem är vem» saknas. Ange nyckeln som gav koderna med --key, eller lägg tillbaka bladet.`,
    `${file} does not say who is who: it lacks the sheet of that name. Name the key that gave the codes after --key, or put the sheet back.`,
  );
}

export function noneInRegister(file: string, register: string) {
  return fail(
    'nobody-found',
    `Ingen av personerna i ${file} finns i ${register}. Kontrollera att det är rätt uttag, och att nyckeln efter --key är den som gav koderna.`,
    `None of the persons in ${file} is in ${register}. Check that it is the right export, and that the key after --key is the one that gave the codes.`,
  );
}

export function nothingAnswered(file: string) {
  return fail(
    'nothing-answered',
    `Ingen fråga är besvarad i ${file}, så det finns inget att räkna. Fyll i granskningen först.`,
    `No item is answered in ${file}, so there is nothing to count. Fill in the review first.`,
  );
}

export function otherForm(file: string, form: Form, second: string, other: Form) {
  const named = ({ id, version }: Form) => `${id} ${version}`;
  const isNamedAlike = named(form) === named(other);
  return fail(
    'other-form',
    `${second} har ett annat formulär än ${file}: ${named(other)}, inte ${named(form)}${isNamedAlike ? ' med samma frågor och år' : ''}. Två läsare måste ha samma formulär; gör båda böckerna med samma --form.`,
    `${second} has another form than ${file}: ${named(other)}, not ${named(form)}${isNamedAlike ? ' with the same items and years' : ''}. Two readers must have the same form; make both workbooks with the same --form.`,
  );
}

export function noSharedPersons(file: string, second: string) {
  return fail(
    'no-shared-persons',
    `Ingen av personerna i ${second} finns i ${file}: koderna är olika. Gör båda böckerna med samma nyckel (--key), eller ge den andra läsaren en kopia av den första boken.`,
    `None of the persons in ${second} is in ${file}: the codes differ. Make both workbooks with the same key (--key), or give the second reader a copy of the first.`,
  );
}

export function readTwice({ person, reader }: Review, file: string, second: string) {
  return fail(
    'read-twice',
    `${person} är läst av ${reader} både i ${file} och ${second}. Ge läsarna olika signaturer, eller ange en fil.`,
    `${person} is read by ${reader} both in ${file} and ${second}. Give the readers different signatures, or name one file.`,
  );
}

export function checkWithOther(option: string) {
  return fail(
    'wrong-call',
    `--check prövar formuläret i en fil och skriver inget, så ${option} kan inte stå bredvid. Ta bort ett av valen.`,
    `--check tries the form in a file and writes nothing, so ${option} cannot stand beside it. Take one of the options away.`,
  );
}

export function withoutYears(out: string) {
  return fail(
    'no-years',
    `Ange vilka år granskningen gäller: isu review form --years 2017-2022 --out ${out}.`,
    `Say which years the review covers: isu review form --years 2017-2022 --out ${out}.`,
  );
}
