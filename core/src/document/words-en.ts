/** English, for readers who do not read Swedish; Swedish comes first. */
import type { SelectionRule } from '../settings.ts';
import type { Words } from './words.ts';

const REFERRER_MISSING = 'referrer missing';

export const english: Words = {
  title: 'Individual-based systematic follow-up',
  marking: 'Internal working material – subject to secrecy',
  sheets: {
    overview: 'Overview',
    persons: 'Persons',
    tables: 'Tables',
    rows: 'Row account',
    protocol: 'Protocol',
  },
  questions: {
    who: 'Who are they?',
    needs: 'Which needs do they have?',
    further:
      'Which interventions do they get, has their situation changed, and do the interventions meet the needs?',
  },
  furtherText:
    'The actualisations cannot answer those. The case-file review of those who come most often does.',
  group: (key) => key.replace(/^(\d+)-(\d+)$/, '$1–$2').replace(/^(\d+)\+$/, '$1 or more'),
  total: 'Total',
  tables: {
    'persons-by-group': {
      title: 'Persons by number of actualisations',
      rows: 'Frequency group',
      columns: { persons: 'Persons', percent: 'Percent' },
      rowLabels: {},
      notes: ['Percent of all persons.'],
    },
    'actualisations-by-group': {
      title: 'Actualisations by frequency group',
      rows: 'Frequency group',
      columns: { persons: 'Persons', actualisations: 'Actualisations', percent: 'Percent' },
      rowLabels: {},
      notes: ['Percent of all actualisations.'],
    },
    'group-profile': {
      title: 'Background factors by frequency group',
      rows: 'Background factor',
      columns: {},
      rowLabels: {
        'mean-actualisations': 'Mean number of actualisations',
        'mean-age': 'Mean age at actualisation, years',
        'percent-women': 'Women',
        'percent-applications': 'Applications',
        'percent-lob': 'LOB',
        'percent-investigation': 'Investigations opened, share',
        investigations: 'Investigations opened, number',
        'percent-of-investigations': 'Share of all investigations',
        'referrer-missing': `Referrer: ${REFERRER_MISSING}`,
        'sex-unknown': 'Sex unknown',
        'age-unknown': 'Age unknown',
        'type-unknown': 'Type missing',
        'investigation-unknown': 'Decision on investigation missing',
        'referrer-other': 'Referrer: others, each concerning too few persons to show',
        'referrer:': 'Referrer: ',
      },
      notes: [
        'Women, applications, LOB and investigations opened are percent of the actualisations whose value is known.',
        'Referrers are percent of reports, LOB included. LOB: police reports under the act on intoxicated persons.',
      ],
    },
    'per-year': {
      title: 'Actualisations and persons per year',
      rows: 'Year',
      columns: { actualisations: 'Actualisations', persons: 'Unique persons' },
      rowLabels: { mean: 'Mean' },
      notes: ['A person counts once a year. The mean is over the years shown.'],
    },
    'sex-and-age': {
      title: 'Sex and age',
      rows: 'Actualisations concerning',
      columns: { actualisations: 'Actualisations', percent: 'Percent', 'mean-age': 'Mean age, years' },
      rowLabels: {
        men: 'Men',
        women: 'Women',
        'sex-unknown': 'Sex unknown',
        applications: 'Applications',
        reports: 'Reports (LOB included)',
      },
      notes: [
        'Percent of the actualisations whose value is known. Age is completed years at the actualisation.',
      ],
    },
    summary: {
      title: 'Summary',
      rows: 'Item',
      columns: { number: 'Number', percent: 'Percent', mean: 'Mean' },
      rowLabels: {
        actualisations: 'Actualisations',
        persons: 'Persons',
        'actualisations-per-person': 'Actualisations per person',
        investigations: 'Investigations opened',
        'investigations-per-person': 'Investigations opened per person',
        applications: 'Applications',
        reports: 'Reports (LOB included)',
        lob: 'LOB',
        men: 'Men',
        women: 'Women',
        'mean-age': 'Mean age at actualisation, years',
        'mean-age-lowest-year': 'Lowest mean age of a year',
        'mean-age-highest-year': 'Highest mean age of a year',
        'referrer-missing': `Referrer: ${REFERRER_MISSING}`,
        'sex-unknown': 'Sex unknown',
        'age-unknown': 'Age unknown',
        'type-unknown': 'Type missing',
        'investigation-unknown': 'Decision on investigation missing',
        'referrer-other': 'Referrer: others, each concerning too few persons to show',
        'referrer:': 'Referrer: ',
      },
      notes: [
        'Sex and type are percent of the actualisations whose value is known, referrers are percent of reports.',
      ],
    },
  },
  lacks: (roles) =>
    `The source has no ${roles.join(' and no ')}, so the rows that need it are left out or have no value.`,
  headline: ({ persons, group, ofPersons, ofActualisations }) =>
    `${ofPersons} of the persons (${persons}, with ${group} actualisations) account for ${ofActualisations} of the actualisations.`,
  headlineSuppressed: 'So few persons come most often that their share cannot be shown.',
  suppressedNote: (threshold) =>
    `Figures that rest on fewer than ${threshold} persons are not shown (..), nor anything that they could be worked out from.`,
  roundedNote: (base) => `All counts are rounded to a multiple of ${base}; shares are of the rounded counts.`,
  pseudonymNote:
    'Persons stand with codes (pseudonyms). The codes are still personal data: whoever has the key can find out whom a code stands for.',
  noPersons: 'No row could be used, so there are no persons to show. The row account says why.',
  overview: {
    facts: {
      persons: 'Persons',
      actualisations: 'Actualisations',
      perPerson: 'Actualisations per person, mean',
      median: 'Actualisations per person, median',
      firstDay: 'Earliest actualisation',
      lastDay: 'Latest actualisation',
      source: 'Source',
    },
    rowsUsed: (read, used, excluded, warnings) =>
      `Of ${read} rows read, ${used} are used and ${excluded} excluded; ${warnings} warnings. See Row account.`,
    groupsTitle: 'Persons and actualisations by how often people come',
    yearsTitle: 'Actualisations and persons per year',
    groupAxis: 'Actualisations per person',
    yearAxis: 'Year',
    numberAxis: 'Number',
    groupsAlternative: (rows) =>
      `Column chart. ${rows.map(([group, persons, actualisations]) => `${group}: ${persons} persons, ${actualisations} actualisations`).join('; ')}.`,
    yearsAlternative: (rows) =>
      `Column chart. ${rows.map(([year, persons, actualisations]) => `${year}: ${persons} persons, ${actualisations} actualisations`).join('; ')}.`,
  },
  returned: {
    title: 'Return after the first actualisation',
    within: 'Within',
    days: (days) => `${days} days`,
    columns: {
      returned: 'Share returned',
      lower: '95% interval, lower',
      upper: '95% interval, upper',
      atRisk: 'Persons at risk',
    },
    notes: [
      'Kaplan–Meier: days from the first to the second actualisation. Those who have not returned are followed to the end of the period.',
    ],
  },
  returnedBy: {
    title: (by) => `Return by ${by}`,
    frequencyGroup: 'frequency group',
    missing: 'Missing',
    persons: 'Persons',
    notes: ['Kaplan–Meier as above. The value is that of the first actualisation of the person.'],
    noColumn: (by) =>
      `No column for the ${by} was found. Point it out among the columns, or choose something else to divide by.`,
  },
  interval: '95% interval',
  to: (lower, upper) => `${lower}–${upper}`,
  distributions: {
    title: 'Spread',
    rows: 'Measure',
    labels: {
      'actualisations-per-person': 'Actualisations per person',
      'months-per-person': 'Months between earliest and latest',
      'age-at-actualisation': 'Age at actualisation, years',
      'age-at-first-actualisation': 'Age at first actualisation, years',
    },
    columns: {
      n: 'Number',
      missing: 'Missing',
      mean: 'Mean',
      sd: 'Standard deviation',
      median: 'Median',
      lowerQuartile: 'Lower quartile',
      upperQuartile: 'Upper quartile',
      min: 'Smallest',
      max: 'Largest',
    },
    notes: ['Quartiles as QUARTILE.INC in Excel. What is missing is in none of the other figures.'],
  },
  trend: ({ years, actualisations, persons, rSquared }) =>
    `Straight line through whole calendar years (${years}): ${actualisations} actualisations and ${persons} persons a year (R² ${rSquared} for actualisations).`,
  comparison: {
    title: 'Comparison of the frequency groups',
    returnTitle: 'Return by background',
    columns: {
      test: 'Test',
      p: 'p-value',
      adjusted: 'p, adjusted',
      effect: 'Effect size',
      effectSize: 'Effect',
      factor: 'At the first actualisation',
      soonest: 'Return most often',
      latest: 'Return least often',
    },
    factors: {
      sex: 'Sex',
      age: 'Age',
      type: 'Type',
      investigation: 'Decision to investigate',
      referrer: 'Referrer',
      organisation: 'Organisation',
      reason: 'Reason',
    },
    ages: (key) => `${key.replace('-', '–')} years`,
    rest: 'the others together',
    tests: {
      'chi-square': 'Chi-square',
      fisher: 'Fisher’s exact',
      'fisher-simulated': 'Fisher’s exact, simulated',
      'kruskal-wallis': 'Kruskal–Wallis',
      'log-rank': 'Log-rank',
    },
    between: (test, lower, upper) => `${test} (p ${lower} to ${upper})`,
    doubtful: (test) => `${test}, doubtful: expected count below 5`,
    below: (p) => `< ${p}`,
    effects: {
      'cramers-v': 'Cramér’s V',
      'standardised-difference': 'Standardised difference, last against others',
      'return-ratio': 'Times as often',
    },
    notes: {
      groups: [
        'Actualisations of one person are alike, so the p-values are lower than they would be for independent events. Look to the effect first.',
      ],
      return: [
        'Persons’ time to return, by what was known at the first actualisation. “Times as often” is how many have returned against how many are expected to, the highest against the lowest, among values where at least 5 are expected. Frequency groups are not compared so: who has come once has by definition not returned.',
      ],
      adjusted: (tests) =>
        `${tests} tests were made in the comparisons. The adjusted p-value (Holm) allows for some of so many to show something by chance.`,
      simulated: (draws) =>
        `Simulated: the table is too large to go through, so the p-value is of at least ${draws} random tables with the same totals, always the same. In brackets the limits between which the exact p-value lies with 95% certainty.`,
      doubtful: 'Doubtful: where few are expected the p-value is approximate.',
    },
  },
  quality: {
    title: 'To look over in the source',
    columns: { what: 'What', count: 'Rows', where: 'Where', todo: 'What to do' },
    nothing: 'Nothing to look over: all columns and values were recognised.',
    what: {
      'missing-person': 'The person is missing',
      'unidentified-person':
        'The person is not identified (the last four missing, 0000 or an interim number)',
      'missing-date': 'The date is missing',
      'invalid-date': 'The calendar has no such date',
      duplicate: 'The same actualisation stands several times',
      'outside-period': 'Outside the period',
      'under-age': 'Below the lowest age',
      'outside-selection': 'Outside the selection',
      'check-digit': 'The check digit of the personnummer is wrong',
      'unlikely-date': 'The date is before 1990 or after the day of the analysis',
      'number-shared': 'The same number with several persons',
      'equal-rows': 'The rows are equal, and there is no number column',
      'sex-contradicts': 'The sex column contradicts the personnummer',
      'odd-person': 'The person has not the form of a personnummer',
      'unsure-column': 'The choice of column is unsure',
      'column-not-found': 'The column is not there',
      'value-not-recognised': 'The value is not recognised',
      'value-missing': 'The value is missing',
    },
    todo: {
      'missing-person': 'Fill in the personnummer in the case system and export again.',
      'unidentified-person':
        'The rows are not counted per person. Complete them when the person is identified.',
      'missing-date': 'Fill in the date in the case system and export again.',
      'invalid-date': 'Mend the date. Preferably write yyyy-mm-dd.',
      duplicate: 'Nothing needs doing: the row with the earliest date counts.',
      'outside-period': 'Nothing: the row is outside the period you chose.',
      'under-age': 'Nothing: the person is younger than the age you chose.',
      'outside-selection': 'Nothing: the row is outside what you chose.',
      'check-digit': 'Check the number. A slip makes two persons of one.',
      'unlikely-date': 'Check the date. The row counts.',
      'number-shared': 'Check which person the actualisation concerns. All rows count.',
      'equal-rows': 'Check whether they are duplicates. With the number in the export they are sorted out.',
      'sex-contradicts': 'The value of the column is used. Check the personnummer.',
      'odd-person': 'Check the number. It counts as a person of its own.',
      'unsure-column': 'Check that it is the right column, or choose another.',
      'column-not-found': 'Export the column, or choose it if it is called something else.',
      'value-not-recognised': 'Choose what the value stands for. Until then it keeps its own name.',
      'value-missing': 'The rows are not in the percentages that need the value.',
    },
    row: (rows) => `row ${rows}`,
  },
  concentration: {
    title: 'Concentration',
    rows: 'Measure',
    column: 'Share of actualisations',
    persons: 'Persons',
    top: (percent) => `The ${percent} of persons who come most often`,
    gini: 'Gini coefficient',
    notes: [
      'The Gini coefficient is 0 when all come equally often and nears 1 when a few account for nearly everything.',
    ],
  },
  selection: {
    title: 'Selection for the case-file review',
    rule: selectionSentence,
  },
  persons: {
    title: 'The lathund: one row per person',
    columns: {
      person: 'Person',
      actualisations: 'Actualisations',
      first: 'Earliest actualisation',
      last: 'Latest actualisation',
      months: 'Months between',
      group: 'Frequency group',
    },
    months: {
      completed: 'Months are whole months passed (as DATEDIF "m" in Excel).',
      boundaries: 'Months are changes of month (as DATEDIFF MONTH in DAX and T-SQL).',
      average: 'Months are days divided by 30.4375, to one decimal.',
    },
  },
  rows: {
    accountTitle: 'Rows read',
    outcome: 'Outcome',
    number: 'Rows',
    read: 'Read',
    used: 'Used',
    reasons: {
      'missing-person': 'Excluded: person missing',
      'unidentified-person': 'Excluded: person not identified',
      'missing-date': 'Excluded: date missing',
      'invalid-date': 'Excluded: the calendar has no such date',
      duplicate: 'Excluded: duplicate (same number and person)',
      'outside-period': 'Excluded: outside the period',
      'under-age': 'Excluded: below the lowest age',
      'outside-selection': 'Excluded: outside the chosen reasons, types or organisations',
    },
    excludedTitle: 'Excluded rows',
    row: 'Row in the source',
    reason: 'Reason',
    value: 'Value in the source',
    noneExcluded: 'No row is excluded.',
    warningsTitle: 'Warnings on rows used',
    warning: 'Warning',
    noWarnings: 'No warnings.',
    warnings: {
      'check-digit': 'The check digit of the personnummer is wrong',
      'unlikely-date': 'The date is before 1990 or after the day of the analysis',
      'number-shared': 'The number occurs with several persons',
      'equal-rows': 'The row equals another, and there is no number column',
      'sex-contradicts': 'The sex column contradicts the personnummer',
    },
    tooMany: (shown, all) => `The first ${shown} of ${all} are shown here; all are in the JSON result.`,
  },
  protocol: {
    intro: 'The same file and the same settings give the same figures. Keep the protocol with the result.',
    product: 'Product',
    file: 'File',
    sheet: 'Sheet',
    checksum: 'Checksum (SHA-256)',
    headerRow: 'Header row',
    asOf: 'Day of the analysis',
    period: 'Period',
    open: 'open',
    none: 'no limit',
    lowestAge: 'Lowest age',
    reasons: 'Reasons',
    types: 'Types',
    organisations: 'Organisations',
    groups: 'Frequency groups',
    months: 'Months',
    base: 'Base of the percentages in the background factors',
    bases: { actualisations: 'actualisations', persons: 'persons' },
    protection: 'Protection',
    modes: { internal: 'internal working material', publication: 'for publication' },
    columnsTitle: 'Columns',
    column: 'Item',
    header: 'Header in the source',
    chosenBy: 'Chosen by',
    bySettings: 'the settings',
    byProfile: 'the profile',
    byHeader: 'the header',
    passedOver: (headers) => `the header, before ${headers}`,
    notFound: 'not there',
    sureness: 'How sure',
    surenesses: { sure: 'sure', likely: 'likely', unsure: 'unsure: check' },
    fit: (percent) => `${percent} of the values have the right form`,
    roles: {
      person: 'Person',
      date: 'Date of actualisation',
      number: 'Number',
      type: 'Type',
      reason: 'Reason',
      referrer: 'Referrer',
      organisation: 'Organisation',
      investigation: 'Investigation opened',
      sex: 'Sex',
      age: 'Age',
    },
    valuesTitle: 'Values and what they were taken for',
    valueColumn: 'Value in the source',
    takenFor: 'Taken for',
    numberOfRows: 'Rows',
    ownName: 'own name: not recognised',
    codes: {
      application: 'application',
      report: 'report',
      lob: 'LOB (report)',
      other: 'neither application nor report',
      yes: 'investigation opened',
      no: 'investigation not opened',
      unknown: 'unknown',
      man: 'man',
      woman: 'woman',
    },
  },
};

function selectionSentence(
  rule: SelectionRule,
  { persons, ties, drawnFrom }: { persons: number | null; ties: number; drawnFrom: number | null },
): string {
  const parts: string[] = [];
  if (rule.atLeast !== undefined) parts.push(`at least ${String(rule.atLeast)} actualisations in the period`);
  if (rule.activeYears !== undefined)
    parts.push(
      `at least one actualisation in each of the years ${listed(rule.activeYears.map(String), 'and')}`,
    );
  let sentence =
    parts.length > 0
      ? `The selection is persons with ${listed(parts, 'and')}`
      : 'The selection is made among all persons';
  if (rule.mostFrequent !== undefined) {
    sentence += `; of them the ${String(rule.mostFrequent)} who come most often`;
    if (ties > 0) sentence += ` and ${String(ties)} more who have as many actualisations as the last`;
  }
  if (rule.sample !== undefined && drawnFrom !== null)
    sentence += `; of these ${String(drawnFrom)} persons, ${String(Math.min(rule.sample.size, drawnFrom))} are drawn at random (seed ${String(rule.sample.seed)})`;
  if (persons === null) return `${sentence}.`;
  return `${sentence}. That is ${String(persons)} ${persons === 1 ? 'person' : 'persons'}.`;
}

function listed(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)!}`;
}
