/** Swedish: the words of the report and of definitions.md. */
import type { ViewWords } from './view-words.ts';

export const swedish: ViewWords = {
  views: {
    groups: 'Grupper',
    profile: 'Profil',
    concentration: 'Koncentration',
    timelines: 'Tidslinjer',
    returns: 'Återkomst',
    years: 'Per år',
  },
  chooseView: 'Välj vy',
  with: (count, share) => `${count} (${share})`,
  groups: {
    persons: { header: 'Andel av personerna', short: 'Personer', tiny: 'Pers.' },
    actualisations: { header: 'Andel av aktualiseringarna', short: 'Aktualiseringar', tiny: 'Aktual.' },
    times: 'Antal gånger',
    finding: (ofPersons, ofActualisations) =>
      `${ofPersons} av personerna står för ${ofActualisations} av aktualiseringarna.`,
    group: (name) => `Personer med ${name} aktualiseringar`,
  },
  profile: {
    short: {
      'mean-actualisations': 'Medeltal',
      'mean-age': 'Medelålder',
      'percent-women': 'Kvinnor',
      'percent-applications': 'Ansökan',
      'percent-lob': 'LOB',
      'percent-investigation': 'Inledda utr.',
      investigations: 'Antal utr.',
      'percent-of-investigations': 'Av alla utr.',
      'sex-unknown': 'Kön okänt',
      'age-unknown': 'Ålder okänd',
      'type-unknown': 'Typ saknas',
      'investigation-unknown': 'Beslut saknas',
      'referrer-other': 'Övriga',
    },
    referrer: (name) => `Anmälare: ${name}`,
    referrers: 'Anmälare (procent av anmälningarna)',
    label: 'Frekvensgruppernas profil',
  },
  concentration: {
    finding: (persons, ofActualisations) => `${persons} står för ${ofActualisations} av aktualiseringarna.`,
    findingShort: (persons, ofActualisations) =>
      `${persons} av personerna: ${ofActualisations} av aktualiseringarna.`,
    persons: 'Andel av personerna, de som kommer mest sällan först',
    personsShort: 'Andel av personerna',
    actualisations: 'Andel av aktualiseringarna',
    gini: 'Ginikoefficient',
    giniShort: 'Gini',
    mostFrequent: 'De som kommer oftast',
    hidden: 'Så få personer kommer oftast att deras andel inte kan visas.',
    top: (share) => `${share} av personerna`,
    label: 'Lorenzkurva',
  },
  timelines: {
    label: (persons) => `Tidslinjer för ${persons} personer, de som kommer oftast först`,
    number: 'Antal',
    types: {
      application: 'Ansökan',
      report: 'Anmälan',
      lob: 'LOB',
      other: 'Annat',
      unknown: 'Typ saknas',
    },
    columns: {
      person: 'Person',
      group: 'Frekvensgrupp',
      actualisations: 'Aktualiseringar',
      first: 'Tidigaste',
      last: 'Senaste',
      months: 'Månader emellan',
    },
    title: 'Personer, de som kommer oftast först',
  },
  returns: {
    finding: (share, days) =>
      `${share} har kommit tillbaka inom ${days} dagar från den första aktualiseringen.`,
    dayAxis: 'Dagar från första aktualiseringen',
    dayAxisShort: 'Dagar',
    shareAxis: 'Andel som kommit tillbaka',
    atRisk: 'Personer som ännu följs',
    all: 'Alla',
    interval: (lower, upper) => `95 %-intervall ${lower}–${upper}`,
    within: (days) => `Inom ${days} dagar`,
    label: 'Återaktualisering efter första aktualiseringen',
  },
  years: {
    mean: (figure) => `Medel ${figure}`,
  },
  pager: { before: 'Föregående', after: 'Nästa', rows: (from, to, of) => `${from}–${to} av ${of}` },
  situations: {
    landingTitle: 'ISU Lathund',
    landing: 'Dra fält från rutan Data hit, en rad per aktualisering.',
    missing: 'Saknas:',
    landingFields: [
      { fields: ['person', 'date'], why: 'behövs' },
      { fields: ['number'], why: 'så att två aktualiseringar samma dag inte slås ihop' },
      {
        fields: ['type', 'referrer', 'investigation', 'sex', 'age'],
        why: 'för profilen och tidslinjerna',
      },
    ],
    aggregated: 'Eller en färdig tabell med person, antal, tidigaste och senaste.',
    privacy: 'Allt räknas här i rapporten. Inget skickas någonstans och inget sparas.',
    fields: {
      person: 'Person',
      date: 'Datum',
      number: 'Aktualiseringsnummer',
      type: 'Typ',
      reason: 'Orsak',
      referrer: 'Anmälare',
      organisation: 'Organisation',
      investigation: 'Utredning',
      sex: 'Kön',
      age: 'Ålder',
      rows: 'Antal',
      first: 'Tidigaste',
      last: 'Senaste',
      tooltips: 'Knappbeskrivning',
    },
    given: 'finns',
    loading: (rows) => `${rows} rader\u00a0lästa\u00a0…`,
    cut: (rows, of) =>
      of === null
        ? `Power BI lämnade ${rows} rader och slutade sedan, fast det finns fler.`
        : `Power BI lämnade ${rows} av ${of} rader och slutade sedan.`,
    cutMend:
      'Andelar av en del av raderna vore fel, så de visas inte. Avgränsa med ett filter, till exempel på år, eller använd den färdiga tabellen med en rad per person.',
    empty: 'Inga rader att visa med de filter som gäller nu.',
  },
};
