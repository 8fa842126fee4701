/** The lathund as text for Power BI: DAX, Power Query and a theme, from one definition; and as SQL, to prove it by. */
export {
  ALL_MEASURES,
  DERIVED_COLUMNS,
  FREQUENCY_GROUPS,
  MEASURES,
  PERSON_COLUMNS,
  PERSONS,
  ROWS,
  THRESHOLD,
} from './lathund.ts';
export { DAX_FILES, POWER_QUERY_FILES, REPORT_FILES, THEME_FILE, type ReportFile } from './files.ts';
export { reportTheme } from './theme.ts';
