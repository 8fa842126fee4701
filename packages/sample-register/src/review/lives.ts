/** Who of the selected persons is what, as often as the report's tables say, and otherwise as hangs together. */
import { without, type Choosing, type Leaning } from './choosing.ts';
import { DIAGNOSES, INTERVENTIONS, PURCHASES, REVIEWED, SUBSTANCES } from './printed-review.ts';
import { ofType, reportsBy, type SelectedPerson } from './selected-person.ts';

type InterventionCode = keyof typeof INTERVENTIONS;
export type Persons = ReadonlySet<SelectedPerson>;
export type Numbers = ReadonlyMap<SelectedPerson, number>;
type Codes = ReadonlyMap<SelectedPerson, readonly string[]>;

export interface Lives {
  readonly ageFirst: Numbers;
  readonly yearsKnown: Numbers;
  /** An actualisation that the file has and the register has not, and the other way round. */
  readonly oneMore: SelectedPerson;
  readonly oneLess: SelectedPerson;
  readonly livesWithChildren: { readonly single: SelectedPerson; readonly cohabiting: SelectedPerson };
  readonly single: Persons;
  readonly cohabiting: Persons;
  readonly children: Persons;
  readonly socialAssistance: Persons;
  readonly housingUnknown: SelectedPerson;
  readonly ownHome: Persons;
  readonly homeless: Persons;
  readonly sentenced: Persons;
  readonly imprisoned: Persons;
  readonly lvm: Numbers;
  readonly substances: Codes;
  readonly diagnoses: Codes;
  readonly suspectedPsychiatric: Persons;
  readonly childWelfare: Persons;
  readonly placedAsChild: { readonly sol: Persons; readonly lvu: Persons };
  readonly deceased: Persons;
  /** How many times each received it, by code of the form. */
  readonly interventions: Readonly<Record<InterventionCode, Numbers>>;
  readonly kronor: {
    readonly outpatient: Numbers;
    readonly residential: Numbers;
    readonly familyHome: Numbers;
  };
  readonly sipCalled: Persons;
  readonly sipWasCalled: Persons;
}

/** The unit is for adults. */
const YOUNGEST = 18;

const young: Leaning = ({ ageLatest }) => -ageLatest;
const old: Leaning = ({ ageLatest }) => ageLatest;
const knownToPolice: Leaning = (person) => reportsBy(person, 'Polisen') - (person.isWoman ? 4 : 0);
const knownToCare: Leaning = (person) =>
  3 * reportsBy(person, 'Vuxenpsykiatrin') + reportsBy(person, 'Övrig hälso- och sjukvård');
const worriedFor: Leaning = (person) => ofType(person, 'Anmälan');
const asksForHelp: Leaning = (person) => ofType(person, 'Ansökan');

export function livesOf(persons: readonly SelectedPerson[], choosing: Choosing): Lives {
  const lvmPersons = choosing.some(persons, REVIEWED.lvm.persons, worriedFor);
  const interventions = interventionsOf(persons, lvmPersons, choosing);
  return {
    ...agesAndYears(persons, choosing),
    ...miscounted(persons, choosing),
    ...family(persons, choosing),
    ...housing(persons, choosing),
    ...crime(persons, choosing),
    ...psychiatry(persons, choosing),
    ...sip(persons, choosing),
    socialAssistance: choosing.some(persons, REVIEWED.socialAssistance, young),
    substances: substances(persons, choosing),
    ...childhood(persons, choosing),
    deceased: choosing.some(persons, 2, old),
    interventions,
    lvm: lvmInvestigations(lvmPersons, interventions['6'], choosing),
    kronor: kronor(interventions, choosing),
  };
}

/** The first contact of all is before the register begins, for most. */
function agesAndYears(persons: readonly SelectedPerson[], choosing: Choosing) {
  const sum = (of: Leaning) => persons.reduce((total, person) => total + of(person), 0);
  const earlier = choosing.shares(
    persons,
    sum(({ ageFirst }) => ageFirst) - REVIEWED.yearsOfAgeAtFirst,
    0,
    ({ ageFirst }) => ageFirst - YOUNGEST,
  );
  const ageFirst = new Map(persons.map((person) => [person, person.ageFirst - earlier.get(person)!]));
  const between: Leaning = (person) => person.ageLatest - ageFirst.get(person)!;
  // Sought help before anyone had opened a matter.
  const knownBefore = choosing.some(persons, REVIEWED.yearsKnown - sum(between));
  const yearsKnown = new Map(
    persons.map((person) => [person, between(person) + (knownBefore.has(person) ? 1 : 0)]),
  );
  return { ageFirst, yearsKnown };
}

function miscounted(persons: readonly SelectedPerson[], choosing: Choosing) {
  const [oneMore] = choosing.some(persons, 1, knownToPolice);
  const isSpare = (person: SelectedPerson) => reportsBy(person, 'Övrig hälso- och sjukvård') > 1;
  const [oneLess] = choosing.some(without(persons, new Set([oneMore!])).filter(isSpare), 1);
  return { oneMore: oneMore!, oneLess: oneLess! };
}

/** Some have lived in both ways during the years. */
function family(persons: readonly SelectedPerson[], choosing: Choosing) {
  const inMiddleAge: Leaning = ({ ageLatest }) => -Math.abs(ageLatest - 38);
  const children = choosing.some(persons, REVIEWED.children, inMiddleAge);
  const [singleParent, parent] = choosing.some(children, 2, ({ isWoman }) => (isWoman ? 1 : 0));
  const livesWithChildren = { single: singleParent!, cohabiting: parent! };
  const others = without(persons, new Set([singleParent!, parent!]));
  const cohabiting = choosing.some(others, REVIEWED.cohabiting);
  const alwaysCohabiting = choosing.some(cohabiting, persons.length - 1 - REVIEWED.single);
  const single = new Set(without(persons, new Set([parent!]), alwaysCohabiting));
  return { children, livesWithChildren, single, cohabiting };
}

function housing(persons: readonly SelectedPerson[], choosing: Choosing) {
  const [housingUnknown] = choosing.some(persons, 1, young);
  const known = without(persons, new Set([housingUnknown!]));
  const ownHome = choosing.some(known, REVIEWED.ownHome, (person) => -knownToPolice(person));
  const homeless = choosing.some(known, REVIEWED.homeless, (person) => (ownHome.has(person) ? 0 : 2));
  return { housingUnknown: housingUnknown!, ownHome, homeless };
}

function crime(persons: readonly SelectedPerson[], choosing: Choosing) {
  const imprisoned = choosing.some(persons, REVIEWED.imprisoned, knownToPolice);
  const sentenced = choosing.some(without(persons, imprisoned), REVIEWED.sentenced, knownToPolice);
  return { imprisoned, sentenced };
}

function psychiatry(persons: readonly SelectedPerson[], choosing: Choosing) {
  const diagnosed = choosing.some(persons, DIAGNOSES.length, knownToCare);
  const diagnoses = new Map([...diagnosed].map((person, at) => [person, DIAGNOSES[at]!]));
  const suspectedPsychiatric = choosing.some(
    without(persons, diagnosed),
    REVIEWED.suspectedPsychiatric,
    knownToCare,
  );
  return { diagnoses, suspectedPsychiatric };
}

function sip(persons: readonly SelectedPerson[], choosing: Choosing) {
  const sipCalled = choosing.some(persons, REVIEWED.sipCalled, knownToCare);
  const sipWasCalled = choosing.some(without(persons, sipCalled), REVIEWED.sipWasCalled, knownToCare);
  return { sipCalled, sipWasCalled };
}

/** The unit's archive reaches back to the childhood of the youngest. */
function childhood(persons: readonly SelectedPerson[], choosing: Choosing) {
  const childWelfare = choosing.some(persons, REVIEWED.childWelfare, young);
  const sol = choosing.some(childWelfare, 2);
  return { childWelfare, placedAsChild: { sol, lvu: choosing.some(sol, 1) } };
}

/** Alcohol with age, narcotics with youth. */
function substances(persons: readonly SelectedPerson[], choosing: Choosing): Codes {
  const leanings: Readonly<Record<string, Leaning>> = { '1': old, '2': young, '2,4': young };
  const chosen = new Map<SelectedPerson, readonly string[]>();
  let left: readonly SelectedPerson[] = persons;
  for (const { codes, persons: number } of SUBSTANCES) {
    const some = choosing.some(left, number, leanings[codes.join()]);
    for (const person of some) chosen.set(person, codes);
    left = without(left, some);
  }
  return chosen;
}

/** For fifteen persons something was bought: twelve in residential care, two more at SiS, one more outpatient. */
function interventionsOf(
  persons: readonly SelectedPerson[],
  lvm: Persons,
  choosing: Choosing,
): Lives['interventions'] {
  const number = (code: InterventionCode) => INTERVENTIONS[code].persons;
  const sis = choosing.some(lvm, number('6'), worriedFor);
  const residentialToo = choosing.some(sis, number('6') + number('4') + 1 - PURCHASES.persons, worriedFor);
  const residentialOnly = choosing.some(
    without(persons, sis),
    number('4') - residentialToo.size,
    asksForHelp,
  );
  const placed = new Set([...sis, ...residentialOnly]);
  const outpatientToo = choosing.some(placed, number('2') - 1);
  const outpatientOnly = choosing.some(without(persons, placed), 1);
  const received: Readonly<Record<InterventionCode, Persons>> = {
    '1': choosing.some(persons, number('1'), asksForHelp),
    '2': new Set([...outpatientToo, ...outpatientOnly]),
    '3': choosing.some(persons, number('3'), asksForHelp),
    '4': new Set([...residentialToo, ...residentialOnly]),
    '5': choosing.some(placed, number('5'), young),
    '6': sis,
    '7': choosing.some(persons, number('7')),
  };
  const times = (code: InterventionCode) =>
    choosing.shares(received[code], INTERVENTIONS[code].times, 1, ({ rows }) => rows.length);
  return {
    '1': times('1'),
    '2': times('2'),
    '3': times('3'),
    '4': times('4'),
    '5': times('5'),
    '6': times('6'),
    '7': times('7'),
  };
}

/** At least one for each placement under the act. */
function lvmInvestigations(lvm: Persons, placements: Numbers, choosing: Choosing): Numbers {
  const least = new Map([...lvm].map((person) => [person, placements.get(person) ?? 1]));
  const sure = [...least.values()].reduce((a, b) => a + b, 0);
  const more = choosing.shares(lvm, REVIEWED.lvm.investigations - sure, 0);
  return new Map([...least].map(([person, some]) => [person, some + more.get(person)!]));
}

/** A place at SiS costs about twice as much as one in a home for care. */
function kronor(times: Lives['interventions'], choosing: Choosing): Lives['kronor'] {
  const placements: Leaning = (person) => (times['4'].get(person) ?? 0) + 2 * (times['6'].get(person) ?? 0);
  const placed = new Set([...times['4'].keys(), ...times['6'].keys()]);
  const inTens = (persons: Iterable<SelectedPerson>, total: number, weight?: Leaning) =>
    new Map(
      [...choosing.shares(persons, total / 10, 1, weight)].map(([person, tens]) => [person, 10 * tens]),
    );
  return {
    outpatient: inTens(times['2'].keys(), PURCHASES.outpatient, (person) => times['2'].get(person)!),
    residential: inTens(placed, PURCHASES.residential, placements),
    familyHome: inTens(times['5'].keys(), PURCHASES.familyHome),
  };
}
