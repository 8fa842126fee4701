/** What can be wrong with a call, each said with the right word or the mend. */
import { defaultSettings, fail, nearest } from 'isu-core';
import { COMMANDS, FIRST_WORDS, GENERAL, OPTIONS, REVIEW_COMMANDS, type Command } from './commands.ts';

export function readsNoFile(command: 'sample' | 'review form', file: string) {
  if (command === 'sample')
    return fail(
      'wrong-call',
      `isu sample läser ingen fil, men «${file}» är angiven. Skriv --out ${file} om registret ska skrivas dit.`,
      `isu sample reads no file, but "${file}" is given. Write --out ${file} if the register is to be written there.`,
    );
  return fail(
    'wrong-call',
    `Ange vad som ska göras med «${file}»: --check ${file} prövar formuläret i filen, --out ${file} skriver ett formulär dit.`,
    `Say what to do with "${file}": --check ${file} tries the form in the file, --out ${file} writes a form to it.`,
  );
}

/** What the files of a review command are called, where «FIL» would not tell which. */
const REVIEW_FILES: Partial<Record<Command, { readonly sv: string; readonly en: string }>> = {
  'review new': { sv: 'REGISTER', en: 'REGISTER' },
  'review tables': { sv: 'GRANSKNING', en: 'REVIEW' },
};

export function withoutFile(command: Command) {
  if (command === 'key')
    return fail(
      'no-file',
      'Ange vilken fil nyckeln ska skrivas i: isu key FIL.',
      'Say which file to write the key in: isu key FILE.',
    );
  if (command === 'review fill')
    return fail(
      'no-file',
      'Ange granskningen och registret: isu review fill GRANSKNING REGISTER.',
      'Name the review and the register: isu review fill REVIEW REGISTER.',
    );
  const { sv, en } = REVIEW_FILES[command] ?? { sv: 'FIL', en: 'FILE' };
  return fail(
    'no-file',
    `Ange vilken fil som ska läsas: isu ${command} ${sv}.`,
    `Say which file to read: isu ${command} ${en}.`,
  );
}

export function withoutRegister(review: string) {
  return fail(
    'no-file',
    `Ange både granskningen och registret: isu review fill ${review} REGISTER.`,
    `Name both the review and the register: isu review fill ${review} REGISTER.`,
  );
}

export function tooManyFiles(command: Command, files: readonly string[], tooMany: string) {
  if (command === 'review fill')
    return fail(
      'wrong-call',
      `isu review fill tar granskningen och registret, men också «${tooMany}» är angiven. Ta bort den; ett filnamn med mellanslag ska stå inom citattecken.`,
      `isu review fill takes the review and the register, but "${tooMany}" is given too. Take it away; a file name with spaces is put in quotes.`,
    );
  if (command === 'review tables')
    return fail(
      'wrong-call',
      `isu review tables tar en granskning, men både «${files[0]!}» och «${tooMany}» är angivna. Är den andra en annan läsares, skriv --second ${tooMany}.`,
      `isu review tables takes one review, but both "${files[0]!}" and "${tooMany}" are given. If the other is a second reader's, write --second ${tooMany}.`,
    );
  return fail(
    'wrong-call',
    `isu ${command} tar en fil åt gången, men både «${files[0]!}» och «${tooMany}» är angivna. Ta bort den ena; ett filnamn med mellanslag ska stå inom citattecken.`,
    `isu ${command} takes one file at a time, but both "${files[0]!}" and "${tooMany}" are given. Take one away; a file name with spaces is put in quotes.`,
  );
}

export function unknownCommand(word: string | undefined) {
  if (word === undefined)
    return fail(
      'no-command',
      'Ange vad som ska göras: isu analyse, isu compare, isu spss, isu check, isu sample, isu key eller isu review. isu --help berättar mer.',
      'Say what to do: isu analyse, isu compare, isu spss, isu check, isu sample, isu key or isu review. isu --help tells more.',
    );
  if (word === '-' || /\.\w+$/.test(word))
    return fail(
      'no-command',
      `Ange vad som ska göras med «${word}», till exempel isu analyse ${word}. isu --help berättar mer.`,
      `Say what to do with "${word}", for example isu analyse ${word}. isu --help tells more.`,
    );
  const guess = nearest(word, FIRST_WORDS)!;
  return fail(
    'unknown-command',
    `Kommandot «${word}» finns inte. Närmast är «${guess}»; de som finns är ${FIRST_WORDS.join(', ')}. isu --help berättar mer.`,
    `There is no command "${word}". The nearest is "${guess}"; those that exist are ${FIRST_WORDS.join(', ')}. isu --help tells more.`,
  );
}

export function unknownReview(word: string | undefined) {
  const all = REVIEW_COMMANDS.map((name) => `isu review ${name}`).join(', ');
  if (word === undefined)
    return fail(
      'no-command',
      `Ange vad som ska göras med granskningen: ${all}. isu review --help berättar mer.`,
      `Say what to do with the review: ${all}. isu review --help tells more.`,
    );
  const guess = nearest(word, REVIEW_COMMANDS)!;
  return fail(
    'unknown-command',
    `Kommandot «review ${word}» finns inte. Närmast är «review ${guess}»; de som finns är ${all}. isu review --help berättar mer.`,
    `There is no command "review ${word}". The nearest is "review ${guess}"; those that exist are ${all}. isu review --help tells more.`,
  );
}

export function unknownOption(command: Command, name: string, rawName: string) {
  const owners = COMMANDS.filter((other) => OPTIONS[other].some((option) => option === name));
  if (owners.length > 0)
    return fail(
      'unknown-option',
      `${rawName} hör till ${listed(owners, 'och')} och kan inte användas med isu ${command}. Ta bort det.`,
      `${rawName} belongs to ${listed(owners, 'and')} and cannot be used with isu ${command}. Take it away.`,
    );
  if (
    (command === 'analyse' || command === 'compare' || command === 'spss' || command === 'review new') &&
    Object.keys(defaultSettings('')).includes(name)
  )
    return fail(
      'unknown-option',
      `«${name}» är en inställning och inget val. Skriv den i en fil, {"${name}": …}, och ange filen med --settings.`,
      `"${name}" is a setting and not an option. Write it in a file, {"${name}": …}, and name the file after --settings.`,
    );
  const known = [...OPTIONS[command], ...GENERAL];
  const guess = nearest(name, known)!;
  const all = known.map((option) => `--${option}`).join(', ');
  return fail(
    'unknown-option',
    `isu ${command} har inget val ${rawName}. Närmast är --${guess}. Valen är ${all}.`,
    `isu ${command} has no option ${rawName}. The nearest is --${guess}. The options are ${all}.`,
  );
}

export function withoutValue(rawName: string) {
  return fail(
    'option-without-value',
    `Valet ${rawName} saknar värde. Skriv värdet efter: ${rawName} VÄRDE.`,
    `The option ${rawName} lacks a value. Write the value after it: ${rawName} VALUE.`,
  );
}

export function withValue(rawName: string) {
  return fail(
    'option-with-value',
    `Valet ${rawName} tar inget värde. Skriv bara ${rawName}.`,
    `The option ${rawName} takes no value. Write only ${rawName}.`,
  );
}

export function givenTwice(rawName: string) {
  return fail(
    'option-twice',
    `Valet ${rawName} är angivet två gånger. Ta bort det ena.`,
    `The option ${rawName} is given twice. Take one away.`,
  );
}

export function noSuchLanguage(language: string) {
  return fail(
    'wrong-option',
    `Språket «${language}» finns inte. Skriv --lang sv eller --lang en.`,
    `There is no language "${language}". Write --lang sv or --lang en.`,
  );
}

export function halfAPair(option: string, value: string, other: string) {
  return fail(
    'half-a-pair',
    `${option} ${value} saknar sin ${other}. En korstabell ställer en fråga mot en annan: --by FRÅGA --across FRÅGA.`,
    `${option} ${value} lacks its ${other}. A cross table sets one item against another: --by ITEM --across ITEM.`,
  );
}

/** `isu analyse, isu compare och isu review tables`. */
function listed(commands: readonly Command[], and: string): string {
  const names = commands.map((command) => `isu ${command}`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)!}`;
}
