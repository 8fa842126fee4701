/** Formulas as a Swedish Excel takes them (Microsoft, "Change the decimal separator"), and as files keep them. */
import { newWorkbook } from 'isu-excel-host';
import { describe, expect, it } from 'vitest';
import { keptFormula, typedFormula } from '../src/workbook/typed-formula.ts';

const SWEDISH = newWorkbook('sv-SE');
const BRITISH = newWorkbook('en-GB');

describe('a formula', () => {
  it.each([
    ['=ISU.ANTAL(A2:A3466;A2:A3466;C2:C3466)', '=ISU.ANTAL(A2:A3466,A2:A3466,C2:C3466)'],
    ['=ROUND(A1*0,25;2)', '=ROUND(A1*0.25,2)'],
    [
      '=IF(A1="1,5; ja";\'Blad 1,5\'!A1;Tabell[[Kol;1,5]])',
      '=IF(A1="1,5; ja",\'Blad 1,5\'!A1,Tabell[[Kol;1,5]])',
    ],
    ['=SUM({1,5\\2;3\\4})', '=SUM({1.5,2;3,4})'],
    ['=1,5', '=1.5'],
  ])('%s is kept as %s where numbers have a comma', (typed, kept) => {
    expect(keptFormula(typed, SWEDISH)).toBe(kept);
  });

  it.each([
    '=ISU.PERSONER(A2:A9;C2:C9;"hela")',
    '=ROUND(A1*0,25;2)',
    '=SUM({1,5\\2;3\\4})&";"',
    "='Blad 1,5'!A1",
  ])('%s is shown as it was typed', (typed) => {
    expect(typedFormula(keptFormula(typed, SWEDISH), SWEDISH)).toBe(typed);
  });

  it('is kept as typed where numbers have a point', () => {
    expect(keptFormula('=SUM(1.5,2)', BRITISH)).toBe('=SUM(1.5,2)');
    expect(typedFormula('=SUM(1.5,2)', BRITISH)).toBe('=SUM(1.5,2)');
  });
});
