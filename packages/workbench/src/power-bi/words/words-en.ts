/** The words of the tab Power BI in English. */
import type { PowerBiWords } from './words.ts';

export const english: PowerBiWords = {
  tabs: 'Programs',
  excel: 'Excel',
  powerBi: 'Power BI',
  pane: 'Power BI: the visual ISU Lathund',
  missing:
    'The visual is not built. Run npm run build, or npm start which does everything, and reload the page.',
  empty: 'The workbook has no sheet with data. Open an export or show the sample.',
  fault: (message) => `A fault in the visual: ${message}`,
  what: 'The packaged visual in a make-believe report, fed from the workbook.',
  frame: 'The visual',
  size: 'Size',
  fill: 'Fill the room',
  pixels: (width, height) => `${String(width)} × ${String(height)}`,
  theme: 'Theme',
  themes: {
    light: 'Light',
    dark: 'Dark',
    'contrast-black': 'High contrast, black',
    'contrast-white': 'High contrast, white',
  },
  locale: 'Language',
  locales: { 'sv-SE': 'Swedish', 'en-US': 'English' },
  parts: { fields: 'Fields', format: 'Format', host: 'Host', calls: 'Calls' },
  sheet: 'Table',
  none: '–',
  count: 'Count of rows',
  standard: 'Default',
  yes: 'Yes',
  no: 'No',
  windowRows: 'Rows in each window',
  fetching: 'When more rows are asked for',
  fetchings: {
    all: 'they are sent',
    cut: 'refused after three windows',
    silent: 'nothing comes after three windows',
    restart: 'it begins anew once',
  },
  hostHint:
    'This is how Power BI hands over rows: window by window, as many as the visual asks for and the host gives.',
  calls: 'The visual’s calls to its host, the latest first',
  times: (count) => `${String(count)} times`,
  filtered: (persons, kept, of) =>
    `Filtered by Power BI: ${persons === 1 ? '1 person' : `${String(persons)} persons`}, ${kept} of ${of} rows`,
  clearFilter: 'Clear the filter',
};
