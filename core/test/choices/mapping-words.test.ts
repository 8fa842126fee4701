/** A host that lets columns and codes be chosen calls them what the protocol calls them. */
import { expect, it } from 'vitest';
import { mappingWords } from '../../src/document/mapping-words.ts';
import { knownCodes } from '../../src/register/codes.ts';
import { ROLES } from '../../src/register/roles.ts';

it.each(['sv', 'en'] as const)('every role and every code has a word in %s', (language) => {
  const { roles, codes } = mappingWords(language);
  for (const role of ROLES) expect(roles[role]).toMatch(/\p{L}{3}/u);
  for (const role of ['type', 'investigation', 'sex'] as const)
    for (const code of knownCodes(role)!) expect(codes[code]).toMatch(/\p{L}{2}/u);
});

it('in Swedish they are the words of the report', () => {
  expect(mappingWords('sv').roles.referrer).toBe('Aktualiserande part');
  expect(mappingWords('sv').codes['report']).toBe('anmälan');
});
