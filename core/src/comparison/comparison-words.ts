/** The words of a comparison, in both languages. Rows of the group profile have theirs with the lathund's. */
import type { Language } from '../problem.ts';
import type { ComparedTableId, FigureKind } from './compared-table.ts';

export interface ComparisonWords {
  readonly title: string;
  readonly marking: string;
  readonly sheets: Readonly<Record<'overview' | 'tables' | 'differences' | 'protocol', string>>;
  readonly tables: Readonly<Record<ComparedTableId, { readonly title: string; readonly rows: string }>>;
  readonly rowLabels: Readonly<Record<string, string>>;
  readonly figures: Readonly<Partial<Record<FigureKind, string>>>;
  readonly missing: string;
  readonly other: string;
  readonly together: string;
  readonly rest: (part: string) => string;
  readonly n: (part: string) => string;
  readonly intro: (parts: string) => string;
  readonly inSeveral: (persons: string) => string;
  readonly inNone: (rows: string) => string;
  readonly codesApart: string;
  readonly suppressed: (threshold: string) => string;
  readonly rounded: (base: string) => string;
  /** Before the interval of the row above. */
  readonly interval: string;
  readonly chart: {
    readonly title: string;
    readonly categoryAxis: string;
    readonly valueAxis: string;
    readonly alternative: (groups: readonly (readonly [group: string, shares: string])[]) => string;
  };
  readonly roundedGroups: string;
  readonly withoutSpread: string;
  readonly notes: Readonly<
    Record<
      | 'column'
      | 'row'
      | 'persons'
      | 'actualisations'
      | 'missing'
      | 'rates'
      | 'groups'
      | 'actualisationsByGroup'
      | 'return'
      | 'returnOfGroups',
      string
    >
  >;
  readonly differences: {
    readonly title: (table: string) => string;
    readonly testsTitle: string;
    readonly columns: Readonly<
      Record<
        | 'against'
        | 'difference'
        | 'interval'
        | 'standardised'
        | 'test'
        | 'statistic'
        | 'df'
        | 'p'
        | 'adjusted'
        | 'cramersV',
        string
      >
    >;
    readonly against: (part: string, other: string) => string;
    readonly to: (lower: string, upper: string) => string;
    readonly notes: Readonly<
      Record<'percent' | 'means' | 'ratio' | 'standardised' | 'tooSure' | 'overlapping' | 'public', string>
    >;
    readonly holm: (tests: string) => string;
  };
  readonly protocol: Readonly<
    Record<
      | 'intro'
      | 'product'
      | 'part'
      | 'file'
      | 'checksum'
      | 'read'
      | 'used'
      | 'population'
      | 'followedTo'
      | 'asOf'
      | 'base'
      | 'against'
      | 'first'
      | 'restOf'
      | 'percent'
      | 'ofPart'
      | 'ofLevel'
      | 'persons'
      | 'actualisations'
      | 'protection'
      | 'internal'
      | 'publication'
      | 'parts'
      | 'settings'
      | 'codes'
      | 'same'
      | 'own',
      string
    >
  >;
}

const SWEDISH: ComparisonWords = {
  title: 'Jämförelse',
  marking: 'Internt arbetsmaterial – omfattas av sekretess',
  sheets: {
    overview: 'Jämförelse översikt',
    tables: 'Jämförelse tabeller',
    differences: 'Jämförelse skillnader',
    protocol: 'Jämförelse protokoll',
  },
  tables: {
    parts: { title: 'Personer och aktualiseringar', rows: 'Uppgift' },
    'persons-by-group': { title: 'Personer i frekvensgrupper', rows: 'Antal aktualiseringar' },
    'actualisations-by-group': { title: 'Aktualiseringar i frekvensgrupper', rows: 'Antal aktualiseringar' },
    profile: { title: 'Gruppernas profil, del för del', rows: 'Uppgift' },
    rows: { title: 'Valda uppgifter', rows: 'Uppgift' },
    return: { title: 'Återaktualisering', rows: 'Återaktualiserade inom' },
  },
  rowLabels: {
    persons: 'Personer',
    'persons-per-10000': 'Personer per 10 000 invånare',
    actualisations: 'Aktualiseringar',
    'actualisations-per-10000': 'Aktualiseringar per 10 000 invånare',
    'persons-by-group': 'Personer',
    'actualisations-by-group': 'Aktualiseringar',
    'returned-90': '90 dagar',
    'returned-180': '180 dagar',
    'returned-365': '365 dagar',
    'returned-730': '730 dagar',
  },
  figures: {
    mean: 'medel',
    sd: 'standardavvikelse',
    median: 'median',
    'lower-quartile': 'nedre kvartil',
    'upper-quartile': 'övre kvartil',
    least: 'minst',
    most: 'mest',
  },
  missing: 'uppgift saknas',
  other: 'övriga',
  together: 'Tillsammans',
  rest: (part) => `övriga än ${part}`,
  n: (part) => `${part}, antal`,
  intro: (parts) => `Delarna som jämförs: ${parts}.`,
  inSeveral: (persons) =>
    `Personer i mer än en del: ${persons}. De räknas i varje del men en gång tillsammans, och testen tar dem för olika personer.`,
  inNone: (rows) => `Aktualiseringar som inte hör till någon del och inte är med: ${rows}.`,
  codesApart:
    'Personerna står med koder som inte är personnummer. Samma kod i två filer tas för två personer; säg sameCodes i profilfilen om den är samma person.',
  suppressed: (threshold) =>
    `Uppgifter som vilar på färre än ${threshold} personer visas inte (..), och inte heller sådant som de kunde räknas fram ur.`,
  rounded: (base) =>
    `Alla antal är avrundade till närmaste multipel av ${base}. Andelar och skillnader är räknade på de avrundade talen. Test, intervall och medelvärden av valda uppgifter är inte med.`,
  roundedGroups:
    'Aktualiseringar visas inte för varje frekvensgrupp: med gruppens gränser skulle de säga hur få personerna är.',
  interval: '  95 % intervall',
  chart: {
    title: 'Personernas frekvensgrupper, del för del',
    categoryAxis: 'Antal aktualiseringar',
    valueAxis: 'Andel av delens personer',
    alternative: (groups) =>
      `Andel av delens personer i varje frekvensgrupp. ${groups.map(([group, shares]) => `${group}: ${shares}`).join('. ')}.`,
  },
  withoutSpread:
    'Median, kvartiler, spridning, minst och mest och återaktualisering visas inte: de är enskilda personers värden.',
  notes: {
    column: 'Andelen är av delens alla med känd uppgift.',
    row: 'Andelen är av dem i alla delar tillsammans som har svaret.',
    persons:
      'Personer är bas: den som minst en gång har svaret räknas, så en person kan finnas under flera svar. Tal är från personens första aktualisering med uppgift.',
    actualisations: 'Aktualiseringar är bas.',
    missing: 'Uppgift saknas är andel av alla, med och utan uppgift.',
    rates:
      'Per 10 000 invånare med 95 % intervall för hur mycket antalet kan variera av en slump. Tillsammans är mot summan av invånarna.',
    groups: 'Frekvensgruppen är efter antalet aktualiseringar i samma del, och tillsammans i alla delar.',
    actualisationsByGroup:
      'En persons alla aktualiseringar är i samma grupp, så här finns varken test eller intervall: se personerna.',
    returnOfGroups:
      'Delarna är frekvensgrupper, som är gjorda efter hur ofta personerna kommit: den som kommit en gång har per definition inte återkommit. Därför prövas det inte om de återkommer olika fort.',
    return:
      'Kaplan–Meier: från personens första aktualisering i delen till nästa i samma del. Antalet är de som ännu kunde återkomma.',
  },
  differences: {
    title: (table) => `Skillnader: ${table}`,
    testsTitle: 'Test av alla delar',
    columns: {
      against: 'Jämförelse',
      difference: 'Skillnad',
      interval: '95 % intervall',
      standardised: 'Standardiserad skillnad',
      test: 'Test',
      statistic: 'Testvärde',
      df: 'Frihetsgrader',
      p: 'p-värde',
      adjusted: 'p, justerat',
      cramersV: 'Cramérs V',
    },
    against: (part, other) => `${part} mot ${other}`,
    to: (lower, upper) => `${lower} till ${upper}`,
    notes: {
      percent: 'Skillnad mellan andelar i procentenheter, med Newcombes intervall.',
      means: 'Skillnad mellan medelvärden, med Welchs intervall.',
      ratio: 'Per 10 000 invånare: hur många gånger så vanligt, med intervall.',
      standardised: 'Standardiserad skillnad räknas i standardavvikelser; under 0,1 är den liten.',
      tooSure:
        'Aktualiseringar för samma person liknar varandra, så p-värden och intervall som räknas på aktualiseringar är säkrare än de borde vara. Se i första hand till skillnaden.',
      overlapping: 'Samma person kan finnas i flera delar, och testen tar dem för olika personer.',
      public: 'Bara test som kan räknas på de visade antalen är med.',
    },
    holm: (tests) =>
      `${tests} test är gjorda. Det justerade p-värdet (Holm) tar hänsyn till att några av så många ger utslag av en slump.`,
  },
  protocol: {
    intro: 'Vad som behövs för att någon annan ska få samma siffror.',
    product: 'Program',
    part: 'Del',
    file: 'Fil',
    checksum: 'Kontrollsumma (SHA-256)',
    read: 'Lästa rader',
    used: 'Använda rader',
    population: 'Invånare',
    followedTo: 'Följs till',
    asOf: 'Analysdag',
    base: 'Bas för profilen',
    against: 'Jämförs mot',
    first: 'den första delen',
    restOf: 'alla övriga delar',
    percent: 'Andelar',
    ofPart: 'av delen',
    ofLevel: 'av svaret',
    persons: 'personer',
    actualisations: 'aktualiseringar',
    protection: 'Skydd',
    internal: 'internt, allt visas',
    publication: 'för publicering',
    parts: 'Delar',
    settings: 'Inställningar',
    codes: 'Koder som inte är personnummer',
    same: 'samma person i alla filer',
    own: 'olika personer i olika filer',
  },
};

const ENGLISH: ComparisonWords = {
  title: 'Comparison',
  marking: 'Internal working material – subject to secrecy',
  sheets: {
    overview: 'Comparison overview',
    tables: 'Comparison tables',
    differences: 'Comparison differences',
    protocol: 'Comparison protocol',
  },
  tables: {
    parts: { title: 'Persons and actualisations', rows: 'Figure' },
    'persons-by-group': { title: 'Persons by frequency group', rows: 'Number of actualisations' },
    'actualisations-by-group': {
      title: 'Actualisations by frequency group',
      rows: 'Number of actualisations',
    },
    profile: { title: 'Profile, part by part', rows: 'Figure' },
    rows: { title: 'Chosen rows', rows: 'Figure' },
    return: { title: 'Return', rows: 'Returned within' },
  },
  rowLabels: {
    persons: 'Persons',
    'persons-per-10000': 'Persons per 10,000 inhabitants',
    actualisations: 'Actualisations',
    'actualisations-per-10000': 'Actualisations per 10,000 inhabitants',
    'persons-by-group': 'Persons',
    'actualisations-by-group': 'Actualisations',
    'returned-90': '90 days',
    'returned-180': '180 days',
    'returned-365': '365 days',
    'returned-730': '730 days',
  },
  figures: {
    mean: 'mean',
    sd: 'standard deviation',
    median: 'median',
    'lower-quartile': 'lower quartile',
    'upper-quartile': 'upper quartile',
    least: 'least',
    most: 'most',
  },
  missing: 'missing',
  other: 'others',
  together: 'Together',
  rest: (part) => `all but ${part}`,
  n: (part) => `${part}, number`,
  intro: (parts) => `The parts compared: ${parts}.`,
  inSeveral: (persons) =>
    `Persons in more than one part: ${persons}. They count in each part but once together, and the tests take them for different persons.`,
  inNone: (rows) => `Actualisations that belong to none of the parts and are left out: ${rows}.`,
  codesApart:
    'Persons stand with codes that are no personnummer. One code in two files is taken for two persons; say sameCodes in the profile file where it is one.',
  suppressed: (threshold) =>
    `Figures that rest on fewer than ${threshold} persons are not shown (..), nor is what they could be worked out from.`,
  rounded: (base) =>
    `All numbers are rounded to the nearest multiple of ${base}. Percentages and differences are worked out from the rounded numbers. Tests, intervals and means of chosen rows are left out.`,
  roundedGroups:
    'Actualisations are not shown for each frequency group: with the limits of the group they would tell how few its persons are.',
  interval: '  95% interval',
  chart: {
    title: 'Persons’ frequency groups, part by part',
    categoryAxis: 'Number of actualisations',
    valueAxis: 'Percent of the part’s persons',
    alternative: (groups) =>
      `Percent of the part’s persons in each frequency group. ${groups.map(([group, shares]) => `${group}: ${shares}`).join('. ')}.`,
  },
  withoutSpread:
    'Median, quartiles, spread, least and most, and return are not shown: they are single persons’ values.',
  notes: {
    column: 'Percentages are of all in the part whose value is known.',
    row: 'Percentages are of those in all parts together who have the answer.',
    persons:
      'Persons are the base: whoever has the answer at least once is counted, so a person may be under several answers. Numbers are of the person’s first actualisation that has one.',
    actualisations: 'Actualisations are the base.',
    missing: 'Missing is the percentage of all, with or without a value.',
    rates:
      'Per 10,000 inhabitants, with the 95% interval within which the number may vary by chance. Together is against the sum of the inhabitants.',
    groups: 'The frequency group is by the actualisations in the same part, and together in all parts.',
    actualisationsByGroup:
      'All actualisations of a person are in one group, so that here is neither test nor interval: look to the persons.',
    returnOfGroups:
      'The parts are frequency groups, which are made of how often persons have come: who has come once has by definition not returned. So whether they return equally soon is not tested.',
    return:
      'Kaplan–Meier: from a person’s first actualisation in the part to the next in the same part. The number is of those who could still return.',
  },
  differences: {
    title: (table) => `Differences: ${table}`,
    testsTitle: 'Tests of all parts',
    columns: {
      against: 'Comparison',
      difference: 'Difference',
      interval: '95% interval',
      standardised: 'Standardised difference',
      test: 'Test',
      statistic: 'Statistic',
      df: 'Degrees of freedom',
      p: 'p-value',
      adjusted: 'p, adjusted',
      cramersV: 'Cramér’s V',
    },
    against: (part, other) => `${part} against ${other}`,
    to: (lower, upper) => `${lower} to ${upper}`,
    notes: {
      percent: 'Differences between percentages are in percent units, with Newcombe’s interval.',
      means: 'Differences between means have Welch’s interval.',
      ratio: 'Per 10,000 inhabitants: how many times as common, with an interval.',
      standardised: 'A standardised difference is in standard deviations; below 0.1 it is small.',
      tooSure:
        'Actualisations of one person are alike, so p-values and intervals worked out on actualisations are surer than they should be. Look to the difference first.',
      overlapping: 'One person may be in several parts, and the tests take them for different persons.',
      public: 'Only tests that can be worked out from the counts shown are here.',
    },
    holm: (tests) =>
      `${tests} tests were made. The adjusted p-value (Holm) allows for some of so many to show something by chance.`,
  },
  protocol: {
    intro: 'What it takes for someone else to get the same figures.',
    product: 'Program',
    part: 'Part',
    file: 'File',
    checksum: 'Checksum (SHA-256)',
    read: 'Rows read',
    used: 'Rows used',
    population: 'Inhabitants',
    followedTo: 'Followed to',
    asOf: 'Day of analysis',
    base: 'Base of the profile',
    against: 'Set against',
    first: 'the first part',
    restOf: 'all other parts',
    percent: 'Percentages',
    ofPart: 'of the part',
    ofLevel: 'of the answer',
    persons: 'persons',
    actualisations: 'actualisations',
    protection: 'Protection',
    internal: 'internal, everything is shown',
    publication: 'for publication',
    parts: 'Parts',
    settings: 'Settings',
    codes: 'Codes that are no personnummer',
    same: 'the same person in all files',
    own: 'different persons in different files',
  },
};

export function comparisonWordsIn(language: Language): ComparisonWords {
  return language === 'sv' ? SWEDISH : ENGLISH;
}
