/** A workbook with a review in it and no export, as one that came as a file: the pane opens at the review. */
import { expect, it } from 'vitest';
import { openRows, sampleRows, EXPORT_SHEET } from '../../office/excel.ts';
import { openPane } from '../opened-pane.ts';

it('opens at the review where there is no export, and says so where there is neither', async () => {
  const excel = await openRows(sampleRows());
  const { pane } = openPane(excel);
  await pane.open();
  await pane.review.make({
    form: 'light',
    persons: 'most-returning',
    layout: 'rows',
    readers: '',
    years: null,
  });
  const remove = (names: (name: string) => boolean) =>
    excel.host.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name,items/visibility');
      await context.sync();
      for (const sheet of worksheets.items.filter(({ name }) => names(name))) {
        sheet.visibility = 'Visible';
        sheet.delete();
      }
      await context.sync();
    });

  await remove((name) => name === EXPORT_SHEET);
  const later = openPane(excel).pane;
  await later.begin();
  expect(later.state.view).toBe('review');

  await excel.host.Excel.run(async (context) => {
    context.workbook.worksheets.add('Tomt');
    await context.sync();
  });
  await remove((name) => name !== 'Tomt');
  const last = openPane(excel).pane;
  await last.begin();
  expect(last.state).toMatchObject({ view: 'steps', place: null });
  expect(last.state.problem).not.toBeNull();
});
