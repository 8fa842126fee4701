/** From the export to a comparison of its parts in the workbook, over the real edge. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Pane } from '../../src/pane/model/pane.ts';
import { openRows, sampleRows, type OpenExcel } from '../office/excel.ts';
import { openPane } from './opened-pane.ts';

const RESULT = ['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'];
const COMPARISON = ['översikt', 'tabeller', 'skillnader', 'protokoll'].map((part) => `Jämförelse ${part}`);

let faults: readonly unknown[] = [];
afterEach(() => {
  expect(faults).toEqual([]);
});

const namesIn = ({ host }: OpenExcel) => host.workbook.sheets.map(({ name }) => name);

function valuesOn({ host }: OpenExcel, sheet: string): readonly unknown[] {
  const values: unknown[] = [];
  const area = { row: 0, column: 0, rowCount: 100, columnCount: 20 };
  host.workbook.sheets
    .find(({ name }) => name === sheet)!
    .cells.eachFilled(area, (_, __, value) => values.push(value));
  return values;
}

describe('a comparison', () => {
  let excel: OpenExcel;
  let pane: Pane;
  beforeAll(async () => {
    excel = await openRows(sampleRows());
    const opened = openPane(excel);
    ({ pane } = opened);
    faults = opened.faults;
    await pane.open();
    await pane.comparison.begin();
  });

  it('begins with two periods of the export, and has nothing to write before it is counted', async () => {
    expect(pane.state).toMatchObject({
      problem: null,
      comparing: {
        chosen: {
          by: 'periods',
          periods: [{ from: '2017-01-01', to: '2019-12-31' }, { from: '2020-01-01' }],
        },
        shown: null,
      },
    });
    await pane.comparison.write();
    expect(namesIn(excel)).toEqual(['Aktualiseringar']);
  });

  it('is written in sheets of its own, beside the result, and takes the place of its own only', async () => {
    await pane.write();
    await pane.comparison.compare();
    await pane.comparison.write();
    expect(pane.state).toMatchObject({ problem: null, said: { kind: 'written', sheets: COMPARISON } });
    expect(namesIn(excel)).toEqual(['Aktualiseringar', ...RESULT, ...COMPARISON]);
    // 1 830 rows of the sample are of 2017 to 2019, of 469 persons; 1 635 later, of 409.
    expect(valuesOn(excel, COMPARISON[0]!)).toEqual(
      expect.arrayContaining([469, 1830, 409, 1635, 679, 3465]),
    );
    await pane.comparison.write();
    await pane.write();
    expect(namesIn(excel).toSorted()).toEqual(['Aktualiseringar', ...RESULT, ...COMPARISON].toSorted());
  });

  it('asks before a sheet of it that the user has changed is written over', async () => {
    excel.host.user.type(`${COMPARISON[1]!}!A1`, 'mitt');
    await pane.comparison.write();
    expect(pane.state.overwriting).toMatchObject({
      writing: 'comparison',
      changed: [{ name: COMPARISON[1] }],
    });
    await pane.overwrite('beside');
    expect(namesIn(excel)).toContain(`${COMPARISON[1]!} (2)`);
  });

  it('says what cannot be compared, and what was shown stands', async () => {
    pane.comparison.choose({ population: { '2017–2019': 'många' } });
    await pane.comparison.compare();
    expect(pane.state.problem?.code).toBe('wrong-population');
    expect(pane.state.comparing?.shown).not.toBeNull();
  });

  it('is stopped, and what was shown stands', async () => {
    pane.comparison.choose({ population: {}, by: 'group' });
    const comparing = pane.comparison.compare();
    await expect.poll(() => pane.state.busy?.canStop).toBe(true);
    pane.stop();
    await comparing;
    expect(pane.state).toMatchObject({ said: { kind: 'stopped' }, busy: null });
    expect(pane.state.comparing?.shown?.parts).toEqual(['2017–2019', expect.any(String)]);
  });

  it('goes when other limits are counted, and begins anew with them', async () => {
    pane.fill({ from: '2020-01-01', publication: true });
    expect(pane.state.comparing).toBeNull();
    await pane.comparison.begin();
    await pane.comparison.compare();
    expect(pane.state.comparing?.chosen.periods[0]).toMatchObject({ from: '2020-01-01', to: '2020-12-31' });
    expect(pane.state.comparing?.shown?.document.document.marking).toBeNull();
  });
});
