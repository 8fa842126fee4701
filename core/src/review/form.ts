/**
 * The case-file form as data (Söderhamn report, Bilaga 2): what is asked, in which words, and how it may be answered.
 * A municipality can change all of it; nothing in the code knows an item but the register's facts and the report's
 * tables, and both do without what a form lacks.
 */
import type { Language } from '../problem.ts';

/** The same words in Swedish and in English. */
export type Text = Readonly<Record<Language, string>>;

/** A number that stands beside an answer: how many times, how many kronor, which year, or words. */
export type AmountKind = 'count' | 'money' | 'year' | 'text';

/** An answer that can be chosen. */
export interface Code {
  /** As in the printed form: `1`, `2`, … Unique in its item. */
  readonly code: string;
  readonly label: Text;
  /** «Ingen uppgift»: the file was read and does not tell. Not the same as not answered. */
  readonly missing?: true;
  /** What is asked for beside this answer. */
  readonly amount?: AmountKind;
  /** What the register calls it (referrers): matched without regard to case and spelling of åäö. */
  readonly register?: readonly string[];
}

/** What is answered with: a code, several, a number, an amount or words. */
export type ItemKind =
  | 'one' // one of the codes
  | 'several' // any of the codes, each yes or no; persons are the base and the parts never sum to 100
  | 'count' // whole, from 0
  | 'years' // whole years, 0–130: ages and lengths of time
  | 'money' // whole kronor, from 0
  | 'text';

/** The item is asked where another has one of these answers; else it is neither answered nor missing. */
export interface Condition {
  readonly item: string;
  readonly codes: readonly string[];
}

/** What a register tells of a person that the form asks for. */
export type RegisterFact =
  | 'sex' // codes 1 man, 2 woman
  | 'age-first'
  | 'age-latest'
  | 'age-bands' // codes 1–6
  | 'active-years' // codes are years
  | 'years-known'
  | 'actualisations'
  | 'reports' // LOB not among them
  | 'lob'
  | 'applications'
  | 'referrers' // codes by their register names
  | 'investigations';

/** A question of the form. */
export interface Item {
  /** Letters, digits and hyphens; stays the same when the number or the wording changes. */
  readonly id: string;
  /** As printed: `1`, `2a`, … */
  readonly number: string;
  /** Heading that the item stands under. */
  readonly section: string;
  readonly kind: ItemKind;
  readonly question: Text;
  /** How to answer where the file leaves doubt; may be empty. */
  readonly guidance: Text;
  /** Of one and several; empty for the others. */
  readonly codes: readonly Code[];
  readonly asked?: Condition;
  /** May be left empty in a finished review: a second and third time, free text. */
  readonly optional?: true;
  readonly fact?: RegisterFact;
  /** How the item differs from the printed form, and why. */
  readonly mended?: Text;
}

/** A heading of the form, which items stand under. */
export interface Section {
  readonly id: string;
  readonly title: Text;
}

/** A form for the case-file review: the questions that are asked of each person’s file. */
export interface Form {
  /** Letters, digits and hyphens. */
  readonly id: string;
  /** Goes with the data: `1.0`, or what a municipality calls its own. */
  readonly version: string;
  readonly title: Text;
  /** Calendar years that the review covers, rising. */
  readonly years: readonly number[];
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
}

/** The item of a form by its id. */
export function itemOf(form: Form, id: string): Item | undefined {
  return form.items.find((item) => item.id === id);
}
