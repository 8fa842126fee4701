/** The words of the page around the result; those of the result stand in its document. */
import type { Language } from 'isu-core';
import type { KeyWords, SettingsFormWords, Step } from 'isu-session';
import { english } from './page-words-en.ts';
import { swedish } from './page-words-sv.ts';

export interface PageWords {
  readonly documentTitle: string;
  readonly lead: string;
  readonly otherLanguage: string;
  readonly toWorkbook: string;
  readonly skip: string;
  readonly parts: string;
  readonly analysisPart: string;
  readonly comparePart: string;
  readonly checkPart: string;
  readonly file: string;
  readonly dropHere: string;
  readonly chooseFile: string;
  readonly fileKinds: string;
  readonly staysHere: string;
  readonly showSample: string;
  readonly sampleShown: string;
  readonly sheet: string;
  readonly form: FormWords;
  readonly settingsFile: SettingsFileWords;
  readonly key: KeyWords;
  readonly mapping: MappingPartWords;
  readonly compare: CompareWords;
  readonly check: CheckWords;
  readonly save: string;
  readonly savedName: string;
  readonly saved: string;
  readonly print: string;
  readonly resultFor: (file: string) => string;
  readonly done: (file: string) => string;
  readonly views: string;
  readonly steps: Readonly<Record<Step, string>>;
  readonly problem: string;
  readonly chooseBelow: string;
  readonly oneFile: string;
  readonly unreadable: (file: string) => string;
  readonly fault: string;
  readonly search: string;
  readonly more: (rows: string) => string;
  readonly shown: (shown: string, all: string) => string;
  readonly foundNone: string;
}

export interface FormWords extends SettingsFormWords {
  readonly title: string;
  readonly selection: string;
  readonly shownIn: string;
  readonly groups: string;
  readonly groupsHint: string;
  /** Beside a fold with something filled in. */
  readonly used: string;
  readonly analyse: string;
}

export interface SettingsFileWords {
  readonly title: string;
  readonly hint: string;
  readonly save: string;
  readonly savedName: string;
  readonly saved: string;
  readonly open: string;
  readonly opened: (file: string) => string;
  readonly close: string;
  readonly also: string;
  readonly forget: (label: string) => string;
  readonly forgetShort: string;
  /** By key; one that is not here is shown as it is. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface MappingPartWords {
  readonly title: string;
  readonly found: (found: number, all: number) => string;
  readonly toCheck: (count: number) => string;
  readonly byUser: (count: number) => string;
  readonly intro: string;
  readonly headerRow: string;
  readonly row: (row: number, cells: string) => string;
  readonly columnsTitle: string;
  readonly role: string;
  readonly column: string;
  readonly columnFor: (role: string) => string;
  readonly examples: string;
  readonly sureness: string;
  readonly letter: (letter: string) => string;
  readonly choose: string;
  readonly noColumn: string;
  readonly asFound: string;
  readonly notInFile: (name: string) => string;
  readonly why: Readonly<Record<'settings' | 'profile' | 'header', string>>;
  readonly passedOver: (headers: string) => string;
  readonly fit: (percent: string) => string;
  readonly examplesHidden: string;
  readonly codesTitle: string;
  readonly codesHint: string;
  readonly codesHidden: string;
  readonly values: (different: number) => string;
  readonly unknownValues: (count: number) => string;
  readonly value: string;
  readonly rows: string;
  readonly takenFor: string;
  readonly takenForOf: (value: string, role: string) => string;
  readonly notRecognised: string;
  readonly foundAs: (meaning: string) => string;
  readonly chosenByYou: string;
  readonly moreValues: (shown: number, all: number) => string;
  readonly back: string;
  readonly saveMapping: string;
  readonly savedName: string;
  readonly saved: string;
}

export interface CompareWords {
  readonly title: string;
  readonly noRegister: string;
  readonly resultFor: (file: string) => string;
  readonly done: string;
  readonly savedName: string;
}

export interface CheckWords {
  readonly title: string;
  readonly intro: string;
  readonly drop: string;
  readonly choose: string;
  readonly kinds: string;
  readonly result: (file: string) => string;
  readonly contradictions: (count: number, figures: string) => string;
  readonly none: (figures: string) => string;
  readonly noneMeans: string;
}

export function pageWords(language: Language): PageWords {
  return language === 'sv' ? swedish : english;
}
