/**
 * What the ribbon asks of the pane. The pane implements it for its own buttons too, so that an Excel without the tab
 * (or a catalogue that leaves it out) lacks nothing. Each action tells its outcome in the pane, in words: a promise here
 * says only that it is over.
 */
export interface Actions {
  /** Kör igen: the stored settings on the rows as they are now, written to the workbook. */
  runAgain(): Promise<void>;
  /** Lägg till kolumner: the choice of columns beside the export. */
  addColumns(): Promise<void>;
  /** Urval: the selection for the case-file review. */
  select(): Promise<void>;
  /** Hjälp. */
  help(): Promise<void>;
}

/**
 * Names by which the manifest's buttons know the actions. The button Lathund is not among them: the manifest itself
 * opens the pane (`ShowTaskpane`), which works also while the add-in has yet to load.
 */
export const COMMANDS: Readonly<Record<string, keyof Actions>> = {
  'ISU.RunAgain': 'runAgain',
  'ISU.AddColumns': 'addColumns',
  'ISU.Select': 'select',
  'ISU.Help': 'help',
};
