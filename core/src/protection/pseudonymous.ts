/** An analysis whose persons have codes instead of names, in the order of the codes: personnummer sort by birth. */
import type { Analysis } from '../analyse.ts';
import { keyIn } from '../register/persons.ts';
import type { ExcludedRow } from '../register/register.ts';
import { pseudonyms } from './pseudonym.ts';

/**
 * @param key from `parsePseudonymKey`
 * @returns the same figures; persons by their codes, and no value of an excluded row that could tell who it is about
 */
export async function withPseudonyms(analysis: Analysis, key: Uint8Array): Promise<Analysis> {
  const { lathund, register, selection } = analysis;
  const persons = Array.from({ length: lathund.persons }, (_, p) => lathund.key(p));
  const codes = await pseudonyms(persons, key);
  const order = [...codes.keys()].sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1));
  const rank = new Int32Array(order.length);
  order.forEach((p, at) => (rank[p] = at));
  const keys = {
    digits: new Float64Array(order.length),
    texts: new Map(order.map((p, at) => [at, codes[p]!])),
  };
  const keyAt = keyIn(keys);
  const { account } = register;
  return {
    ...analysis,
    isPseudonymous: true,
    lathund: {
      ...lathund,
      keys,
      key: keyAt,
      actualisations: lathund.actualisations.map((_, at) => lathund.actualisations[order[at]!]!),
      first: lathund.first.map((_, at) => lathund.first[order[at]!]!),
      last: lathund.last.map((_, at) => lathund.last[order[at]!]!),
      months: lathund.months.map((_, at) => lathund.months[order[at]!]!),
      group: lathund.group.map((_, at) => lathund.group[order[at]!]!),
    },
    register: {
      ...register,
      person: register.person.map((p) => rank[p]!),
      persons: { size: order.length, keys, key: keyAt, arePersonnummer: false },
      account: { ...account, excluded: account.excluded.map(withoutIdentity) },
    },
    selection: selection && {
      ...selection,
      persons: selection.persons.map((p) => rank[p]!).sort((a, b) => a - b),
    },
  };
}

/** A person's number, or the number of the matter, leads to the person in the case system. */
function withoutIdentity(row: ExcludedRow): ExcludedRow {
  const tells = row.reason === 'unidentified-person' || row.reason === 'duplicate';
  return tells ? { ...row, value: '' } : row;
}
