/** The call: which command, which options. Wrong calls are problems that name the right word. */
import { parseArgs } from 'node:util';
import { defaultSettings, fail, nearest, succeed, type Language, type Outcome } from 'isu-core';

export type Command = 'analyse' | 'check' | 'sample' | 'key';

export interface Call {
  readonly command: Command | 'help' | 'version';
  readonly language: Language;
  readonly file: string | null;
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
}

type OptionName = 'sheet' | 'settings' | 'json' | 'out' | 'encoding' | 'lang' | 'rows' | 'seed';

const OPTIONS: Record<Command, readonly OptionName[]> = {
  analyse: ['sheet', 'settings', 'json', 'out', 'lang', 'encoding'],
  check: ['sheet', 'encoding', 'lang'],
  sample: ['out', 'rows', 'seed', 'lang'],
  key: ['lang'],
};
const COMMANDS = Object.keys(OPTIONS) as Command[];
const OPTION_NAMES = [...new Set(Object.values(OPTIONS).flat())];
const GENERAL = ['help', 'version'];

export function readCall(args: readonly string[]): { language: Language; call: Outcome<Call> } {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(OPTION_NAMES.map((name) => [name, { type: 'string' as const }])),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const language = languageOf(args);
  return { language, call: readTokens(tokens, language) };
}

/** Read from the bare words, so that a call that is wrong elsewhere is answered in the language asked for. */
function languageOf(args: readonly string[]): Language {
  const asked = args.some((arg, at) => arg === '--lang=en' || (arg === 'en' && args[at - 1] === '--lang'));
  return asked ? 'en' : 'sv';
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function readTokens(tokens: readonly Token[], language: Language): Outcome<Call> {
  const words = tokens.flatMap((t) => (t.kind === 'positional' ? [t.value] : []));
  const given = tokens.flatMap((t) => (t.kind === 'option' ? [t] : []));
  const has = (name: string) => given.some((t) => t.name === name);
  const general = { language, file: null, options: {} };
  if (has('help') || words[0] === 'help' || (words.length === 0 && given.length === 0))
    return succeed({ command: 'help', ...general });
  if (has('version')) return succeed({ command: 'version', ...general });

  const command = COMMANDS.find((name) => name === words[0]);
  if (command === undefined) return unknownCommand(words[0]);
  const options: Partial<Record<OptionName, string>> = {};
  for (const option of given) {
    const name = OPTIONS[command].find((n) => n === option.name);
    if (name === undefined) return unknownOption(command, option.name, option.rawName);
    if (!isValue(option)) return withoutValue(option.rawName);
    if (options[name] !== undefined) return givenTwice(option.rawName);
    options[name] = option.value;
  }
  if (options.lang !== undefined && options.lang !== 'sv' && options.lang !== 'en')
    return fail(
      'wrong-option',
      `Språket «${options.lang}» finns inte. Skriv --lang sv eller --lang en.`,
      `There is no language "${options.lang}". Write --lang sv or --lang en.`,
    );
  return readFile(command, words.slice(1), { command, language, options });
}

/** `--out --json -` lacks a value after --out, though a parser may take the next option for it. */
function isValue(option: Token & { kind: 'option' }): option is Token & { kind: 'option'; value: string } {
  const { value, inlineValue } = option;
  return typeof value === 'string' && value !== '' && (inlineValue === true || !value.startsWith('--'));
}

function readFile(command: Command, files: readonly string[], call: Omit<Call, 'file'>): Outcome<Call> {
  if (command === 'sample') {
    if (files.length > 0)
      return fail(
        'wrong-call',
        `isu sample läser ingen fil, men «${files[0]!}» är angiven. Skriv --out ${files[0]!} om registret ska skrivas dit.`,
        `isu sample reads no file, but "${files[0]!}" is given. Write --out ${files[0]!} if the register is to be written there.`,
      );
    return succeed({ ...call, file: null });
  }
  const [file, second] = files;
  if (command === 'key' && (file === undefined || file === ''))
    return fail(
      'no-file',
      'Ange vilken fil nyckeln ska skrivas i: isu key FIL.',
      'Say which file to write the key in: isu key FILE.',
    );
  if (file === undefined || file === '')
    return fail(
      'no-file',
      `Ange vilken fil som ska läsas: isu ${command} FIL.`,
      `Say which file to read: isu ${command} FILE.`,
    );
  if (second !== undefined)
    return fail(
      'wrong-call',
      `isu ${command} tar en fil åt gången, men både «${file}» och «${second}» är angivna. Ta bort den ena; ett filnamn med mellanslag ska stå inom citattecken.`,
      `isu ${command} takes one file at a time, but both "${file}" and "${second}" are given. Take one away; a file name with spaces is put in quotes.`,
    );
  return succeed({ ...call, file });
}

function unknownCommand(word: string | undefined) {
  if (word === undefined)
    return fail(
      'no-command',
      'Ange vad som ska göras: isu analyse, isu check, isu sample eller isu key. isu --help berättar mer.',
      'Say what to do: isu analyse, isu check, isu sample or isu key. isu --help tells more.',
    );
  if (word === '-' || /\.\w+$/.test(word))
    return fail(
      'no-command',
      `Ange vad som ska göras med «${word}», till exempel isu analyse ${word}. isu --help berättar mer.`,
      `Say what to do with "${word}", for example isu analyse ${word}. isu --help tells more.`,
    );
  const guess = nearest(word, COMMANDS)!;
  return fail(
    'unknown-command',
    `Kommandot «${word}» finns inte. Närmast är «${guess}»; de som finns är ${COMMANDS.join(', ')}. isu --help berättar mer.`,
    `There is no command "${word}". The nearest is "${guess}"; those that exist are ${COMMANDS.join(', ')}. isu --help tells more.`,
  );
}

function unknownOption(command: Command, name: string, rawName: string) {
  const owners = COMMANDS.filter((other) => OPTIONS[other].some((option) => option === name));
  if (owners.length > 0)
    return fail(
      'unknown-option',
      `${rawName} hör till isu ${owners.join(' och isu ')} och kan inte användas med isu ${command}. Ta bort det.`,
      `${rawName} belongs to isu ${owners.join(' and isu ')} and cannot be used with isu ${command}. Take it away.`,
    );
  if (command === 'analyse' && Object.keys(defaultSettings('')).includes(name))
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

function withoutValue(rawName: string) {
  return fail(
    'option-without-value',
    `Valet ${rawName} saknar värde. Skriv värdet efter: ${rawName} VÄRDE.`,
    `The option ${rawName} lacks a value. Write the value after it: ${rawName} VALUE.`,
  );
}

function givenTwice(rawName: string) {
  return fail(
    'option-twice',
    `Valet ${rawName} är angivet två gånger. Ta bort det ena.`,
    `The option ${rawName} is given twice. Take one away.`,
  );
}
