/** The words of the review's part of the pane, in Swedish; questions, answers and guidance are the form's own. */
import type { AmountKind, ItemState } from 'isu-core/review';

const one = (count: number, single: string, several: string) => (count === 1 ? single : several);

/** «a», «b» eller «c» */
const either = (labels: readonly string[]) =>
  labels
    .map((label) => `«${label}»`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' eller ');

const all = (numbers: readonly string[]) => numbers.join(', ').replace(/, (?=[^,]*$)/, ' och ');

export const swedish = {
  title: 'Aktgranskning',
  opening: 'Läser granskningen i arbetsboken …',
  none: {
    text: 'Det finns inget granskningsunderlag i arbetsboken än.',
    how: 'Välj personer under Urval och gör underlaget där. Sedan svarar du på frågorna här, eller direkt i bladen.',
    selection: 'Till Urval',
  },
  tryAgain: 'Försök igen',
  backToLathund: 'Till lathunden',
  persons: {
    form: (title: string, version: string, years: string) => `${title}, version ${version}, ${years}.`,
    who: 'Bladet Vem är vem talar om vilken akt som hör till vilken kod.',
    reader: 'Vem läser?',
    noName: 'Utan signatur',
    title: 'Personer',
    ready: (ready: number, of: number) => `${String(ready)} av ${String(of)} är klara.`,
    progress: (answered: number, asked: number) => `${String(answered)} av ${String(asked)}`,
    answered: 'frågor besvarade',
    done: 'klar',
    tables: 'Till tabellerna',
    unread: (count: number) =>
      one(
        count,
        'En cell går inte att läsa. Resten är läst.',
        `${String(count)} celler går inte att läsa. Resten är läst.`,
      ),
    cell: (sheet: string, address: string) => `${sheet}, cell ${address}:`,
    moreCells: (count: number) => `Och ${String(count)} till.`,
  },
  person: {
    toPersons: 'Till personerna',
    toItems: 'Alla frågor',
    read: (person: string, reader: string) => (reader === '' ? person : `${person}, läses av ${reader}`),
    answered: (answered: number, asked: number) => `${String(answered)} av ${String(asked)} besvarade`,
  },
  question: {
    place: (at: number, of: number) => `fråga ${String(at)} av ${String(of)}`,
    filled: 'Ifyllt ur registret.',
    filledHint: 'Ändra om akten säger något annat.',
    changed: (told: string) => `Ändrat. Registret säger: ${told}`,
    registerSays: (told: string) => `Registret säger: ${told}`,
    takeRegister: 'Ta registrets svar',
    none: 'Inget av dessa',
    byHand: 'Svaret ändrades nyss i bladet. Här står det som gäller nu.',
    passed: (numbers: readonly string[], on: string, answers: readonly string[]) =>
      `${one(numbers.length, 'Fråga', 'Frågorna')} ${all(numbers)} hoppades över: ${one(numbers.length, 'den ställs', 'de ställs')} bara när svaret på fråga ${on} är ${either(answers)}.`,
    notAsked: (on: string, answers: readonly string[]) =>
      `Frågan ställs inte här: den gäller bara när svaret på fråga ${on} är ${either(answers)}.`,
    optional: 'Frivillig: lämna tomt om akten inget har.',
    guidance: 'Så svarar du',
    mended: 'Ändrat mot det tryckta formuläret',
    noNames: 'Skriv inga namn, personnummer eller adresser.',
    clear: 'Ta bort svaret',
    show: 'Visa i bladet',
    answer: 'Svar',
    kronor: 'kr',
    years: 'år',
  },
  beside: { count: 'Antal', money: 'Kronor', year: 'År', text: 'Vad?' } satisfies Record<AmountKind, string>,
  besideOf: (answer: string, what: string) => `${answer}: ${what.replace('?', '').toLowerCase()}`,
  states: {
    answered: 'besvarad',
    missing: 'ingen uppgift',
    empty: 'inte besvarad',
    'not-asked': 'ställs inte',
  } satisfies Record<ItemState, string>,
  optional: 'frivillig',
  fromRegister: 'ur registret',
  toLookAt: 'att titta på',
  items: { title: 'Alla frågor', open: 'Till frågan' },
  end: {
    done: (person: string) => `${person} är klar`,
    left: (person: string, count: number) =>
      `${person}: ${String(count)} ${one(count, 'fråga återstår', 'frågor återstår')}`,
    doneText: 'Alla frågor som ställs har ett svar. Det står i bladen.',
    leftTitle: 'Inte besvarade',
    findings: 'Att titta på',
    findingsHint: 'Svaren säger emot varandra. De får stå kvar om akten är sådan.',
    nextPerson: (person: string) => `Nästa: ${person}`,
    everybody: 'Alla personer är klara. Nu kan tabellerna göras.',
    tables: 'Gör tabellerna',
    persons: 'Alla personer',
  },
  foot: {
    back: 'Tillbaka',
    next: 'Nästa',
    end: 'Klar',
    unanswered: 'Nästa obesvarade',
  },
  saving: {
    rest: '',
    saving: 'Sparar …',
    saved: 'Sparat i bladet',
    failed: 'Inte sparat',
  },
  notSaved: 'Svaret är inte sparat i bladet.',
  kept: 'Det finns kvar här tills det har gått att spara.',
  saveAgain: 'Spara igen',
  keys: {
    title: 'Tangenter',
    list: [
      ['1 2 3 …', 'väljer svar eller skriver talet; 0 är Inget av dessa'],
      ['-', 'Ingen uppgift, där ett tal frågas efter'],
      ['Enter', 'nästa fråga'],
      ['Enter i ett antal', 'tillbaka till svaren, där flera kan väljas'],
      ['Skift + Enter', 'föregående fråga'],
      ['Alt + ← →', 'föregående, nästa'],
      ['↑ ↓', 'mellan svaren'],
      ['Delete', 'tar bort svaret'],
      ['Esc', 'alla frågor'],
    ] as readonly (readonly [string, string])[],
  },
};
