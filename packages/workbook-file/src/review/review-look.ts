/** How the cells of a review look: as the other workbooks do, with cells to be filled in set apart. */
import type { CellLook as ReviewLook, ConditionLook, ReviewCell, ReviewSheet } from 'isu-core/review';
import { COLOURS, FONT, FONTS, TEXT_FORMAT } from '../write/look.ts';
import {
  PLAIN_ALIGNMENT,
  PLAIN_FONT,
  PLAIN_LOOK,
  type BorderData,
  type CellLook,
  type LentLookData,
} from '../xlsx/look-data.ts';

export const REVIEW_COLOURS = {
  /** What is filled in from the register. */
  filled: 'E3EEF9',
  filledText: '1F4E79',
  differs: 'FFE3B3',
  differsText: '6B4A00',
  greyed: 'E4E4E4',
  greyedText: '767676',
  done: 'DDF0DC',
  doneText: '205B22',
  inputLine: '9FB5B2',
  locked: 'F4F5F5',
} as const;

/** Sheets to work in, and the one that is secret. */
export const TABS = { plain: null, work: COLOURS.accent, secret: 'C00000' } as const;

const INPUT_BORDER = boxed(REVIEW_COLOURS.inputLine);
const PLAIN_BORDER = boxed(COLOURS.line);

function boxed(colour: string): BorderData {
  const line = { style: 'thin', colour } as const;
  return { left: line, right: line, top: line, bottom: line };
}

interface Dress {
  readonly font: keyof typeof FONTS;
  readonly fill: string | null;
  readonly border: BorderData;
  readonly colour?: string;
  readonly italic?: true;
  /** May be typed in on a protected sheet. */
  readonly isOpen?: true;
}

const DRESSES: Readonly<Record<ReviewLook, Dress>> = {
  plain: { font: 'body', fill: null, border: {} },
  title: { font: 'title', fill: null, border: {} },
  heading: { font: 'header', fill: COLOURS.headerFill, border: PLAIN_BORDER },
  section: { font: 'heading', fill: COLOURS.headerFill, border: {} },
  number: { font: 'header', fill: null, border: {} },
  question: { font: 'caption', fill: null, border: {} },
  note: { font: 'note', fill: null, border: {} },
  warning: { font: 'marking', fill: null, border: {} },
  input: { font: 'body', fill: null, border: INPUT_BORDER, isOpen: true },
  filled: {
    font: 'body',
    fill: REVIEW_COLOURS.filled,
    border: INPUT_BORDER,
    colour: REVIEW_COLOURS.filledText,
    isOpen: true,
  },
  example: { font: 'body', fill: null, border: INPUT_BORDER },
  locked: { font: 'muted', fill: REVIEW_COLOURS.locked, border: PLAIN_BORDER },
  key: { font: 'note', fill: null, border: {} },
};

export const CONDITION_LOOKS: Readonly<Record<ConditionLook, LentLookData>> = {
  greyed: { fill: REVIEW_COLOURS.greyed, colour: REVIEW_COLOURS.greyedText },
  differs: { fill: REVIEW_COLOURS.differs, colour: REVIEW_COLOURS.differsText, bold: true },
  done: { fill: REVIEW_COLOURS.done, colour: REVIEW_COLOURS.doneText },
};

const FORMATS: Readonly<Record<NonNullable<ReviewCell['format']>, string>> = {
  integer: '#,##0',
  money: '#,##0',
  percent: '0%',
  text: TEXT_FORMAT,
};

/** What two cells that look alike have in common. */
export function lookKey({ look, format, wrap }: ReviewCell): string {
  return `${look} ${format ?? ''} ${wrap ? 'wrap' : ''}`;
}

export function reviewLook({ look, format, wrap, value }: ReviewCell, isOpenSheet: boolean): CellLook {
  const { font, fill, border, colour, isOpen } = DRESSES[look];
  const { size, colour: usual, bold } = FONTS[font];
  const isNumber =
    typeof value === 'number' || format === 'integer' || format === 'money' || format === 'percent';
  const isBoxed = Object.keys(border).length > 0;
  return {
    ...PLAIN_LOOK,
    format: format ? FORMATS[format] : PLAIN_LOOK.format,
    font: { ...PLAIN_FONT, name: FONT, size, colour: colour ?? usual, bold },
    fill,
    border,
    alignment: {
      ...PLAIN_ALIGNMENT,
      horizontal: isNumber ? PLAIN_ALIGNMENT.horizontal : 'left',
      // Words shall not touch the number before them.
      indent: !isNumber && (isBoxed || look === 'note' || look === 'number') ? 1 : 0,
      vertical: look === 'section' || look === 'title' ? 'center' : 'top',
      wrap: wrap ?? false,
    },
    locked: !(isOpen || isOpenSheet),
  };
}

/** What may be done on a protected sheet beside filling it in. */
export const PROTECTED_SHEETS_ALLOW = ['objects', 'scenarios', 'formatColumns', 'formatRows'] as const;

/** Characters that an A4 across holds in a size that can be read. */
const PAGE_CHARACTERS = 190;

/** How many pages wide the sheet is printed. */
export function pagesWide({ columns }: ReviewSheet): number {
  const width = columns.reduce((sum, { width: own, hidden }) => sum + (hidden ? 0 : own), 0);
  return Math.max(1, Math.ceil(width / PAGE_CHARACTERS));
}
