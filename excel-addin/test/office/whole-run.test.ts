/** A run as the pane makes it, within its budgets of requests and bytes, in every Excel. */
import { COLUMNS, HEADER, largeRegister } from 'isu-sample-register';
import { describe, expect, it } from 'vitest';
import { documentOf, NEVER, nobodyListens, openRows, placeOf, sampleRows, valueOf } from './excel.ts';

const MEGABYTE = 1024 * 1024;

describe.each(['pc', 'mac', 'web'] as const)('on %s', (platform) => {
  it.each(['1.13', '1.17'])(
    'at ExcelApi %s the sample register is found, read, written and stored in 25 requests',
    async (excelApi) => {
      const excel = await openRows(sampleRows(), { platform, excelApi });
      const place = await placeOf(excel);
      const document = await documentOf(excel, place);
      const written = await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER);
      valueOf(await excel.edge.storeSettings({ place: { sheet: place.sheet, table: place.table } }));
      expect(valueOf(written)).toEqual({
        sheets: ['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'],
        kept: [],
        hasPageSetup: true,
      });
      expect(excel.host.traffic.syncs).toBeLessThanOrEqual(25);
      expect(excel.host.traffic.largestRequest).toBeLessThanOrEqual(4 * MEGABYTE);
      expect(excel.host.traffic.largestResponse).toBeLessThanOrEqual(4 * MEGABYTE);
    },
  );
});

describe('a register of 100,000 rows and nine columns', () => {
  it('is read and written in pieces of at most 4 MB, in at most 120 requests', async () => {
    const excel = await openRows(manyRows(100_000), { platform: 'web', asTable: false });
    const place = await placeOf(excel);
    const document = await documentOf(excel, place);
    const persons = document.sheets[1]!.blocks.find((block) => block.kind === 'table')!;
    expect(persons.rows.length).toBeGreaterThan(19_000);
    valueOf(await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER));
    expect(excel.host.traffic.syncs).toBeLessThanOrEqual(120);
    expect(excel.host.traffic.largestRequest).toBeLessThanOrEqual(4 * MEGABYTE);
    expect(excel.host.traffic.largestResponse).toBeLessThanOrEqual(4 * MEGABYTE);
    const { syncs } = excel.host.traffic;
    expect(valueOf(await excel.edge.madeSheets()).every(({ isChanged }) => !isChanged)).toBe(true);
    valueOf(await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER));
    expect(excel.host.traffic.syncs - syncs).toBeLessThanOrEqual(120);
  });
});

/** The large register of the sample, with a column more than the report's. */
function manyRows(count: number): (string | number)[][] {
  const rows: (string | number)[][] = [[...HEADER, 'Anteckning']];
  for (const row of largeRegister({ rows: count }).rows) {
    const cells = COLUMNS.map(({ field }) => (field === 'day' ? row.day + 25_569 : row[field]));
    rows.push([...cells, `Ärende ${String(row.number)} – handlagt på Vuxenenheten`]);
  }
  return rows;
}
