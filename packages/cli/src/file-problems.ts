/** What can keep a file from being read or written, each said with its place and the mend. */
import { fail } from 'isu-core';

type Failed = ReturnType<typeof fail>;
type SayFault = (name: string) => Failed;

/** @param code as the system names the fault */
export function unreadable(name: string, code: string): Failed {
  const say = READING[code];
  if (say) return say(name);
  return fail(
    'unreadable-file',
    `Filen «${name}» går inte att läsa (${code}). Kopiera den till en mapp på datorn och försök igen.`,
    `The file "${name}" cannot be read (${code}). Copy it to a folder on the computer and try again.`,
  );
}

/** @param code as the system names the fault */
export function unwritable(name: string, code: string): Failed {
  const say = WRITING[code];
  if (say) return say(name);
  return fail(
    'unwritable-file',
    `Filen «${name}» går inte att skriva (${code}). Ange en annan mapp.`,
    `The file "${name}" cannot be written (${code}). Name another folder.`,
  );
}

const notFound: SayFault = (name) =>
  fail(
    'no-such-file',
    `Filen «${name}» finns inte. Kontrollera namnet och mappen.`,
    `There is no file "${name}". Check the name and the folder.`,
  );
const noRightToRead: SayFault = (name) =>
  fail(
    'unreadable-file',
    `Du har inte rätt att läsa filen «${name}», eller så har ett annat program låst den. Stäng den i andra program eller be den som äger filen om läsrätt.`,
    `You may not read the file "${name}", or another program has locked it. Close it in other programs, or ask its owner for the right to read it.`,
  );

const READING: Readonly<Record<string, SayFault>> = {
  ENOENT: notFound,
  ENOTDIR: notFound,
  EISDIR: (name) =>
    fail(
      'unreadable-file',
      `«${name}» är en mapp och går inte att läsa. Ange en fil i mappen.`,
      `"${name}" is a folder and cannot be read. Name a file in the folder.`,
    ),
  EACCES: noRightToRead,
  EPERM: noRightToRead,
  EBUSY: noRightToRead,
};

const noRightToWrite: SayFault = (name) =>
  fail(
    'unwritable-file',
    `Filen «${name}» får inte skrivas: den är skrivskyddad, öppen i ett annat program (t.ex. Excel) eller i en mapp där du inte har skrivrätt. Stäng den eller ange en annan mapp.`,
    `The file "${name}" may not be written: it is read-only, open in another program (e.g. Excel) or in a folder where you have no right to write. Close it or name another folder.`,
  );
const noRoom: SayFault = (name) =>
  fail(
    'unwritable-file',
    `Filen «${name}» kunde inte skrivas, för disken är full. Frigör utrymme eller ange en annan mapp.`,
    `The file "${name}" could not be written, since the disk is full. Free some space or name another folder.`,
  );

const WRITING: Readonly<Record<string, SayFault>> = {
  EISDIR: (name) =>
    fail(
      'unwritable-file',
      `«${name}» är en mapp och kan inte skrivas över. Ange ett namn på en fil.`,
      `"${name}" is a folder and cannot be written over. Name a file.`,
    ),
  EACCES: noRightToWrite,
  EPERM: noRightToWrite,
  EBUSY: noRightToWrite,
  ETXTBSY: noRightToWrite,
  EROFS: noRightToWrite,
  ENOSPC: noRoom,
  EDQUOT: noRoom,
};

export function noFolder(name: string, folder: string): Failed {
  return fail(
    'unwritable-file',
    `Filen «${name}» går inte att skriva, för mappen «${folder}» finns inte. Skapa mappen eller ange en annan.`,
    `The file "${name}" cannot be written, since there is no folder "${folder}". Make the folder or name another.`,
  );
}

/** @param code as the system names the fault */
export function unwritableOutput(code: string): Failed {
  return fail(
    'unwritable-output',
    code === 'ENOSPC'
      ? 'Resultatet kunde inte skrivas på standard ut, för disken är full. Frigör utrymme eller skriv till en annan plats.'
      : `Resultatet kunde inte skrivas på standard ut (${code}). Kontrollera programmet eller filen som tar emot det.`,
    code === 'ENOSPC'
      ? 'The result could not be written to standard output, since the disk is full. Free some space or write elsewhere.'
      : `The result could not be written to standard output (${code}). Check the program or file that receives it.`,
  );
}

export function wrongEnding(
  option: string,
  name: string,
  endings: { readonly sv: string; readonly en: string; readonly first: string },
): Failed {
  const example = `${option} ${name.replace(/\.[^./\\]*$/, '')}${endings.first}`;
  return fail(
    'wrong-ending',
    `Filnamnet «${name}» efter ${option} ska sluta på ${endings.sv}. Skriv till exempel ${example}.`,
    `The file name "${name}" after ${option} must end in ${endings.en}. Write for example ${example}.`,
  );
}

export function overwritesSource(option: string, name: string): Failed {
  return fail(
    'overwrites-source',
    `${option} «${name}» är en fil som läses, och resultatet skulle skriva över den. Ange ett annat namn efter ${option}.`,
    `${option} "${name}" is a file that is read, and the result would write over it. Give another name after ${option}.`,
  );
}

export function sameTarget(name: string): Failed {
  return fail(
    'same-target',
    `Både --json och --out anger «${name}». Ange två olika filer.`,
    `Both --json and --out name "${name}". Name two different files.`,
  );
}

export function keyExists(name: string): Failed {
  return fail(
    'key-exists',
    `Filen «${name}» finns redan och skrivs inte över, för den kan vara en nyckel som behövs. Ange ett nytt namn.`,
    `The file "${name}" exists already and is not written over, since it may be a key that is needed. Give a new name.`,
  );
}

export function noKeyFile(name: string): Failed {
  return fail(
    'no-such-file',
    `Nyckelfilen «${name}», som inställningen «pseudonymKeyFile» anger, finns inte. Rätta inställningen, eller gör en ny nyckel med isu key ${name}.`,
    `There is no key file "${name}", which the setting "pseudonymKeyFile" names. Correct the setting, or make a new key with isu key ${name}.`,
  );
}
