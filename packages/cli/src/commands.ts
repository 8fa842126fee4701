/** The commands, what each takes, and what it reads. */

export type Command =
  | 'analyse'
  | 'compare'
  | 'spss'
  | 'check'
  | 'sample'
  | 'key'
  | 'review new'
  | 'review fill'
  | 'review tables'
  | 'review form';

/** Options with a value. */
export type OptionName =
  | 'sheet'
  | 'settings'
  | 'json'
  | 'out'
  | 'encoding'
  | 'engine'
  | 'lang'
  | 'rows'
  | 'seed'
  | 'form'
  | 'years'
  | 'layout'
  | 'readers'
  | 'key'
  | 'second'
  | 'reader'
  | 'agreement'
  | 'check'
  | 'periods'
  | 'names'
  | 'population'
  | 'profile'
  | PairName;
/** Of `isu review tables` they come in pairs, and any number of them. */
export type PairName = 'by' | 'across';
/** Options without a value. */
export type FlagName = 'publication' | 'review';

export const OPTIONS: Record<Command, readonly (OptionName | FlagName)[]> = {
  analyse: ['sheet', 'settings', 'json', 'out', 'lang', 'encoding', 'engine'],
  compare: [
    'by',
    'periods',
    'names',
    'population',
    'profile',
    'publication',
    'settings',
    'json',
    'out',
    'sheet',
    'encoding',
    'lang',
  ],
  spss: ['out', 'review', 'settings', 'sheet', 'encoding', 'lang'],
  check: ['sheet', 'encoding', 'lang'],
  sample: ['out', 'rows', 'seed', 'review', 'layout', 'lang'],
  key: ['lang'],
  'review new': ['out', 'form', 'years', 'layout', 'readers', 'settings', 'key', 'sheet', 'encoding', 'lang'],
  'review fill': ['out', 'settings', 'key', 'sheet', 'encoding', 'lang'],
  'review tables': [
    'by',
    'across',
    'reader',
    'agreement',
    'second',
    'publication',
    'settings',
    'json',
    'out',
    'lang',
  ],
  'review form': ['form', 'years', 'out', 'check', 'lang'],
};
export const COMMANDS = Object.keys(OPTIONS) as Command[];
export const FIRST_WORDS = [...new Set(COMMANDS.map((command) => command.split(' ')[0]!))];
/** The second words of `isu review`. */
export const REVIEW_COMMANDS = COMMANDS.flatMap((command) =>
  command.startsWith('review ') ? [command.slice('review '.length)] : [],
);
/** Of every command. */
export const GENERAL: readonly string[] = ['help', 'version'];

const FLAGS: readonly string[] = ['publication', 'review'] satisfies FlagName[];
const PAIRS: readonly string[] = ['by', 'across'] satisfies PairName[];

export const VALUE_NAMES = [...new Set(Object.values(OPTIONS).flat())].filter((name) => !isFlag(name));
export const FLAG_NAMES = FLAGS as readonly FlagName[];

export function isFlag(name: string): name is FlagName {
  return FLAGS.includes(name);
}

export function isPair(command: Command, name: string): name is PairName {
  return command === 'review tables' && PAIRS.includes(name);
}
