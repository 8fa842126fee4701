/**
 * A form as it was found in a sheet or in JSON, before it is checked: words as written, each with the place where it
 * stands. Both readers make drafts, so that one set of checks (`read-form-check.ts`) serves both.
 */
import type { Problem } from '../problem.ts';
import type { Form, Text } from './form.ts';

/** A word and its place; empty where nothing stands, null where what stands was no word and has been told. */
export interface Placed {
  readonly value: string | null;
  readonly at: Text;
}

export interface PlacedText {
  readonly sv: Placed;
  readonly en: Placed;
}

export interface SectionDraft {
  readonly id: Placed;
  readonly title: PlacedText;
}

export interface CodeDraft {
  readonly code: Placed;
  readonly label: PlacedText;
  /** Yes or no. */
  readonly missing: Placed;
  readonly amount: Placed;
  /** Names, between semicolons. */
  readonly register: Placed;
}

export interface ItemDraft {
  /** The item as a whole. */
  readonly at: Text;
  readonly id: Placed;
  readonly number: Placed;
  readonly section: Placed;
  readonly kind: Placed;
  readonly question: PlacedText;
  readonly guidance: PlacedText;
  readonly codes: readonly CodeDraft[];
  /** As `sip = 1, 2`. */
  readonly asked: Placed;
  /** Yes or no. */
  readonly optional: Placed;
  readonly fact: Placed;
  readonly mended: PlacedText;
}

export interface FormDraft {
  /** Where items would stand. */
  readonly at: Text;
  readonly sectionsAt: Text;
  readonly id: Placed;
  readonly version: Placed;
  readonly title: PlacedText;
  /** As `2017–2022`. */
  readonly years: Placed;
  readonly sections: readonly SectionDraft[];
  readonly items: readonly ItemDraft[];
}

/** What came of reading a form. */
export interface FormReading {
  /** Null where there are problems. */
  readonly form: Form | null;
  /** All that must be mended, in the order of the form. */
  readonly problems: readonly Problem[];
  /** What may stay as it is: English that is missing, a column that nobody reads. */
  readonly notes: readonly Problem[];
}

/** What is to be told of a form, gathered while it is read. */
export interface Told {
  /** Whether words of a list are named as JSON has them, or as a sheet shows them. */
  readonly isJson: boolean;
  readonly problems: Problem[];
  readonly notes: Problem[];
}

/** @param sv what is wrong and how to mend it; the place is put before */
export function tell(list: Problem[], code: string, at: Text, sv: string, en: string): void {
  list.push({ code, sv: `Formuläret, ${at.sv}: ${sv}`, en: `The form, ${at.en}: ${en}` });
}
