/** The values of a coded column one by one: how many rows have each, what it is taken for, and what it can be taken for. */
import { CodeReader, knownCodes, type CodedRole } from '../register/codes.ts';
import { rowsByCode, type CodedColumn } from '../register/sheet.ts';
import { fold } from '../register/spelling.ts';

/** The values of a coded column, and what they can be taken for. */
export interface ColumnValues {
  readonly role: CodedRole;
  /** The codes that a value can be given; null where it can be given any name. */
  readonly codes: readonly string[] | null;
  /** Most frequent first, at most 200 of them. */
  readonly values: readonly ValueChoice[];
  /** How many different values there are in all. */
  readonly different: number;
}

/** A value, how many rows hold it, and what it is taken for. */
export interface ValueChoice {
  /** As written, in its most usual spelling. */
  readonly value: string;
  readonly rows: number;
  /** What it is taken for: a code, or the name it is shown under. */
  readonly meaning: string;
  /** What it would be taken for if the settings said nothing. */
  readonly found: string;
  /** Its words say what it stands for; false where it only keeps its own name. */
  readonly isRecognised: boolean;
  /** The spelling under which the settings name it; null where they say nothing. */
  readonly chosenAs: string | null;
}

const MOST = 200;

interface Spelled {
  readonly text: string;
  readonly rows: number;
}

/**
 * @param from first row of data
 * @param assigned what the settings say of the role's values
 */
export function valueChoices(
  role: CodedRole,
  column: CodedColumn,
  from: number,
  assigned: Readonly<Record<string, string>>,
): ColumnValues {
  const spellings = spellingsIn(column, from);
  const chosenAs = new Map(Object.keys(assigned).map((value) => [fold(value), value]));
  const [byWords, bySettings] = [new CodeReader(role, undefined), new CodeReader(role, assigned)];
  const codes = knownCodes(role);
  const meaningBy = (reader: CodeReader, value: string) => {
    const { code, name } = reader.read(value);
    return codes === null ? name : (code ?? name);
  };
  const values = spellings.slice(0, MOST).map(({ text, rows }) => ({
    value: text,
    rows,
    meaning: meaningBy(bySettings, text),
    found: meaningBy(byWords, text),
    isRecognised: byWords.read(text).by === 'words',
    chosenAs: chosenAs.get(fold(text)) ?? null,
  }));
  return { role, codes, values, different: spellings.length };
}

/** Values that differ in what exports lose are one, under its most usual spelling. */
function spellingsIn(column: CodedColumn, from: number): readonly Spelled[] {
  const { size, value } = column;
  const rows = rowsByCode(column, from);
  const found = new Map<string, { text: string; most: number; rows: number }>();
  for (let code = 1; code < size; code++) {
    const n = rows[code]!;
    const text = String(value(code));
    const key = n === 0 ? '' : fold(text);
    if (key === '') continue;
    const so = found.get(key);
    if (!so) found.set(key, { text, most: n, rows: n });
    else {
      so.rows += n;
      if (n > so.most || (n === so.most && text < so.text)) [so.text, so.most] = [text, n];
    }
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1));
}
