/** Handlers that are to hear nothing more. */
import { outcomeOf } from './excel-problem.ts';

/** What cannot be taken away is gone with the workbook or the add-in. */
export async function stopListening(
  handlers: readonly OfficeExtension.EventHandlerResult<never>[],
): Promise<void> {
  await outcomeOf(() =>
    Excel.run(handlers[0]!.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    }),
  );
}
