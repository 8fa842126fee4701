/** English. */
import type { ViewWords } from './view-words.ts';

export const english: ViewWords = {
  views: {
    groups: 'Groups',
    profile: 'Profile',
    concentration: 'Concentration',
    timelines: 'Timelines',
    returns: 'Return',
    years: 'By year',
  },
  chooseView: 'Choose a view',
  with: (count, share) => `${count} (${share})`,
  groups: {
    persons: { header: 'Share of persons', short: 'Persons', tiny: 'Pers.' },
    actualisations: { header: 'Share of actualisations', short: 'Actualisations', tiny: 'Actual.' },
    times: 'How often',
    finding: (ofPersons, ofActualisations) =>
      `${ofPersons} of the persons account for ${ofActualisations} of the actualisations.`,
    group: (name) => `Persons with ${name} actualisations`,
  },
  profile: {
    short: {
      'mean-actualisations': 'Mean',
      'mean-age': 'Mean age',
      'percent-women': 'Women',
      'percent-applications': 'Applied',
      'percent-lob': 'LOB',
      'percent-investigation': 'Investigated',
      investigations: 'Investigations',
      'percent-of-investigations': 'Of all inv.',
      'sex-unknown': 'Sex unknown',
      'age-unknown': 'Age unknown',
      'type-unknown': 'Type missing',
      'investigation-unknown': 'Not decided',
      'referrer-other': 'Others',
    },
    referrer: (name) => `Referrer: ${name}`,
    referrers: 'Referrer (percent of the reports)',
    label: 'Profile of the frequency groups',
  },
  concentration: {
    finding: (persons, ofActualisations) =>
      `${persons} account for ${ofActualisations} of the actualisations.`,
    findingShort: (persons, ofActualisations) =>
      `${persons} of the persons: ${ofActualisations} of the actualisations.`,
    persons: 'Share of persons, the least frequent first',
    personsShort: 'Share of persons',
    actualisations: 'Share of actualisations',
    gini: 'Gini coefficient',
    giniShort: 'Gini',
    mostFrequent: 'The most frequent',
    hidden: 'So few persons come most often that their share cannot be shown.',
    top: (share) => `${share} of the persons`,
    label: 'Lorenz curve',
  },
  timelines: {
    label: (persons) => `Timelines of ${persons} persons, the most frequent first`,
    number: 'Number',
    types: {
      application: 'Application',
      report: 'Report',
      lob: 'LOB',
      other: 'Other',
      unknown: 'Type missing',
    },
    columns: {
      person: 'Person',
      group: 'Frequency group',
      actualisations: 'Actualisations',
      first: 'Earliest',
      last: 'Latest',
      months: 'Months between',
    },
    title: 'Persons, the most frequent first',
  },
  returns: {
    finding: (share, days) => `${share} have come back within ${days} days of their first actualisation.`,
    dayAxis: 'Days from the first actualisation',
    dayAxisShort: 'Days',
    shareAxis: 'Share who have come back',
    atRisk: 'Persons still followed',
    all: 'All',
    interval: (lower, upper) => `95% interval ${lower}–${upper}`,
    within: (days) => `Within ${days} days`,
    label: 'Return after the first actualisation',
  },
  years: {
    mean: (figure) => `Mean ${figure}`,
  },
  pager: { before: 'Previous', after: 'Next', rows: (from, to, of) => `${from}–${to} of ${of}` },
  situations: {
    landingTitle: 'ISU Lathund',
    landing: 'Drag fields here from the Data pane, a row for each actualisation.',
    missing: 'Missing:',
    landingFields: [
      { fields: ['person', 'date'], why: 'needed' },
      { fields: ['number'], why: 'so that two actualisations on one day are not merged' },
      {
        fields: ['type', 'referrer', 'investigation', 'sex', 'age'],
        why: 'for the profile and the timelines',
      },
    ],
    aggregated: 'Or a finished table with person, number, earliest and latest.',
    privacy: 'Everything is worked out here in the report. Nothing is sent anywhere, and nothing is kept.',
    fields: {
      person: 'Person',
      date: 'Date',
      number: 'Actualisation number',
      type: 'Type',
      reason: 'Reason',
      referrer: 'Referrer',
      organisation: 'Organisation',
      investigation: 'Investigation',
      sex: 'Sex',
      age: 'Age',
      rows: 'Number',
      first: 'Earliest',
      last: 'Latest',
      tooltips: 'Tooltips',
    },
    given: 'given',
    loading: (rows) => `${rows} rows\u00a0read\u00a0…`,
    cut: (rows, of) =>
      of === null
        ? `Power BI gave ${rows} rows and then stopped, although there are more.`
        : `Power BI gave ${rows} of ${of} rows and then stopped.`,
    cutMend:
      'Shares of a part of the rows would be wrong, so none are shown. Limit the rows with a filter, by year for example, or use the finished table with a row for each person.',
    empty: 'No rows to show under the filters that are set now.',
  },
};
