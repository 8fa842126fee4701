/** The call: which command, which options. Wrong calls are problems that name the nearest right word. */
import { parseArgs } from 'node:util';
import { fail, nearest, succeed, type Language, type Outcome } from 'isu-core';

export type Command = 'analyse' | 'check' | 'sample';

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
  const language: Language = tokens.some((t) => t.kind === 'option' && t.name === 'lang' && t.value === 'en')
    ? 'en'
    : 'sv';
  return { language, call: readTokens(tokens, language) };
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
    if (name === undefined) return unknownOption(command, option.rawName);
    if (typeof option.value !== 'string' || option.value === '') return withoutValue(option.rawName);
    if (options[name] !== undefined) return givenTwice(option.rawName);
    options[name] = option.value;
  }
  if (options.lang !== undefined && options.lang !== 'sv' && options.lang !== 'en')
    return fail(
      'wrong-option',
      `--lang «${options.lang}» finns inte. Välj sv eller en.`,
      `There is no --lang "${options.lang}". Choose sv or en.`,
    );
  return readFile(command, words.slice(1), { command, language, options });
}

function readFile(command: Command, files: readonly string[], call: Omit<Call, 'file'>): Outcome<Call> {
  if (command === 'sample') {
    if (files.length > 0)
      return fail(
        'wrong-call',
        `isu sample läser ingen fil, men «${files[0]!}» är angiven. Skriv --out ${files[0]!} om den ska skrivas.`,
        `isu sample reads no file, but "${files[0]!}" is given. Write --out ${files[0]!} if it is to be written.`,
      );
    return succeed({ ...call, file: null });
  }
  const [file, second] = files;
  if (file === undefined)
    return fail(
      'no-file',
      `Ange vilken fil som ska läsas: isu ${command} FIL.`,
      `Say which file to read: isu ${command} FILE.`,
    );
  if (second !== undefined)
    return fail(
      'wrong-call',
      `isu ${command} läser en fil åt gången, men även «${second}» är angiven. Sätt citattecken om ett filnamn med mellanslag.`,
      `isu ${command} reads one file at a time, but "${second}" is given as well. Put a file name with spaces in quotes.`,
    );
  return succeed({ ...call, file });
}

function unknownCommand(word: string | undefined) {
  if (word === undefined)
    return fail(
      'no-command',
      'Ange vad som ska göras: isu analyse, isu check eller isu sample. isu --help berättar mer.',
      'Say what to do: isu analyse, isu check or isu sample. isu --help tells more.',
    );
  const guess = nearest(word, COMMANDS)!;
  return fail(
    'unknown-command',
    `Kommandot «${word}» finns inte. Närmast är «${guess}». isu --help berättar mer.`,
    `There is no command "${word}". The nearest is "${guess}". isu --help tells more.`,
  );
}

function unknownOption(command: Command, rawName: string) {
  const guess = nearest(rawName.replace(/^-+/, ''), [...OPTIONS[command], ...GENERAL])!;
  return fail(
    'unknown-option',
    `isu ${command} har inget val ${rawName}. Närmast är --${guess}. isu --help berättar mer.`,
    `isu ${command} has no option ${rawName}. The nearest is --${guess}. isu --help tells more.`,
  );
}

function withoutValue(rawName: string) {
  return fail(
    'option-without-value',
    `Valet ${rawName} saknar värde. Skriv det efter, till exempel ${rawName} VÄRDE.`,
    `The option ${rawName} lacks a value. Write it after, for example ${rawName} VALUE.`,
  );
}

function givenTwice(rawName: string) {
  return fail(
    'option-twice',
    `Valet ${rawName} är angivet två gånger. Ta bort det ena.`,
    `The option ${rawName} is given twice. Take one away.`,
  );
}
