/** Swedish: the words of the report and of definitions.md. */
import type { SelectionRule } from '../settings.ts';
import type { Words } from './words.ts';

const REFERRER_MISSING = 'Anmälare saknas';

export const swedish: Words = {
  title: 'Individbaserad systematisk uppföljning',
  marking: 'Internt arbetsmaterial – omfattas av sekretess',
  sheets: {
    overview: 'Översikt',
    persons: 'Personer',
    tables: 'Tabeller',
    rows: 'Radredovisning',
    protocol: 'Protokoll',
  },
  questions: {
    who: 'Vilka är de?',
    needs: 'Vilka behov har de?',
    further: 'Vilka insatser får de, har deras situation förändrats och svarar insatserna mot behoven?',
  },
  furtherText:
    'De frågorna går inte att besvara ur aktualiseringarna. De besvaras i aktgranskningen av dem som kommer oftast.',
  group: (key) => key.replace(/^(\d+)-(\d+)$/, '$1–$2').replace(/^(\d+)\+$/, '$1 eller fler'),
  total: 'Totalt',
  tables: {
    'persons-by-group': {
      title: 'Personer efter antal aktualiseringar',
      rows: 'Frekvensgrupp',
      columns: { persons: 'Antal personer', percent: 'Procent' },
      rowLabels: {},
      notes: ['Procent av alla personer.'],
    },
    'actualisations-by-group': {
      title: 'Aktualiseringar efter frekvensgrupp',
      rows: 'Frekvensgrupp',
      columns: { persons: 'Antal personer', actualisations: 'Antal aktualiseringar', percent: 'Procent' },
      rowLabels: {},
      notes: ['Procent av alla aktualiseringar.'],
    },
    'group-profile': {
      title: 'Bakgrundsfaktorer per frekvensgrupp',
      rows: 'Bakgrundsfaktor',
      columns: {},
      rowLabels: {
        'mean-actualisations': 'Antal aktualiseringar i medeltal',
        'mean-age': 'Medelålder vid aktualisering, år',
        'percent-women': 'Andel kvinnor',
        'percent-applications': 'Andel ansökan',
        'percent-lob': 'Andel LOB',
        'percent-investigation': 'Andel inledda utredningar',
        investigations: 'Antal inledda utredningar',
        'percent-of-investigations': 'Andel utredningar av totalen',
        'referrer-missing': `Anmälare: ${REFERRER_MISSING.toLowerCase()}`,
        'sex-unknown': 'Kön okänt',
        'age-unknown': 'Ålder okänd',
        'type-unknown': 'Typ saknas',
        'investigation-unknown': 'Beslut om utredning saknas',
        'referrer-other': 'Anmälare: övriga, var och en för få personer att visa',
        'referrer:': 'Anmälare: ',
      },
      notes: [
        'Andelen kvinnor, ansökningar, LOB och inledda utredningar är procent av de aktualiseringar där uppgiften är känd.',
        'Anmälare är procent av anmälningarna, LOB inräknade.',
      ],
    },
    'per-year': {
      title: 'Aktualiseringar och personer per år',
      rows: 'År',
      columns: { actualisations: 'Antal aktualiseringar', persons: 'Antal unika personer' },
      rowLabels: { mean: 'Medel' },
      notes: ['En person räknas en gång per år. Medel är över de visade åren.'],
    },
    'sex-and-age': {
      title: 'Kön och ålder',
      rows: 'Aktualiseringar som gäller',
      columns: { actualisations: 'Antal aktualiseringar', percent: 'Procent', 'mean-age': 'Medelålder, år' },
      rowLabels: {
        men: 'Män',
        women: 'Kvinnor',
        'sex-unknown': 'Kön okänt',
        applications: 'Ansökan',
        reports: 'Anmälan (LOB inräknad)',
      },
      notes: ['Procent av de aktualiseringar där uppgiften är känd. Ålder är fyllda år vid aktualiseringen.'],
    },
    summary: {
      title: 'Sammanfattning',
      rows: 'Uppgift',
      columns: { number: 'Antal', percent: 'Procent', mean: 'Medel' },
      rowLabels: {
        actualisations: 'Aktualiseringar',
        persons: 'Personer',
        'actualisations-per-person': 'Aktualiseringar per person',
        investigations: 'Inledda utredningar',
        'investigations-per-person': 'Inledda utredningar per person',
        applications: 'Ansökan',
        reports: 'Anmälan (LOB inräknad)',
        lob: 'LOB',
        men: 'Män',
        women: 'Kvinnor',
        'mean-age': 'Medelålder vid aktualisering, år',
        'mean-age-lowest-year': 'Lägsta medelålder under ett år',
        'mean-age-highest-year': 'Högsta medelålder under ett år',
        'referrer-missing': `Anmälare: ${REFERRER_MISSING.toLowerCase()}`,
        'sex-unknown': 'Kön okänt',
        'age-unknown': 'Ålder okänd',
        'type-unknown': 'Typ saknas',
        'investigation-unknown': 'Beslut om utredning saknas',
        'referrer-other': 'Anmälare: övriga, var och en för få personer att visa',
        'referrer:': 'Anmälare: ',
      },
      notes: [
        'Kön och typ är procent av de aktualiseringar där uppgiften är känd, anmälare är procent av anmälningarna.',
      ],
    },
  },
  lacks: (roles) =>
    `Källan saknar ${roles.join(' och ')}, så de rader som behöver det är inte med eller saknar värde.`,
  headline: ({ persons, group, ofPersons, ofActualisations }) =>
    `${ofPersons} av personerna (${persons}, med ${group} aktualiseringar) står för ${ofActualisations} av aktualiseringarna.`,
  headlineSuppressed: 'Så få personer kommer oftast att deras andel inte kan visas.',
  suppressedNote: (threshold) =>
    `Uppgifter som vilar på färre än ${threshold} personer visas inte (..), och inte heller sådant som de kunde räknas fram ur.`,
  roundedNote: (base) =>
    `Alla antal är avrundade till närmaste multipel av ${base}; andelar är räknade på de avrundade talen.`,
  pseudonymNote:
    'Personerna står med koder (pseudonymer). Koderna är fortfarande personuppgifter: den som har nyckeln kan ta reda på vem en kod står för.',
  noPersons: 'Ingen rad kunde användas, så det finns inga personer att visa. Radredovisningen säger varför.',
  overview: {
    facts: {
      persons: 'Personer',
      actualisations: 'Aktualiseringar',
      perPerson: 'Aktualiseringar per person, medel',
      median: 'Aktualiseringar per person, median',
      firstDay: 'Tidigaste aktualisering',
      lastDay: 'Senaste aktualisering',
      source: 'Källa',
    },
    rowsUsed: (read, used, excluded, warnings) =>
      `Av ${read} lästa rader är ${used} använda och ${excluded} uteslutna; ${warnings} varningar. Se Radredovisning.`,
    groupsTitle: 'Personer och aktualiseringar efter hur ofta man kommer',
    yearsTitle: 'Aktualiseringar och personer per år',
    groupAxis: 'Antal aktualiseringar per person',
    yearAxis: 'År',
    numberAxis: 'Antal',
    groupsAlternative: (rows) =>
      `Stapeldiagram. ${rows.map(([group, persons, actualisations]) => `${group}: ${persons} personer, ${actualisations} aktualiseringar`).join('; ')}.`,
    yearsAlternative: (rows) =>
      `Stapeldiagram. ${rows.map(([year, persons, actualisations]) => `${year}: ${persons} personer, ${actualisations} aktualiseringar`).join('; ')}.`,
  },
  returned: {
    title: 'Återaktualisering efter första aktualiseringen',
    within: 'Inom',
    days: (days) => `${days} dagar`,
    columns: {
      returned: 'Andel åter',
      lower: '95\u00a0%-intervall, nedre',
      upper: '95\u00a0%-intervall, övre',
      atRisk: 'Personer som följs',
    },
    notes: [
      'Kaplan–Meier: dagar från första till andra aktualiseringen. Den som inte återkommit följs till periodens slut.',
    ],
  },
  returnedBy: {
    title: (by) => `Återaktualisering efter ${by}`,
    frequencyGroup: 'frekvensgrupp',
    missing: 'Uppgift saknas',
    persons: 'Antal personer',
    notes: ['Kaplan–Meier som ovan. Värdet är det som gällde vid personens första aktualisering.'],
    noColumn: (by) =>
      `Ingen kolumn för ${by} hittades. Peka ut den bland kolumnerna, eller välj något annat att dela efter.`,
  },
  interval: '95\u00a0%-intervall',
  to: (lower, upper) => `${lower}–${upper}`,
  distributions: {
    title: 'Spridning',
    rows: 'Mått',
    labels: {
      'actualisations-per-person': 'Aktualiseringar per person',
      'months-per-person': 'Månader mellan tidigaste och senaste',
      'age-at-actualisation': 'Ålder vid aktualisering, år',
      'age-at-first-actualisation': 'Ålder vid första aktualisering, år',
    },
    columns: {
      n: 'Antal',
      missing: 'Saknas',
      mean: 'Medel',
      sd: 'Standardavv.',
      median: 'Median',
      lowerQuartile: 'Nedre kvartil',
      upperQuartile: 'Övre kvartil',
      min: 'Minsta',
      max: 'Största',
    },
    notes: ['Kvartiler som KVARTIL.INK i Excel. Det som saknas ingår inte i de andra måtten.'],
  },
  trend: ({ years, actualisations, persons, rSquared }) =>
    `Rät linje genom hela kalenderår (${years}): ${actualisations} aktualiseringar och ${persons} personer per år (R² ${rSquared} för aktualiseringar).`,
  comparison: {
    title: 'Jämförelse mellan frekvensgrupperna',
    returnTitle: 'Återaktualisering efter bakgrund',
    columns: {
      test: 'Test',
      p: 'p-värde',
      adjusted: 'p, justerat',
      effect: 'Effektmått',
      effectSize: 'Effekt',
      factor: 'Vid första aktualiseringen',
      soonest: 'Återkommer oftast',
      latest: 'Återkommer mest sällan',
    },
    factors: {
      sex: 'Kön',
      age: 'Ålder',
      type: 'Typ',
      investigation: 'Beslut att inleda utredning',
      referrer: 'Aktualiserande part',
      organisation: 'Organisation',
      reason: 'Orsak',
    },
    ages: (key) => `${key.replace('-', '–')} år`,
    rest: 'övriga tillsammans',
    tests: {
      'chi-square': 'Chi-två',
      fisher: 'Fishers exakta',
      'fisher-simulated': 'Fishers exakta, simulerat',
      'kruskal-wallis': 'Kruskal–Wallis',
      'log-rank': 'Log-rank',
    },
    between: (test, lower, upper) => `${test} (p ${lower} till ${upper})`,
    doubtful: (test) => `${test}, osäkert: väntat antal under 5`,
    below: (p) => `< ${p}`,
    effects: {
      'cramers-v': 'Cramérs V',
      'standardised-difference': 'Standardiserad skillnad, sista gruppen mot övriga',
      'return-ratio': 'Gånger så ofta',
    },
    notes: {
      groups: [
        'Aktualiseringar för samma person liknar varandra, så p-värdena är lägre än de skulle vara för oberoende händelser. Se i första hand till effekten.',
      ],
      return: [
        'Tid till återaktualisering för personer, efter det som gällde vid den första aktualiseringen. «Gånger så ofta» är hur många som återkommit mot hur många man väntar sig, det högsta mot det lägsta, bland värden där minst 5 väntas. Frekvensgrupperna jämförs inte så: den som har kommit en gång har per definition inte återkommit.',
      ],
      adjusted: (tests) =>
        `${tests} test är gjorda i jämförelserna. Det justerade p-värdet (Holm) tar hänsyn till att några av så många ger utslag av en slump.`,
      simulated: (draws) =>
        `Simulerat: tabellen är för stor för att räknas igenom, så p-värdet är av minst ${draws} slumpade tabeller med samma summor, alltid desamma. Inom parentes de gränser som det exakta p-värdet med 95 % säkerhet ligger inom.`,
      doubtful: 'Osäkert: där få väntas är p-värdet ungefärligt.',
    },
  },
  quality: {
    title: 'Att se över i källan',
    columns: { what: 'Vad', count: 'Antal rader', where: 'Var', todo: 'Gör så här' },
    nothing: 'Inget att se över: alla kolumner och värden kändes igen.',
    what: {
      'missing-person': 'Personen saknas',
      'unidentified-person': 'Personen är inte identifierad (de fyra sista saknas, är 0000 eller TF-nummer)',
      'missing-date': 'Datumet saknas',
      'invalid-date': 'Datumet finns inte i kalendern',
      duplicate: 'Samma aktualisering står flera gånger',
      'outside-period': 'Utanför perioden',
      'under-age': 'Under lägsta ålder',
      'outside-selection': 'Utanför urvalet',
      'check-digit': 'Kontrollsiffran i personnumret stämmer inte',
      'unlikely-date': 'Datumet är före 1990 eller efter analysdagen',
      'number-shared': 'Samma aktualiseringsnummer hos flera personer',
      'equal-rows': 'Raderna är lika, och aktualiseringsnummer saknas',
      'sex-contradicts': 'Kön i kolumnen stämmer inte med personnumret',
      'odd-person': 'Personen har inte formen av ett personnummer',
      'unsure-column': 'Kolumnvalet är osäkert',
      'column-not-found': 'Kolumnen finns inte',
      'value-not-recognised': 'Värdet känns inte igen',
      'value-missing': 'Uppgiften saknas',
    },
    todo: {
      'missing-person': 'Fyll i personnumret i verksamhetssystemet och exportera igen.',
      'unidentified-person': 'Raderna räknas inte per person. Komplettera när personen är identifierad.',
      'missing-date': 'Fyll i datumet i verksamhetssystemet och exportera igen.',
      'invalid-date': 'Rätta datumet. Skriv helst åååå-mm-dd.',
      duplicate: 'Inget behöver göras: raden med tidigast datum räknas.',
      'outside-period': 'Inget: raden är utanför den period du valt.',
      'under-age': 'Inget: personen är yngre än den ålder du valt.',
      'outside-selection': 'Inget: raden är utanför det urval du valt.',
      'check-digit': 'Kontrollera numret. Ett skrivfel gör en person till två.',
      'unlikely-date': 'Kontrollera datumet. Raden räknas.',
      'number-shared': 'Kontrollera vilken person aktualiseringen gäller. Alla rader räknas.',
      'equal-rows':
        'Kontrollera om det är dubbletter. Ta med aktualiseringsnummer i exporten, så sorteras de bort.',
      'sex-contradicts': 'Kolumnens värde används. Kontrollera personnumret.',
      'odd-person': 'Kontrollera numret. Det räknas som en egen person.',
      'unsure-column': 'Kontrollera att det är rätt kolumn, eller välj en annan.',
      'column-not-found': 'Ta med kolumnen i exporten, eller välj den om den heter något annat.',
      'value-not-recognised': 'Välj vad värdet står för. Till dess räknas det under eget namn.',
      'value-missing': 'Raderna ingår inte i de procenttal som behöver uppgiften.',
    },
    row: (rows) => `rad ${rows}`,
  },
  concentration: {
    title: 'Koncentration',
    rows: 'Mått',
    column: 'Andel av aktualiseringarna',
    persons: 'Antal personer',
    top: (percent) => `De ${percent} av personerna som kommer oftast`,
    gini: 'Ginikoefficient',
    notes: [
      'Ginikoefficienten är 0 när alla kommer lika ofta och närmar sig 1 när några få står för nästan allt.',
    ],
  },
  selection: {
    title: 'Urval till aktgranskning',
    rule: selectionSentence,
  },
  persons: {
    title: 'Lathunden: en rad per person',
    columns: {
      person: 'Person',
      actualisations: 'Antal aktualiseringar',
      first: 'Tidigaste aktualisering',
      last: 'Senaste aktualisering',
      months: 'Månader emellan',
      group: 'Frekvensgrupp',
    },
    months: {
      completed: 'Månader är hela förflutna månader (som DATEDIF "m" i Excel).',
      boundaries: 'Månader är antal månadsskiften (som DATEDIFF MONTH i DAX och T-SQL).',
      average: 'Månader är dagar delat med 30,4375, med en decimal.',
    },
  },
  rows: {
    accountTitle: 'Lästa rader',
    outcome: 'Utfall',
    number: 'Antal rader',
    read: 'Lästa',
    used: 'Använda',
    reasons: {
      'missing-person': 'Uteslutna: person saknas',
      'unidentified-person': 'Uteslutna: personen är inte identifierad',
      'missing-date': 'Uteslutna: datum saknas',
      'invalid-date': 'Uteslutna: datumet finns inte i kalendern',
      duplicate: 'Uteslutna: dubblett (samma aktualiseringsnummer och person)',
      'outside-period': 'Uteslutna: utanför perioden',
      'under-age': 'Uteslutna: under lägsta ålder',
      'outside-selection': 'Uteslutna: utanför vald orsak, typ eller organisation',
    },
    excludedTitle: 'Uteslutna rader',
    row: 'Rad i källan',
    reason: 'Skäl',
    value: 'Värde i källan',
    noneExcluded: 'Ingen rad är utesluten.',
    warningsTitle: 'Varningar på använda rader',
    warning: 'Varning',
    noWarnings: 'Inga varningar.',
    warnings: {
      'check-digit': 'Personnumrets kontrollsiffra stämmer inte',
      'unlikely-date': 'Datumet är före 1990 eller efter analysdagen',
      'number-shared': 'Aktualiseringsnumret finns hos flera personer',
      'equal-rows': 'Raden är lika en annan rad, och aktualiseringsnummer saknas',
      'sex-contradicts': 'Kön i kolumnen stämmer inte med personnumret',
    },
    tooMany: (shown, all) => `De första ${shown} av ${all} visas här; alla finns i JSON-resultatet.`,
  },
  protocol: {
    intro: 'Samma fil och samma inställningar ger samma siffror. Spara protokollet med resultatet.',
    product: 'Program',
    file: 'Fil',
    sheet: 'Blad',
    checksum: 'Kontrollsumma (SHA-256)',
    headerRow: 'Rubrikrad',
    asOf: 'Analysdag',
    period: 'Period',
    open: 'öppen',
    none: 'ingen avgränsning',
    lowestAge: 'Lägsta ålder',
    reasons: 'Orsaker',
    types: 'Typer',
    organisations: 'Organisationer',
    groups: 'Frekvensgrupper',
    months: 'Månader',
    base: 'Bas för procent i bakgrundsfaktorerna',
    bases: { actualisations: 'aktualiseringar', persons: 'personer' },
    protection: 'Skydd',
    modes: { internal: 'internt arbetsmaterial', publication: 'för publicering' },
    columnsTitle: 'Kolumner',
    column: 'Uppgift',
    header: 'Rubrik i källan',
    chosenBy: 'Valdes av',
    bySettings: 'inställningen',
    byProfile: 'profilen',
    byHeader: 'rubriken',
    passedOver: (headers) => `rubriken, framför ${headers}`,
    notFound: 'finns inte',
    sureness: 'Säkerhet',
    surenesses: { sure: 'säker', likely: 'trolig', unsure: 'osäker: kontrollera' },
    fit: (percent) => `${percent} av värdena har rätt form`,
    roles: {
      person: 'Person',
      date: 'Aktualiseringsdatum',
      number: 'Aktualiseringsnummer',
      type: 'Aktualiseringstyp',
      reason: 'Aktualiseringsorsak',
      referrer: 'Aktualiserande part',
      organisation: 'Organisation',
      investigation: 'Beslut att inleda utredning',
      sex: 'Kön',
      age: 'Ålder',
    },
    valuesTitle: 'Värden och vad de togs för',
    valueColumn: 'Värde i källan',
    takenFor: 'Togs för',
    numberOfRows: 'Antal rader',
    ownName: 'eget namn: känns inte igen',
    codes: {
      application: 'ansökan',
      report: 'anmälan',
      lob: 'LOB (anmälan)',
      other: 'annat än ansökan och anmälan',
      yes: 'utredning inledd',
      no: 'utredning inte inledd',
      unknown: 'okänt',
      man: 'man',
      woman: 'kvinna',
    },
  },
};

function selectionSentence(
  rule: SelectionRule,
  { persons, ties, drawnFrom }: { persons: number | null; ties: number; drawnFrom: number | null },
): string {
  const parts: string[] = [];
  if (rule.atLeast !== undefined) parts.push(`minst ${String(rule.atLeast)} aktualiseringar i perioden`);
  if (rule.activeYears !== undefined)
    parts.push(`minst en aktualisering vart och ett av åren ${listed(rule.activeYears.map(String), 'och')}`);
  let sentence =
    parts.length > 0 ? `Urvalet är personer med ${listed(parts, 'och')}` : 'Urvalet görs bland alla personer';
  if (rule.mostFrequent !== undefined) {
    sentence += `; av dem de ${String(rule.mostFrequent)} som kommer oftast`;
    if (ties > 0) sentence += ` och ${String(ties)} till med lika många aktualiseringar som den sista`;
  }
  if (rule.sample !== undefined && drawnFrom !== null)
    sentence += `; av dessa ${String(drawnFrom)} personer är ${String(Math.min(rule.sample.size, drawnFrom))} slumpvis dragna (startvärde ${String(rule.sample.seed)})`;
  if (persons === null) return `${sentence}.`;
  return `${sentence}. Det är ${String(persons)} ${persons === 1 ? 'person' : 'personer'}.`;
}

function listed(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)!}`;
}
