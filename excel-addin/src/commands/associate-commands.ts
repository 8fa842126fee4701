/** The ribbon's buttons: each shows the pane, does its action there, and tells Excel that it is over. */
import { COMMANDS, type Actions } from './actions.ts';

/**
 * To be called as soon as Office is ready; a button pressed before the pane stands waits for it.
 *
 * @param pane the pane's actions, once it is drawn
 */
export function associateCommands(pane: Promise<Actions>): void {
  // A catalogue in SharePoint Server leaves the ribbon out of the manifest: no button, and nothing to bind it with.
  const actions = Office.actions as typeof Office.actions | undefined;
  if (!actions) return;
  for (const [name, action] of Object.entries(COMMANDS)) {
    const press = async (event: Office.AddinCommands.Event): Promise<void> => {
      try {
        await Office.addin.showAsTaskpane();
        await (await pane)[action]();
      } finally {
        // Excel lets no other button be pressed until this one is over, whatever came of it.
        event.completed();
      }
    };
    actions.associate(name, press as (event: Office.AddinCommands.Event) => unknown);
  }
}
