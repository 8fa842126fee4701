/** The call: which command, which files and options. Wrong calls are problems that name the right word. */
import { parseArgs } from 'node:util';
import { succeed, type Language, type Outcome } from 'isu-core';
import {
  givenTwice,
  halfAPair,
  noSuchLanguage,
  readsNoFile,
  tooManyFiles,
  unknownCommand,
  unknownOption,
  unknownReview,
  withoutFile,
  withoutRegister,
  withoutValue,
  withValue,
} from './call-problems.ts';
import {
  COMMANDS,
  FLAG_NAMES,
  isFlag,
  isPair,
  OPTIONS,
  VALUE_NAMES,
  type Command,
  type FlagName,
  type OptionName,
  type PairName,
} from './commands.ts';

export interface Call {
  readonly command: Command | 'help' | 'review help' | 'compare help' | 'version';
  readonly language: Language;
  readonly file: string | null;
  /** The second file of a command that reads two: the register of `isu review fill`. */
  readonly register: string | null;
  /** All the files of a command that reads any number of them: `isu compare`. */
  readonly files: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string>>>;
  readonly flags: ReadonlySet<FlagName>;
  /** What is to be set against each other, `--by` with its `--across`. */
  readonly crosses: readonly Cross[];
}

export interface Cross {
  readonly by: string;
  readonly across: string;
}

type Read = Pick<Call, 'options' | 'flags' | 'crosses'>;

export function readCall(args: readonly string[]): { language: Language; call: Outcome<Call> } {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(VALUE_NAMES.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(FLAG_NAMES.map((name) => [name, { type: 'boolean' as const }])),
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
  const nothing: Read = { options: {}, flags: new Set(), crosses: [] };
  const general = { language, file: null, register: null, files: [], ...nothing };
  if (has('help') || words[0] === 'help' || (words.length === 0 && given.length === 0)) {
    const about = (['review', 'compare'] as const).find((word) => words.slice(0, 2).includes(word));
    return succeed({ command: about ? (`${about} help` as const) : 'help', ...general });
  }
  if (has('version')) return succeed({ command: 'version', ...general });

  const found = commandIn(words);
  if (!found.ok) return found;
  const { command, files } = found.value;
  const read = readOptions(command, given);
  if (!read.ok) return read;
  return readFiles(command, files, { command, language, ...read.value });
}

function commandIn(words: readonly string[]): Outcome<{ command: Command; files: readonly string[] }> {
  const isReview = words[0] === 'review';
  const name = isReview ? words.slice(0, 2).join(' ') : words[0];
  const command = COMMANDS.find((known) => known === name);
  if (command !== undefined) return succeed({ command, files: words.slice(isReview ? 2 : 1) });
  return isReview ? unknownReview(words[1]) : unknownCommand(words[0]);
}

type Option = Token & { kind: 'option' };

function readOptions(command: Command, given: readonly Option[]): Outcome<Read> {
  const options: Partial<Record<OptionName, string>> = {};
  const flags = new Set<FlagName>();
  const pairs: { readonly name: PairName; readonly value: string }[] = [];
  for (const option of given) {
    const name = OPTIONS[command].find((n) => n === option.name);
    if (name === undefined) return unknownOption(command, option.name, option.rawName);
    if (isFlag(name)) {
      if (option.value !== undefined) return withValue(option.rawName);
      flags.add(name);
      continue;
    }
    if (!isValue(option)) return withoutValue(option.rawName);
    if (isPair(command, name)) {
      pairs.push({ name, value: option.value });
      continue;
    }
    if (options[name] !== undefined) return givenTwice(option.rawName);
    options[name] = option.value;
  }
  const crosses = crossesOf(pairs);
  if (!crosses.ok) return crosses;
  if (options.lang !== undefined && options.lang !== 'sv' && options.lang !== 'en')
    return noSuchLanguage(options.lang);
  return succeed({ options, flags, crosses: crosses.value });
}

/** The first `--by` goes with the first `--across`, whatever stands between them. */
function crossesOf(
  pairs: readonly { readonly name: PairName; readonly value: string }[],
): Outcome<readonly Cross[]> {
  const of = (asked: PairName) => pairs.flatMap(({ name, value }) => (name === asked ? [value] : []));
  const [by, across] = [of('by'), of('across')];
  if (by.length === across.length)
    return succeed(by.map((value, at) => ({ by: value, across: across[at]! })));
  const [more, less, value] =
    by.length > across.length
      ? (['--by', '--across', by[across.length]!] as const)
      : (['--across', '--by', across[by.length]!] as const);
  return halfAPair(more, value, less);
}

/** `--out --json -` lacks a value after --out, though a parser may take the next option for it. */
function isValue(option: Option): option is Option & { value: string } {
  const { value, inlineValue } = option;
  return typeof value === 'string' && value !== '' && (inlineValue === true || !value.startsWith('--'));
}

type CallWithoutFiles = Omit<Call, 'file' | 'register' | 'files'>;

function readFiles(command: Command, files: readonly string[], call: CallWithoutFiles): Outcome<Call> {
  if (command === 'sample' || command === 'review form') {
    if (files.length > 0) return readsNoFile(command, files[0]!);
    return succeed({ ...call, file: null, register: null, files });
  }
  const [file, second, third] = files;
  if (file === undefined || file === '') return withoutFile(command);
  if (command === 'compare') return succeed({ ...call, file, register: null, files });
  const register = command === 'review fill' ? second : undefined;
  if (command === 'review fill' && (register === undefined || register === '')) return withoutRegister(file);
  const tooMany = register === undefined ? second : third;
  if (tooMany !== undefined) return tooManyFiles(command, files, tooMany);
  return succeed({ ...call, file, register: register ?? null, files });
}
