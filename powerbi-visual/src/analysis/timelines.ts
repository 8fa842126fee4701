/** A line a person, most frequent first. What grows with the rows is made once; a line is made when it is asked for. */
import { formatNumber, lathundWords, shownPerson, type Analysis, type Language } from 'isu-core';
import { TYPE_KEYS, type Timeline, type Timelines } from './report.ts';

export function timelinesOf(
  register: Analysis['register'],
  lathund: Analysis['lathund'],
  months: Analysis['settings']['months'],
  language: Language,
): Timelines {
  const words = lathundWords(language);
  const names = lathund.groups.map(({ key }) => words.group(key));
  const order = once(() => byFrequency(lathund));
  const rows = once(() => rowsByPerson(register, lathund));
  const { first, last } = lathund;
  return {
    count: lathund.persons,
    from: first.reduce((a, b) => Math.min(a, b), lathund.persons > 0 ? Infinity : 0),
    to: last.reduce((a, b) => Math.max(a, b), lathund.persons > 0 ? -Infinity : 0),
    types: typesIn(register.type),
    at: (line): Timeline => {
      const person = order()[line]!;
      const { starts, days, types } = rows();
      const [from, to] = [starts[person]!, starts[person + 1]!];
      const group = lathund.group[person]!;
      const value = lathund.months[person]!;
      return {
        person,
        label: shownPerson(lathund.key(person)),
        group: lathund.groups[group]!.key,
        groupName: names[group]!,
        actualisations: lathund.actualisations[person]!,
        first: first[person]!,
        last: last[person]!,
        months: {
          value,
          text: formatNumber(value, months === 'average' ? 'decimal-1' : 'integer', language),
          suppressed: false,
        },
        days: days.subarray(from, to),
        types: types.subarray(from, to),
      };
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function typesIn(type: Uint8Array | null): Timelines['types'] {
  const seen = new Uint8Array(TYPE_KEYS.length);
  if (type) for (const code of type) seen[code] = 1;
  else seen[0] = 1;
  return TYPE_KEYS.filter((_, code) => seen[code] === 1);
}

/** Falling count; of equal counts the latest active first, then by key. */
function byFrequency({ persons, actualisations, last }: Analysis['lathund']): Int32Array {
  const order = Int32Array.from({ length: persons }, (_, person) => person);
  return order.sort((a, b) => actualisations[b]! - actualisations[a]! || last[b]! - last[a]! || a - b);
}

/** Days and types of each person, one person after another, in the order of days. */
function rowsByPerson(
  { used, person, day, type }: Analysis['register'],
  { persons, actualisations }: Analysis['lathund'],
) {
  const starts = new Int32Array(persons + 1);
  for (let p = 0; p < persons; p++) starts[p + 1] = starts[p]! + actualisations[p]!;
  const next = starts.slice();
  const days = new Int32Array(used);
  const types = new Uint8Array(used);
  for (const i of rowsByDay(day, used)) {
    const at = next[person[i]!]!++;
    days[at] = day[i]!;
    types[at] = type?.[i] ?? 0;
  }
  return { starts, days, types };
}

/** Days are few beside rows: counted, not compared. */
function rowsByDay(day: Int32Array, used: number): Int32Array {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < used; i++) {
    low = Math.min(low, day[i]!);
    high = Math.max(high, day[i]!);
  }
  const next = new Int32Array(used === 0 ? 0 : high - low + 2);
  for (let i = 0; i < used; i++) next[day[i]! - low + 1]!++;
  for (let at = 1; at < next.length; at++) next[at]! += next[at - 1]!;
  const rows = new Int32Array(used);
  for (let i = 0; i < used; i++) rows[next[day[i]! - low]!++] = i;
  return rows;
}
