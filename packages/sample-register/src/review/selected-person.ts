/** What the register tells of each person selected for the case-file review, counted from the sample's own rows. */
import { amountKey, itemOf, markKey, type Answers, type FieldValue, type Form } from 'isu-core/review';
import { calendarDay } from 'isu-core';
import { GROUPS, SELECTED } from '../printed-figures.ts';
import type { SampleRow } from '../row.ts';

export interface SelectedPerson {
  /** As the register writes it. */
  readonly person: string;
  readonly isWoman: boolean;
  readonly birthYear: number;
  /** At the first and the latest actualisation in the register. */
  readonly ageFirst: number;
  readonly ageLatest: number;
  readonly rows: readonly SampleRow[];
}

/** In the order that they first come in the register. */
export function selectedPersons(rows: readonly SampleRow[]): readonly SelectedPerson[] {
  const ofPerson = new Map<string, SampleRow[]>();
  for (const row of rows) {
    const own = ofPerson.get(row.person);
    if (own) own.push(row);
    else ofPerson.set(row.person, [row]);
  }
  return [...ofPerson.values()].filter(isSelected).map((own) => {
    const { person } = own[0]!;
    return {
      person,
      isWoman: Number(person.at(-2)) % 2 === 0,
      birthYear: Number(person.slice(0, 4)),
      ageFirst: ageOn(own[0]!.day, person),
      ageLatest: ageOn(own.at(-1)!.day, person),
      rows: own,
    };
  });
}

function isSelected(rows: readonly SampleRow[]): boolean {
  const years = new Set(rows.map(({ day }) => calendarDay(day).year));
  return rows.length >= GROUPS.at(-1)!.fewest && SELECTED.activeYears.every((year) => years.has(year));
}

/** Completed years. */
function ageOn(day: number, person: string): number {
  return completedYears(Number(person.slice(0, 8)), dateNumber(day));
}

function completedYears(from: number, to: number): number {
  return Math.floor((to - from) / 10_000);
}

/** `20170105` */
function dateNumber(day: number): number {
  const on = calendarDay(day);
  return on.year * 10_000 + on.month * 100 + on.day;
}

export function reportsBy({ rows }: SelectedPerson, referrer: string): number {
  return rows.filter((row) => row.referrer === referrer).length;
}

export function ofType({ rows }: SelectedPerson, type: 'Anmälan' | 'Anmälan LOB' | 'Ansökan'): number {
  return rows.filter((row) => row.type === type).length;
}

/** The answers that the register gives to the form's items. */
export function registerAnswers(form: Form, person: SelectedPerson): Answers {
  const { rows } = person;
  const years = new Set(rows.map(({ day }) => String(calendarDay(day).year)));
  return {
    sex: person.isWoman ? '2' : '1',
    'age-first': person.ageFirst,
    'age-latest': person.ageLatest,
    ...ageBands(form, person.ageFirst, person.ageLatest),
    ...marks(
      form,
      'active-years',
      form.years.map(String).filter((year) => years.has(year)),
    ),
    'years-known': completedYears(dateNumber(rows[0]!.day), dateNumber(rows.at(-1)!.day)),
    actualisations: rows.length,
    reports: ofType(person, 'Anmälan'),
    lob: ofType(person, 'Anmälan LOB'),
    applications: ofType(person, 'Ansökan'),
    ...referrers(form, person),
    investigations: rows.filter(({ decision }) => decision === 'Inleda utredning').length,
  };
}

/** The code of the form for each referrer that the report names; everyone else is code 7. */
const REFERRER_CODES: Readonly<Record<string, string>> = {
  Anhörig: '1',
  Privatperson: '2',
  Vuxenpsykiatrin: '3',
  'Övrig hälso- och sjukvård': '4',
  'Socialtjänsten (ex officio)': '5',
  Polisen: '6',
};
const OTHERS = '7';

function referrers(form: Form, { rows }: SelectedPerson): Answers {
  const counts: Record<string, number> = {};
  for (const { type, referrer } of rows) {
    if (type === 'Ansökan') continue;
    const code = REFERRER_CODES[referrer] ?? OTHERS;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return marks(form, 'referrers', Object.keys(counts), counts);
}

export function ageBands(form: Form, first: number, latest: number): Answers {
  const highest = [24, 34, 44, 54, 64, Infinity];
  const bands = highest.flatMap((to, at) => {
    const from = at === 0 ? 0 : highest[at - 1]! + 1;
    return first <= to && latest >= from ? [String(at + 1)] : [];
  });
  return marks(form, 'age-bands', bands);
}

/** Yes for the codes that hold, with what stands beside them, and no for the others. */
export function marks(
  form: Form,
  id: string,
  holding: readonly string[],
  beside: Readonly<Record<string, FieldValue>> = {},
): Answers {
  const item = itemOf(form, id)!;
  const answers: Record<string, FieldValue> = {};
  for (const code of item.codes) {
    const holds = holding.includes(code.code);
    // The register has no answer for what a file does not tell, and a reader need not deny it.
    if (code.missing && !holds) continue;
    answers[markKey(item, code)] = holds;
    const amount = beside[code.code];
    if (holds && amount !== undefined) answers[amountKey(item, code)] = amount;
  }
  return answers;
}
