/** What Excel refuses, in words for the person at the screen: what is wrong, how to mend it, and what stands now. */
import { succeed, type Outcome, type Problem } from 'isu-core';

/** A sentence in both languages. */
export interface Sentence {
  readonly sv: string;
  readonly en: string;
}

export const NOTHING_CHANGED: Sentence = {
  sv: 'Inget i arbetsboken är ändrat.',
  en: 'Nothing in the workbook has been changed.',
};

/** The user has asked it to stop. */
export class Stopped extends Error {}

/** Something the user can mend, found on the way. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(code: string, { sv, en }: Sentence) {
    super(en);
    this.problem = { code, sv, en };
  }
}

export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new Stopped();
}

/** Does something in Excel; what goes wrong becomes a problem that ends with what stands. */
export async function outcomeOf<T>(
  work: () => Promise<T>,
  standing: Sentence = NOTHING_CHANGED,
): Promise<Outcome<T>> {
  try {
    return succeed(await work());
  } catch (error) {
    return { ok: false, problem: problemOf(error, standing) };
  }
}

/** Errors of the program go on as they are: only Excel's own, and the user's, have a mend. */
export function problemOf(error: unknown, standing: Sentence): Problem {
  if (error instanceof Stopped) return withStanding('stopped', STOPPED, standing);
  if (error instanceof Refused) return withStanding(error.problem.code, error.problem, standing);
  const code = codeOf(error);
  if (code === null) throw error;
  const known = KNOWN[code];
  return known
    ? withStanding(known.code, known, standing)
    : withStanding(
        'excel-error',
        {
          sv: `Excel svarade med felet ${code}. Försök igen; hjälper det inte, spara arbetsboken och starta om Excel.`,
          en: `Excel answered with the error ${code}. Try again; if that does not help, save the workbook and restart Excel.`,
        },
        standing,
      );
}

function withStanding(code: string, words: Sentence, standing: Sentence): Problem {
  return { code, sv: `${words.sv} ${standing.sv}`, en: `${words.en} ${standing.en}` };
}

export function codeOf(error: unknown): string | null {
  return error instanceof OfficeExtension.Error ? error.code : null;
}

const STOPPED: Sentence = { sv: 'Arbetet avbröts.', en: 'The work was stopped.' };

const EDITING = {
  code: 'cell-being-edited',
  sv: 'En cell redigeras just nu. Tryck Retur eller Esc i kalkylbladet och försök igen.',
  en: 'A cell is being edited. Press Enter or Esc in the sheet and try again.',
};

const GONE = {
  code: 'sheet-gone',
  sv: 'Ett blad, en tabell eller celler som arbetet gällde finns inte längre. Välj på nytt var uppgifterna står och försök igen.',
  en: 'A sheet, a table or cells that the work was about are no longer there. Choose again where the data stand, and try again.',
};

const PROTECTED = {
  code: 'protected',
  sv: 'Bladet eller arbetsboken är skyddad. Ta bort skyddet (fliken Granska) eller arbeta i en kopia, och försök igen.',
  en: 'The sheet or the workbook is protected. Remove the protection (the Review tab) or work in a copy, and try again.',
};

const TOO_OLD = {
  code: 'excel-too-old',
  sv: 'Den här versionen av Excel saknar något som behövs. Uppdatera Excel (2021 eller senare, eller Microsoft 365).',
  en: 'This version of Excel lacks something that is needed. Update Excel (2021 or later, or Microsoft 365).',
};

const TOO_LARGE = {
  code: 'too-large-for-excel',
  sv: 'Uppgifterna är för stora för Excel att lämna ut på en gång. Prova Excel på datorn i stället för i webbläsaren.',
  en: 'The data are too large for Excel to hand over at once. Try Excel on the desktop instead of in the browser.',
};

const LOST = {
  code: 'connection-lost',
  sv: 'Förbindelsen med Excel bröts. Kontrollera nätverket och försök igen.',
  en: 'The connection with Excel was lost. Check the network and try again.',
};

/** Excel's codes: Microsoft's page "Error handling with the application-specific JavaScript APIs". */
const KNOWN: Readonly<Record<string, Sentence & { readonly code: string }>> = {
  InvalidOperationInCellEditMode: EDITING,
  CellEditMode: EDITING,
  ItemNotFound: GONE,
  InvalidReference: GONE,
  InvalidObjectPath: GONE,
  InvalidBinding: GONE,
  AccessDenied: PROTECTED,
  OpenedReadOnly: PROTECTED,
  ApiNotFound: TOO_OLD,
  ApiNotAvailable: TOO_OLD,
  UnsupportedFeature: TOO_OLD,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  RequestAborted: LOST,
  ConnectionFailure: LOST,
  ActivityLimitReached: LOST,
};
