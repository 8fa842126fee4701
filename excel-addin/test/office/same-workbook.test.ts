/** The workbook that the add-in leaves is the one that `isu analyse` writes: held against it cell by cell. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isu } from '../../../packages/cli/test/command.ts';
import { differences, sheetsOfExcel, sheetsOfFile } from './drawn-sheets.ts';
import {
  documentOf,
  EXPORT_SHEET,
  NEVER,
  nobodyListens,
  openRows,
  placeOf,
  sampleRows,
  valueOf,
} from './excel.ts';

const folder = mkdtempSync(join(tmpdir(), 'isu-addin-'));
const register = join(folder, 'register.xlsx');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
beforeAll(async () => {
  expect(await isu(['sample', '--out', register])).toMatchObject({ code: 0 });
});

async function fileOf(
  settings: Readonly<Record<string, unknown>>,
  language: 'sv' | 'en',
): Promise<Uint8Array> {
  const [out, settingsFile] = [join(folder, 'result.xlsx'), join(folder, 'settings.json')];
  writeFileSync(settingsFile, JSON.stringify({ asOf: '2026-11-22', ...settings }));
  const args = ['analyse', register, '--settings', settingsFile, '--out', out, '--lang', language];
  expect(await isu(args)).toMatchObject({ code: 0, error: '' });
  return new Uint8Array(readFileSync(out));
}

const PUBLICATION = { protection: { mode: 'publication' } };
const SELECTION = { selection: { atLeast: 12 } };

describe.each([
  ['sv', 'internal', SELECTION],
  ['en', 'internal', {}],
  ['sv', 'publication', PUBLICATION],
  ['en', 'publication', PUBLICATION],
] as const)('in %s, %s', (language, _, settings) => {
  it('values, formats, looks, tables, widths, charts, frozen rows and pages are the same', async () => {
    const file = await sheetsOfFile(await fileOf(settings, language));
    const source = {
      name: 'register.xlsx',
      sha256: createHash('sha256').update(readFileSync(register)).digest('hex'),
    };
    const excel = await openRows(sampleRows(), { displayLanguage: language === 'sv' ? 'sv-SE' : 'en-US' });
    const document = await documentOf(excel, await placeOf(excel), { settings, language, source });
    const { sheets } = valueOf(await excel.edge.writeDocument(document, 'keep', nobodyListens, NEVER));
    const drawn = sheetsOfExcel(excel.host, sheets);
    expect(excel.host.workbook.sheets.map(({ name }) => name)).toEqual([EXPORT_SHEET, ...sheets]);
    expect(drawn.map(({ name }) => name)).toEqual(file.map(({ name }) => name));
    expect(drawn.flatMap((sheet, i) => differences(sheet, file[i]!))).toEqual([]);
  });
});
