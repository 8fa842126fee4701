/**
 * What the values of type, investigation, reason, referrer and sex stand for, by definitions.md "Codes". Values are
 * recognised whole from Swedish words and their usual variants; what is not recognised keeps its own name.
 */
import { fold, Spellings } from './spelling.ts';

/** The columns whose values mean something: type, reason, referrer, … */
export const CODED_ROLES = ['type', 'reason', 'referrer', 'organisation', 'investigation', 'sex'] as const;
/** A column whose values mean something. */
export type CodedRole = (typeof CODED_ROLES)[number];

/** Types by the term bank of Socialstyrelsen; `lob` counts as a report and as LOB. */
export type TypeCode = 'application' | 'report' | 'lob' | 'other';
export type InvestigationCode = 'yes' | 'no' | 'unknown';
export type SexCode = 'man' | 'woman' | 'unknown';

const TYPE_WORDS: Record<TypeCode, string> = {
  application: 'application, ansökan, ansökning',
  report: 'report, anmälan, anmälning, orosanmälan, LVM-anmälan, polisanmälan',
  lob: 'lob, LOB-anmälan, LOB-omhändertagande, lagen om omhändertagande av berusade personer, lag om omhändertagande av berusade personer, omhändertagande av berusade personer, omhändertagen berusad',
  other: 'other, begäran, information på annat sätt',
};

const INVESTIGATION_WORDS: Record<InvestigationCode, string> = {
  yes: 'yes, ja, j, y, 1, x, true, sant, inleda utredning, inled utredning, utredning inleds, utredning inledd, utredning inleddes, utredning har inletts, utredning inledes, inleds, inledd, inleda, inledd utredning, utredning, utreds, utredning öppnad, utredning startad, utredning påbörjad, beslut att inleda utredning, beslut inleda utredning, beslut om att inleda utredning, ja utredning inleds',
  no: 'no, nej, n, 0, false, falskt, inte inleda utredning, inte inled utredning, ej inleda utredning, inled inte utredning, inled ej utredning, inleda inte utredning, inleda ej utredning, utredning inleds ej, utredning inleds inte, utredning inledd ej, utredning ej inledd, utredning inte inledd, utredning inleddes ej, utredning inleddes inte, ej utredning, ingen utredning, inte utredning, ej inledd, ej inleds, inleds ej, inleds inte, inte inledd, inleda ej, inleda inte, inte inleda, ej inleda, inte inleds, utreds ej, utreds inte, ej utreds, utan utredning, avslutas utan utredning, avslutad utan utredning, avslutas utan att utredning inleds, beslut att inte inleda utredning, beslut att ej inleda utredning, beslut inte inleda utredning, beslut ej inleda utredning, beslut om att inte inleda utredning, förhandsbedömning avslutad utan utredning, nej utredning inleds ej',
  unknown:
    'unknown, okänd, okänt, vet ej, uppgift saknas, saknas, pågår, pågående, förhandsbedömning pågår, -',
};

const SEX_WORDS: Record<SexCode, string> = {
  man: 'man, m, män, manlig, pojke, male',
  woman: 'woman, kvinna, k, kvinnor, kvinnlig, flicka, female, f, kv',
  unknown: 'unknown, okänd, okänt, uppgift saknas, annat, saknas, -',
};

function spellings<C extends string>(words: Record<C, string>): Spellings<C> {
  return new Spellings(
    (Object.keys(words) as C[]).flatMap((code) =>
      words[code].split(', ').map((word) => [word, code] as const),
    ),
  );
}

const TYPES = spellings(TYPE_WORDS);
const INVESTIGATIONS = spellings(INVESTIGATION_WORDS);
const SEXES = spellings(SEX_WORDS);

/** Names under which the report shows reasons and referrers, each with its usual variants. */
const NAMES: Partial<Record<CodedRole, readonly string[]>> = {
  referrer: [
    'Polisen, Polis, Polismyndigheten',
    'Privatperson',
    'Annan privatperson',
    'Anhörig, Anhöriga, Anhörig/närstående',
    'Övrig hälso- och sjukvård, Övrig hälso & sjukvård, Övrig hälso och sjukvård',
    'Socialtjänsten (ex officio), Ex officio',
    'Vuxenpsykiatrin, Vuxenpsykiatri',
    'Den enskilde, Den enskilde själv',
  ],
  reason: ['Missbruk/beroende', 'Skadligt bruk och beroende', 'LOB'],
};

const NAME_SPELLINGS = new Map<CodedRole, Spellings<string>>(
  Object.entries(NAMES).map(([role, names]) => [
    role as CodedRole,
    new Spellings(
      names.flatMap((list) => {
        const variants = list.split(', ');
        return variants.map((variant) => [variant, variants[0]!] as const);
      }),
    ),
  ]),
);

/** The codes that values of this column can be assigned to, or null where any name will do. */
export function knownCodes(role: CodedRole): readonly string[] | null {
  if (role === 'type') return ['application', 'report', 'lob', 'other'];
  if (role === 'investigation') return ['yes', 'no', 'unknown'];
  if (role === 'sex') return ['man', 'woman', 'unknown'];
  return null;
}

/** The code of a value, or null where its words are not known. Reasons and organisations have no codes but LOB. */
export function readCode(role: CodedRole, value: string): string | null {
  switch (role) {
    case 'type':
      return readType(value);
    case 'investigation':
      return INVESTIGATIONS.find(value) ?? null;
    case 'sex':
      return SEXES.find(value) ?? null;
    case 'reason':
      return readType(value) === 'lob' ? 'lob' : null;
    case 'referrer':
    case 'organisation':
      return null;
  }
}

/**
 * A type by its whole text, else by its words: `Ansökan om behandling` is an application, `Anmälan (LOB)` is LOB.
 * A value with words of two types, such as `Ansökan/anmälan`, is neither.
 */
function readType(value: string): TypeCode | null {
  const whole = TYPES.find(value);
  if (whole !== undefined) return whole;
  const found = new Set(value.split(/[^\p{L}\p{N}?\ufffd]+/u).map((word) => TYPES.find(word)));
  if (found.has('lob')) return 'lob';
  if (found.has('application') !== found.has('report')) return found.has('report') ? 'report' : 'application';
  return null;
}

/** The name that a value is shown under: the report's own where it is known, else the value as written. */
export function knownName(role: CodedRole, value: string): string | null {
  return NAME_SPELLINGS.get(role)?.find(value) ?? null;
}

/** What a column's values were taken for. */
export interface CodedValue {
  /** Shown name. */
  readonly name: string;
  /** The name is the product's or the user's; otherwise it is the value's most usual spelling. */
  readonly named: boolean;
  /** A known code, or null where the value keeps its own name only. */
  readonly code: string | null;
  /** By whom: the product's word list, the user's settings, or nobody. */
  readonly by: 'words' | 'settings' | 'own-name';
}

/** Reads the values of one column, the user's assignments first. */
export class CodeReader {
  readonly role: CodedRole;
  private readonly assigned: ReadonlyMap<string, string>;

  constructor(role: CodedRole, assigned: Readonly<Record<string, string>> | undefined) {
    this.role = role;
    this.assigned = new Map(Object.entries(assigned ?? {}).map(([from, to]) => [fold(from), to]));
  }

  read(value: string): CodedValue {
    const assigned = this.assigned.get(fold(value));
    const meaning = assigned ?? value;
    const code = readCode(this.role, meaning);
    const known = knownName(this.role, meaning);
    const by = assigned !== undefined ? 'settings' : code !== null || known !== null ? 'words' : 'own-name';
    const named = known ?? (assigned !== undefined && knownCodes(this.role) === null ? assigned : null);
    return { name: named ?? value, named: named !== null, code, by };
  }
}
