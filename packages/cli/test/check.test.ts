/** `isu check`: one line for each contradiction on standard output; exit 0 where there is none, 1 where there is one. */
import { describe, expect, it } from 'vitest';
import { isu, workFolder } from './command.ts';

const folder = workFolder();
/** 12 of 30 are 40 %, 18 are 60 %. */
const AGREES = 'Kön;Antal;Procent\nMän;12;40 %\nKvinnor;18;60 %\nTotalt;30;100 %\n';

describe('isu check', () => {
  it('is silent where the table agrees with itself', async () => {
    const file = folder.write('agrees.csv', AGREES);
    expect(await isu(['check', file])).toMatchObject({ code: 0, out: '', error: '' });
  });

  it.each([
    ['sv', '31'],
    ['en', '31'],
  ])('says in %s what is wrong and what it should be', async (language, printed) => {
    const file = folder.write('sum.csv', AGREES.replace('Totalt;30', `Totalt;${printed}`));
    const { code, out, error } = await isu(['check', file, '--lang', language]);
    expect([code, error]).toEqual([1, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines.some((line) => line.includes(printed) && line.includes('30'))).toBe(true);
  });

  it.each([
    ['missing.json', null, /finns inte/],
    ['broken.json', '{', /broken\.json.*inte giltig JSON/],
    ['empty.csv', '', /empty\.csv: .*tom/],
  ])('answers %s with one line and exit code 2', async (name, content, sentence) => {
    if (content !== null) folder.write(name, content);
    const { code, out, error } = await isu(['check', folder.at(name)]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/^[^\n]+\n$/);
    expect(error).toMatch(sentence);
  });
});
