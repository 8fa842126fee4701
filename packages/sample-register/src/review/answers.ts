/** A person's whole form, as the first reader answers it. */
import type { Answers, FieldValue, Form } from 'isu-core/review';
import { calendarDay } from 'isu-core';
import type { Choosing } from './choosing.ts';
import type { Lives, Numbers, Persons } from './lives.ts';
import { ageBands, marks, registerAnswers, type SelectedPerson } from './selected-person.ts';

const YES = '1';
const NO = '2';
const NO_INFORMATION = '3';

export function answersOf(form: Form, person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  return {
    ...registerAnswers(form, person),
    ...whatTheFileKnowsBetter(form, person, lives),
    ...lvm(form, person, lives, choosing),
    ...situation(form, person, lives, choosing),
    ...interventions(form, person, lives, choosing),
    ...sip(form, person, lives, choosing),
    ...needs(form, person, lives, choosing),
    ...childhood(person, lives, choosing),
  };
}

const yesNo = (isYes: boolean): string => (isYes ? YES : NO);

function whatTheFileKnowsBetter(form: Form, person: SelectedPerson, lives: Lives): Answers {
  const told = registerAnswers(form, person);
  const more = (key: string, by: number) => ({ [key]: Number(told[key] ?? 0) + by });
  const ageFirst = lives.ageFirst.get(person)!;
  return {
    'age-first': ageFirst,
    'years-known': lives.yearsKnown.get(person)!,
    ...ageBands(form, ageFirst, person.ageLatest),
    // A night in custody that was never registered, by the police.
    ...(person === lives.oneMore && {
      ...more('actualisations', 1),
      ...more('lob', 1),
      ...more('referrers:6#', 1),
    }),
    // The same letter from the health centre registered twice.
    ...(person === lives.oneLess && {
      ...more('actualisations', -1),
      ...more('reports', -1),
      ...more('referrers:4#', -1),
    }),
  };
}

function lvm(form: Form, person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  const investigations = lives.lvm.get(person) ?? 0;
  const without = investigations - (lives.interventions['6'].get(person) ?? 0);
  if (without === 0) return { 'lvm-investigations': investigations, 'lvm-return': '3' };
  const course = choosing.between(1, 10);
  if (course > 7) return { 'lvm-investigations': investigations, 'lvm-return': course === 10 ? '4' : NO };
  const returns = choosing.between(1, Math.min(3, without));
  const months: Record<string, FieldValue> = {};
  for (let time = 1; time <= returns; time++)
    months[`lvm-return-months-${String(time)}`] = choosing.between(0, 9) + choosing.between(0, 6);
  const actions = choosing.one([['2'], ['2', '3'], ['2', '4'], ['1'], ['1', '2'], ['5']]);
  return {
    'lvm-investigations': investigations,
    'lvm-return': YES,
    'lvm-return:1#': returns,
    ...months,
    ...several(form, 'lvm-return-actions', actions, '5'),
  };
}

/** Only «Ingen uppgift» is marked where the file does not tell. */
function several(form: Form, id: string, codes: readonly string[], missing: string): Answers {
  return codes.includes(missing) ? { [`${id}:${missing}`]: true } : marks(form, id, codes);
}

function situation(form: Form, person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  const { livesWithChildren } = lives;
  const civilStatus = [
    ...(lives.single.has(person) ? ['1'] : []),
    ...(person === livesWithChildren.single ? ['2'] : []),
    ...(lives.cohabiting.has(person) ? ['3'] : []),
    ...(person === livesWithChildren.cohabiting ? ['4'] : []),
  ];
  const origin = choosing.between(1, 28);
  return {
    'birth-country': origin > 5 ? '1' : String(origin),
    ...marks(form, 'civil-status', civilStatus),
    children: yesNo(lives.children.has(person)),
    ...(lives.children.has(person) && { 'children:1#': choosing.one([1, 1, 2, 2, 3]) }),
    ...housing(form, person, lives, choosing),
    ...livelihood(form, person, lives, choosing),
    ...deceased(person, lives),
  };
}

/** In the year when they were last actualised. */
function deceased(person: SelectedPerson, lives: Lives): Answers {
  if (!lives.deceased.has(person)) return { deceased: NO };
  return { deceased: YES, 'deceased:1#': calendarDay(person.rows.at(-1)!.day).year };
}

function housing(form: Form, person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  if (person === lives.housingUnknown) return { 'housing:9': true };
  const isHomeless = lives.homeless.has(person);
  const hasOwn = lives.ownHome.has(person);
  const wasPlaced = lives.interventions['4'].has(person) || lives.interventions['5'].has(person);
  const codes = [
    ...(hasOwn ? ['1'] : []),
    ...(!hasOwn && !isHomeless ? ['3'] : []),
    ...(isHomeless ? ['7', ...choosing.one([['6'], ['3'], ['8'], ['2'], ['6', '3'], []])] : []),
    ...(choosing.between(1, 6) === 1 ? ['4'] : []),
    ...(wasPlaced ? ['5'] : []),
  ];
  return marks(form, 'housing', codes, { '8': choosing.one(['Husvagn', 'Sommarstuga', 'Hos bekanta']) });
}

function livelihood(form: Form, person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  if (lives.socialAssistance.has(person)) return marks(form, 'livelihood', ['2']);
  if (person.ageLatest >= 65) return marks(form, 'livelihood', ['12']);
  return marks(form, 'livelihood', choosing.one([['3'], ['3', '11'], ['1', '11']]));
}

function interventions(form: Form, person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  const times: Record<string, number> = {};
  for (const [code, numbers] of Object.entries(lives.interventions)) {
    const number = numbers.get(person);
    if (number !== undefined) times[code] = number;
  }
  const others =
    times['7'] === undefined ? [] : OTHER_INTERVENTIONS.filter(() => choosing.between(1, 3) === 1);
  const text: Record<string, string> = {};
  others.slice(0, 3).forEach((words, at) => (text[`other-interventions-${String(at + 1)}`] = words));
  const kronor = (of: Numbers) => of.get(person) ?? 0;
  return {
    ...marks(form, 'interventions', Object.keys(times), times),
    ...text,
    'cost-outpatient': kronor(lives.kronor.outpatient),
    'cost-residential': kronor(lives.kronor.residential),
    'cost-family-home': kronor(lives.kronor.familyHome),
  };
}

const OTHER_INTERVENTIONS = [
  'Boendestöd enligt SoL',
  'Sysselsättning genom kommunens arbetsmarknadsenhet',
  'Personligt ombud',
  'Hjälp att sköta ekonomin, egna medel',
  'Bostad först',
] as const;

function sip(form: Form, person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  const meetings = choosing.one([1, 1, 2, 3]);
  const codes = [
    ...(lives.sipCalled.has(person) ? ['1'] : []),
    ...(lives.sipWasCalled.has(person) ? ['2'] : []),
  ];
  const answers = marks(form, 'sip', codes, { '1': meetings, '2': meetings });
  if (codes.length === 0) return answers;
  const followedUp = choosing.one([YES, YES, NO, NO_INFORMATION]);
  return {
    ...answers,
    'sip-followed-up': followedUp,
    ...(followedUp === YES && {
      'sip-followed-up:1#': choosing.between(1, meetings),
      'sip-plan-followed': choosing.one(['1', '2', '2', '3', '4']),
    }),
  };
}

function needs(form: Form, person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  const crime = lives.imprisoned.has(person) ? '2' : lives.sentenced.has(person) ? '1' : '4';
  const asi = choosing.one([YES, YES, NO, NO, NO_INFORMATION]);
  const followUp = asi === YES ? choosing.one([YES, NO, NO]) : asi;
  return {
    ...marks(form, 'substance', lives.substances.get(person)!),
    ...marks(form, 'diagnoses', lives.diagnoses.get(person) ?? []),
    'intellectual-disability': choosing.one([...Array<string>(12).fill(NO), YES, NO_INFORMATION]),
    'suspected-psychiatric': yesNo(lives.suspectedPsychiatric.has(person)),
    crime,
    'asi-base': asi,
    'asi-follow-up': followUp,
  };
}

/** Nobody is known to have moved in as an adult, so that all are asked, as in the print. */
function childhood(person: SelectedPerson, lives: Lives, choosing: Choosing): Answers {
  const movedIn = !lives.childWelfare.has(person) && choosing.between(1, 5) === 1 ? NO_INFORMATION : NO;
  const unplaced = movedIn === NO ? NO : NO_INFORMATION;
  const from = person.birthYear + choosing.between(9, 14);
  const years = `${String(from)}–${String(from + choosing.between(1, 3))}`;
  const placed = (persons: Persons, id: string) =>
    persons.has(person) ? { [id]: YES, [`${id}:1#`]: years } : { [id]: unplaced };
  return {
    'moved-in': movedIn,
    'child-welfare': yesNo(lives.childWelfare.has(person)),
    ...placed(lives.placedAsChild.sol, 'placed-sol'),
    ...placed(lives.placedAsChild.lvu, 'placed-lvu'),
  };
}
