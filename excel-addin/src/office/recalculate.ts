/** Has every formula of the open workbooks worked out anew, as Ctrl+Alt+F9 does. */
export async function recalculate(): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.application.calculate(Excel.CalculationType.full);
    await context.sync();
  });
}
