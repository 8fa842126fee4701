/** Calls of `isu review` that are wrong, read without running them: each a sentence with the right word or the mend. */
import { describe, expect, it } from 'vitest';
import { readCall } from '../src/call.ts';

describe('a wrong call of isu review', () => {
  const calls: (readonly [call: string, sv: RegExp, en: RegExp])[] = [
    ['review', /Ange vad som ska göras med granskningen: isu review new/, /Say what to do with the review/],
    ['review tabels x.xlsx', /Närmast är «review tables»/, /The nearest is "review tables"/],
    ['reveiw new x.xlsx', /Närmast är «review»/, /The nearest is "review"/],
    ['review new', /isu review new REGISTER/, /isu review new REGISTER/],
    ['review tables', /isu review tables GRANSKNING/, /isu review tables REVIEW/],
    ['review fill', /isu review fill GRANSKNING REGISTER/, /isu review fill REVIEW REGISTER/],
    ['review fill a.xlsx', /isu review fill a\.xlsx REGISTER/, /isu review fill a\.xlsx REGISTER/],
    ['review fill a.xlsx b.csv c.csv', /också «c\.csv» är angiven/, /"c\.csv" is given too/],
    ['review tables a.xlsx b.xlsx', /skriv --second b\.xlsx/, /write --second b\.xlsx/],
    ['review form a.xlsx', /--check a\.xlsx prövar/, /--check a\.xlsx tries/],
    ['review tables a.xlsx --by 16', /--by 16 saknar sin --across/, /--by 16 lacks its --across/],
    ['review tables a.xlsx --across 16', /--across 16 saknar sin --by/, /--across 16 lacks its --by/],
    ['review tables a.xlsx --publication=yes', /--publication tar inget/, /--publication takes no value/],
    ['review tables a.xlsx --rader AB', /Närmast är --reader/, /The nearest is --reader/],
    [
      'review new a.csv --json -',
      /--json hör till isu analyse, isu compare och isu review tables och kan inte/,
      /--json belongs to/,
    ],
    ['review new a.csv --period 2017', /«period» är en inställning/, /"period" is a setting/],
    [
      'analyse a.csv --publication',
      /--publication hör till isu compare och isu review tables och kan inte/,
      /--publication belongs to/,
    ],
  ];

  it.each(calls)('isu %s', (call, sv, en) => {
    const read = readCall(call.split(' ')).call;
    expect(read.ok ? null : [read.problem.sv, read.problem.en]).toEqual([
      expect.stringMatching(sv),
      expect.stringMatching(en),
    ]);
  });
});

describe('a call of isu review', () => {
  it('sets items against each other in the order they are named', () => {
    const args = 'review tables a.xlsx --by 16 --across 25 --publication --by sex --across housing'.split(
      ' ',
    );
    const { call } = readCall(args);
    expect(call).toMatchObject({
      ok: true,
      value: {
        command: 'review tables',
        file: 'a.xlsx',
        flags: new Set(['publication']),
        crosses: [
          { by: '16', across: '25' },
          { by: 'sex', across: 'housing' },
        ],
      },
    });
  });

  it('fills a review from a register, named in that order', () => {
    expect(readCall(['review', 'fill', 'a.xlsx', 'b.csv', '--lang', 'en'])).toMatchObject({
      language: 'en',
      call: { value: { file: 'a.xlsx', register: 'b.csv' } },
    });
  });
});
