/** The words of a review's workbook: names of its sheets, headings, how to fill it in. */
import type { Language } from '../problem.ts';
import type { AmountKind } from './form.ts';

/** Every word of a review’s sheets. */
export interface SheetWords {
  readonly names: Readonly<Record<'start' | 'answers' | 'form' | 'codes' | 'register' | 'who', string>>;
  readonly marking: string;
  readonly about: string;
  readonly howHeading: string;
  readonly how: Readonly<Record<'rows' | 'forms', readonly string[]>>;
  readonly looksHeading: string;
  readonly looks: Readonly<
    Record<
      'input' | 'filled' | 'locked' | 'greyed' | 'differs' | 'done',
      readonly [cell: string, says: string]
    >
  >;
  readonly factsHeading: string;
  readonly form: string;
  readonly version: string;
  readonly years: string;
  readonly persons: string;
  readonly readers: string;
  readonly oneReader: string;
  readonly progressHeading: string;
  readonly person: string;
  readonly reader: string;
  readonly answered: string;
  readonly asked: string;
  /** With the two numbers after it. */
  readonly answeredOf: string;
  readonly share: string;
  readonly differs: string;
  readonly all: string;
  readonly number: string;
  readonly question: string;
  readonly answer: string;
  readonly amount: string;
  readonly amounts: Readonly<Record<AmountKind | 'years', string>>;
  readonly fromRegister: string;
  readonly guidance: string;
  readonly registerNote: string;
  readonly codesNote: string;
  readonly whoNote: readonly string[];
  readonly code: string;
  readonly identity: string;
  /** An item by its number. */
  readonly item: (number: string) => string;
  readonly listMessage: string;
  /** What a cell says that takes whole numbers, to who writes something else. */
  readonly wholeMessage: (least: string, most: string) => string;
  /** The same, where the file may not tell. */
  readonly orMissing: (word: string) => string;
  /** What a cell of words says to who writes too many. */
  readonly textMessage: (most: string) => string;
}

const swedish: SheetWords = {
  names: {
    start: 'Börja här',
    answers: 'Svar',
    form: 'Formulär',
    codes: 'Koder',
    register: 'Ur registret',
    who: 'Vem är vem',
  },
  marking: 'Internt arbetsmaterial – omfattas av sekretess',
  about:
    'Underlaget är till för den som läser personernas akter och svarar på formulärets frågor. Det som registret redan vet är ifyllt.',
  howHeading: 'Så här gör du',
  how: {
    rows: [
      'Gå till bladet Svar. Varje rad är en person, och varje fråga har en eller flera kolumner.',
      'Välj svaret i listan eller skriv ett tal. Där flera svar kan gälla har varje svar en egen kolumn för ja eller nej, med antalet bredvid. Rutor som lämnas tomma i en sådan fråga räknas som nej när någon av dem är ifylld.',
      'Säger akten inget: välj Ingen uppgift. En tom ruta betyder att frågan inte är besvarad än.',
      'Det som är ifyllt ur registret går att ändra när akten säger något annat. Det syns då att svaret skiljer sig från registret.',
      'Grå rutor behöver inte fyllas i: de hör till en fråga som har fått ett annat svar, eller inget än.',
      'Hur frågan ska förstås visas när rutan är vald, och står i bladet Formulär.',
      'En person till läggs till på de tomma raderna längst ned. Där skrivs en kod, aldrig personnumret.',
      'Bladen är skyddade mot misstag, utan lösenord. Vill du sortera eller ändra något annat än svaren: Granska › Ta bort bladets skydd.',
    ],
    forms: [
      'Varje person har ett eget blad med alla frågor. Bladet Svar visar detsamma, en rad för varje person, och fylls i av sig självt.',
      'Välj svaret i listan eller skriv ett tal. Där flera svar kan gälla har varje svar en egen rad för ja eller nej, med antalet bredvid. Rutor som lämnas tomma i en sådan fråga räknas som nej när någon av dem är ifylld.',
      'Säger akten inget: välj Ingen uppgift. En tom ruta betyder att frågan inte är besvarad än.',
      'Det som är ifyllt ur registret går att ändra när akten säger något annat. Det syns då att svaret skiljer sig från registret.',
      'Grå rader behöver inte fyllas i: de hör till en fråga som har fått ett annat svar, eller inget än.',
      'Bladen är skyddade mot misstag, utan lösenord. Vill du sortera eller ändra något annat än svaren: Granska › Ta bort bladets skydd.',
    ],
  },
  looksHeading: 'Så ser rutorna ut',
  looks: {
    input: ['', 'Fylls i.'],
    filled: ['12', 'Ifyllt ur registret. Går att ändra.'],
    locked: ['12', 'Räknas ut. Går inte att ändra.'],
    differs: ['9', 'Skiljer sig från registret.'],
    greyed: ['', 'Behöver inte fyllas i.'],
    done: ['12', 'Alla frågor är besvarade.'],
  },
  factsHeading: 'Granskningen',
  form: 'Formulär',
  version: 'version',
  years: 'År som granskas',
  persons: 'Antal personer',
  readers: 'Läsare',
  oneReader: 'en läsare, utan signatur',
  progressHeading: 'Hur långt har vi kommit?',
  person: 'Person',
  reader: 'Läsare',
  answered: 'Besvarade frågor',
  asked: 'av',
  answeredOf: 'Besvarade frågor, av alla',
  share: 'Klart',
  differs: 'Skiljer från registret',
  all: 'Alla',
  number: 'Nr',
  question: 'Fråga',
  answer: 'Svar',
  amount: 'Antal m.m.',
  amounts: { count: 'Antal', money: 'Kronor', year: 'Årtal', text: 'Vad', years: 'År' },
  fromRegister: 'Ur registret',
  guidance: 'Så menas frågan',
  registerNote: 'Det som registret berättade när underlaget gjordes. Ändra i svaren, inte här.',
  codesNote: 'Orden i rullistorna. De kommer ur formuläret.',
  whoNote: [
    'Här står vem som är vem. Bladet omfattas av sekretess.',
    'Ta bort bladet eller flytta det till en egen fil innan arbetsboken lämnas till någon som inte ska veta.',
  ],
  code: 'Kod',
  identity: 'Personnummer',
  item: (number) => `Fråga ${number}`,
  listMessage: 'Välj ett av svaren i listan, eller lämna rutan tom tills frågan är besvarad.',
  wholeMessage: (least, most) => `Skriv ett helt tal från ${least} till ${most}, bara siffror.`,
  orMissing: (word) => `Säger akten inget: skriv ${word}.`,
  textMessage: (most) => `Texten får vara högst ${most} tecken lång.`,
};

const english: SheetWords = {
  names: {
    start: 'Start here',
    answers: 'Answers',
    form: 'Form',
    codes: 'Codes',
    register: 'From the register',
    who: 'Who is who',
  },
  marking: 'Internal working material – covered by secrecy',
  about:
    'This is for whoever reads the persons’ files and answers the form’s questions. What the register knows already is filled in.',
  howHeading: 'What to do',
  how: {
    rows: [
      'Go to the sheet Answers. Each row is a person, and each question has one or more columns.',
      'Choose the answer from the list or write a number. Where several answers may apply, each has its own column for yes or no, with the number beside it. Cells left empty in such a question count as no once any of them is filled in.',
      'If the file does not tell: choose No information. An empty cell means that the question is not answered yet.',
      'What is filled in from the register can be changed when the file says otherwise. It then shows that the answer differs from the register.',
      'Grey cells need not be filled in: they belong to a question that has another answer, or none yet.',
      'How a question is meant shows when its cell is selected, and stands in the sheet Form.',
      'Another person is added on the empty rows at the bottom. Write a code there, never the personal identity number.',
      'The sheets are protected against slips, without a password. To sort, or to change anything but answers: Review › Unprotect Sheet.',
    ],
    forms: [
      'Each person has a sheet of their own with all questions. The sheet Answers shows the same, a row for each person, and fills itself in.',
      'Choose the answer from the list or write a number. Where several answers may apply, each has its own row for yes or no, with the number beside it. Cells left empty in such a question count as no once any of them is filled in.',
      'If the file does not tell: choose No information. An empty cell means that the question is not answered yet.',
      'What is filled in from the register can be changed when the file says otherwise. It then shows that the answer differs from the register.',
      'Grey rows need not be filled in: they belong to a question that has another answer, or none yet.',
      'The sheets are protected against slips, without a password. To sort, or to change anything but answers: Review › Unprotect Sheet.',
    ],
  },
  looksHeading: 'What the cells look like',
  looks: {
    input: ['', 'To be filled in.'],
    filled: ['12', 'Filled in from the register. Can be changed.'],
    locked: ['12', 'Worked out. Cannot be changed.'],
    differs: ['9', 'Differs from the register.'],
    greyed: ['', 'Need not be filled in.'],
    done: ['12', 'All questions are answered.'],
  },
  factsHeading: 'The review',
  form: 'Form',
  version: 'version',
  years: 'Years reviewed',
  persons: 'Number of persons',
  readers: 'Readers',
  oneReader: 'one reader, without initials',
  progressHeading: 'How far have we come?',
  person: 'Person',
  reader: 'Reader',
  answered: 'Questions answered',
  asked: 'of',
  answeredOf: 'Questions answered, of all',
  share: 'Done',
  differs: 'Differ from the register',
  all: 'All',
  number: 'No.',
  question: 'Question',
  answer: 'Answer',
  amount: 'Number etc.',
  amounts: { count: 'Number', money: 'SEK', year: 'Year', text: 'What', years: 'Years' },
  fromRegister: 'From the register',
  guidance: 'How it is meant',
  registerNote: 'What the register told when this was made. Change the answers, not this.',
  codesNote: 'The words of the lists. They come from the form.',
  whoNote: [
    'This says who is who. The sheet is covered by secrecy.',
    'Delete the sheet or move it to a file of its own before the workbook is given to anyone who is not to know.',
  ],
  code: 'Code',
  identity: 'Personal identity number',
  item: (number) => `Question ${number}`,
  listMessage:
    'Choose one of the answers in the list, or leave the cell empty until the question is answered.',
  wholeMessage: (least, most) => `Write a whole number from ${least} to ${most}, digits only.`,
  orMissing: (word) => `If the file says nothing: write ${word}.`,
  textMessage: (most) => `The text may be at most ${most} characters long.`,
};

/** Every word of a review’s sheets, by language. */
export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = { sv: swedish, en: english };
