/** What a case worker does beside looking: columns and codes, settings, pseudonyms, other figures, a check of tables. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isu } from '../../packages/cli/test/command.ts';
import { accessibilityViolations } from './axe.ts';
import { dropFile } from './browser.ts';
import { COLOURS, cutOffTexts, faintTexts } from './reading.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();
const { openPage } = workbench;

/** Personnummer of Skatteverket's test series; a type that is not recognised. */
const REGISTER = [
  'Klient;Inkom datum;Typ;Anmälare',
  '19811218-9876;2023-03-01;Ansökan;Polis',
  '19811218-9876;2023-05-01;Webb;Grannen',
  '19900101-2395;2023-04-02;Anmälan;Polisen',
  '19811218-9876;2024-05-03;LOB;Polis',
  '',
].join('\r\n');
const WITHOUT_PERSON = REGISTER.replace('Klient', 'Vem');
const PERSON_NUMBER = /\d{8}-?\d{4}|\d{6}-\d{4}/;

async function open(page: Page, content = REGISTER, name = 'eget.csv'): Promise<void> {
  await dropFile(page, '.drop-zone', name, content);
  await page.getByText(`Resultat för ${name}`, { exact: true }).waitFor();
}

/** The bytes that a button saves, kept under a name in the folder of the tests. */
async function saved(page: Page, button: string, name: string): Promise<{ name: string; path: string }> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await started;
  const path = join(workbench.folder, name);
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

/** The workbook that the command makes of the same file with the settings that the page has saved. */
async function workbookOfTheCommand(settings: string): Promise<Buffer> {
  const file = join(workbench.folder, 'eget.csv');
  writeFileSync(file, REGISTER);
  const out = join(workbench.folder, 'kommando.xlsx');
  const { code, error } = await isu(['analyse', file, '--settings', settings, '--out', out]);
  expect([code, error]).toEqual([0, '']);
  return readFileSync(out);
}

const applications = (page: Page) =>
  page.locator('#table-group-profile tr', { hasText: 'Andel ansökan' }).locator('td').last();

describe('columns and codes', () => {
  test('open themselves where the person is not found, and the keyboard mends it', async () => {
    const page = await openPage();
    await dropFile(page, '.drop-zone', 'eget.csv', WITHOUT_PERSON);
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('Du kan välja kolumnen');
    const menu = page.getByLabel('Kolumn för Person');
    await menu.focus();
    await page.keyboard.type('Vem');
    await page.keyboard.press('Enter');
    await page.getByText('Resultat för eget.csv', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('column-person');
    const row = page.locator('.mapping tr', { has: page.locator('#column-person') });
    expect(await row.innerText()).toContain('vald av dig');
    expect(await row.innerText()).toContain('19811218-9876');
  });

  test('tell how sure they are and why; a value is taken for something else, and back', async () => {
    const page = await openPage();
    await open(page);
    expect(await page.locator('#mapping').innerText()).toMatch(
      /4 av 10 kolumner hittade\s*· 1 att kontrollera/,
    );
    await page.getByRole('tab', { name: 'Tabeller' }).click();
    expect(await applications(page).innerText()).toBe('25\u00a0%');
    await page.locator('#mapping').click();
    const type = page.locator('.mapping tr', { has: page.locator('#column-type') });
    expect(await type.innerText()).toMatch(/trolig\s+efter rubriken; 75\s%/);
    await page.locator('#values-type').click();
    await page.getByLabel('Aktualiseringstyp: Webb tas för').selectOption('ansökan');
    await expect.poll(() => applications(page).innerText()).toBe('50\u00a0%');
    expect(await page.locator('#mapping').innerText()).toMatch(/1 valda av dig/);
    await page.locator('#values-referrer').click();
    await page.getByLabel('Aktualiserande part: Polis tas för').fill('Polisregion Mitt');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#table-group-profile').innerText()).toContain('Polisregion Mitt');
    await page.getByRole('button', { name: 'Tillbaka till det som hittades' }).click();
    await expect.poll(() => applications(page).innerText()).toBe('25\u00a0%');
    expect(await page.locator('#table-group-profile').innerText()).not.toContain('Polisregion Mitt');
  });

  test('are saved by themselves and opened for another file', async () => {
    const page = await openPage();
    await dropFile(page, '.drop-zone', 'ett.csv', WITHOUT_PERSON);
    await page.getByLabel('Kolumn för Person').selectOption('Vem');
    await page.getByText('Resultat för ett.csv', { exact: true }).waitFor();
    const mapping = await saved(page, 'Spara kolumner och koder', 'kolumner.json');
    expect(mapping.name).toBe('isu-kolumner.json');
    const another = await openPage();
    await dropFile(another, 'h1', 'kolumner.json', readFileSync(mapping.path));
    await open(another, WITHOUT_PERSON, 'två.csv');
    expect(await another.getByRole('alert').innerText()).toBe('');
  });
});

describe('settings', () => {
  test('saved by the page give the command the same workbook, to the last byte', async () => {
    const page = await openPage();
    await open(page);
    await page.getByLabel('Till och med').fill('2023-12-31');
    await page.getByText('Fler val').click();
    await page.getByLabel('Frekvensgruppernas nedre gränser').fill('1, 2, 4');
    await page.getByLabel('Månader mellan första och sista').selectOption('Antal månadsskiften');
    await page.getByLabel('Bakgrundsfaktorerna är procent av').selectOption('Personer');
    await page.getByText('Vad som visas').click();
    await page.getByLabel('Återaktualisering även efter').selectOption('Frekvensgrupp');
    await page.getByText('Urval till aktgranskning').click();
    await page.getByLabel('Så många på måfå').fill('1');
    await page.getByRole('button', { name: 'Räkna om' }).click();
    await page.getByRole('tab', { name: 'Tabeller' }).click();
    await page.getByText('Återaktualisering efter frekvensgrupp').waitFor();
    await page.getByText('Spara eller öppna inställningar').click();
    const settings = await saved(page, 'Spara inställningarna', 'inställningar.json');
    expect(JSON.parse(readFileSync(settings.path, 'utf8'))).toEqual({
      period: { to: '2023-12-31' },
      groups: [1, 2, 4],
      months: 'boundaries',
      profileBase: 'persons',
      returnBy: 'group',
      selection: { sample: { size: 1 } },
    });
    const workbook = await saved(page, 'Spara som Excel', 'sida.xlsx');
    expect((await workbookOfTheCommand(settings.path)).equals(readFileSync(workbook.path))).toBe(true);
  });

  test('opened from a file are applied; what has no field is shown, and can be taken away', async () => {
    const page = await openPage();
    await open(page);
    const settings = { lowestAge: 40, types: ['LOB', 'Ansökan'], asOf: '2024-01-01' };
    await dropFile(page, '.drop-zone', 'vuxen.json', JSON.stringify(settings));
    await expect.poll(() => page.getByLabel('Lägsta ålder').inputValue()).toBe('40');
    expect(await page.locator('.kept').innerText()).toMatch(/Också i filen\s+Analysdag: 2024-01-01/);
    expect(await page.locator('#more').innerText()).toBe('Fler val · används');
    expect(await page.locator('#selection').innerText()).toBe('Urval till aktgranskning');
    await page.getByText('Fler val').click();
    const types = page.getByRole('group', { name: 'Bara dessa typer' });
    await expect.poll(() => types.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await page.getByRole('tab', { name: 'Radredovisning' }).click();
    expect(await page.locator('#table-warnings tbody tr').count()).toBe(1);
    await page.getByRole('button', { name: 'Ta bort: Analysdag' }).click();
    await expect.poll(() => page.locator('#table-warnings').count()).toBe(0);
    await page.getByRole('button', { name: 'Stäng' }).click();
    await expect.poll(() => page.getByLabel('Lägsta ålder').inputValue()).toBe('');
  });

  test('that are wrong are refused with the sentence of the command, and the result stands', async () => {
    const page = await openPage();
    await open(page);
    await dropFile(page, '.drop-zone', 'fel.json', '{"perod": {}}');
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toContain('fel.json: Inställningen «perod» finns inte. Närmast är «period».');
    expect(await page.getByRole('tab').count()).toBe(5);
    await page.getByText('Fler val').click();
    await page.getByLabel('Frekvensgruppernas nedre gränser').fill('3, 2');
    await page.getByRole('button', { name: 'Räkna om' }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('«groups» [3,2]');
  });
});

describe('pseudonyms', () => {
  test('are made with a key that is shown once, saved by the user and kept nowhere', async () => {
    const page = await openPage();
    await open(page);
    await page.getByText('Koder i stället för personnummer').click();
    await page.getByRole('button', { name: 'Gör en ny nyckel' }).click();
    const digits = (await page.locator('#key-text').innerText()).replaceAll(' ', '');
    expect(digits).toMatch(/^[0-9a-f]{64}$/);
    const key = await saved(page, 'Spara nyckelfilen och använd den', 'isu-nyckel.txt');
    expect(key.name).toBe('isu-nyckel.txt');
    expect(readFileSync(key.path, 'utf8')).toMatch(new RegExp(`^ISU-nyckel 1\\n[^]*${digits}\\n$`));
    await page.getByText('Personerna visas med koder, gjorda med isu-nyckel.txt.').waitFor();
    await page.getByRole('tab', { name: 'Personer' }).click();
    const codes = await page.locator('#table-persons tbody th').allInnerTexts();
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
    await page.locator('#mapping').click();
    const html = await page.content();
    expect(html).not.toMatch(PERSON_NUMBER);
    expect(html.replace(/\s/g, '')).not.toContain(digits);

    await page.getByText('Spara eller öppna inställningar').click();
    const settings = await saved(page, 'Spara inställningarna', 'kodade.json');
    expect(readFileSync(settings.path, 'utf8')).not.toContain(digits);
    const workbook = await saved(page, 'Spara som Excel', 'kodad.xlsx');
    expect((await workbookOfTheCommand(settings.path)).equals(readFileSync(workbook.path))).toBe(true);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
    ]);
    expect(kept).toEqual([0, 0, 0]);
  });

  test('asked for by settings show nobody until the key is open', async () => {
    const page = await openPage();
    await open(page);
    await dropFile(page, '.drop-zone', 'kod.json', '{"pseudonymKeyFile": "nyckel.txt"}');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('Öppna nyckelfilen');
    await page.locator('#mapping').click();
    expect(await page.content()).not.toMatch(PERSON_NUMBER);
    await page.locator('#open-key').setInputFiles({
      name: 'nyckel.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('en egen hemlig nyckel som är lång nog'),
    });
    await page.getByText('gjorda med nyckel.txt').waitFor();
    await page.getByRole('button', { name: 'Visa personerna utan koder' }).click();
    await page.getByRole('tab', { name: 'Personer' }).click();
    await expect.poll(() => page.locator('#table-persons').innerText()).toMatch(PERSON_NUMBER);
  });
});

describe('the check', () => {
  const PUBLISHED = readFileSync(
    new URL('../../core/test/check/fixtures/published-tables.json', import.meta.url),
  );

  test('finds in the printed tables of the reports what the command finds', async () => {
    const page = await openPage('?lang=en');
    await page.getByRole('button', { name: 'Check tables' }).click();
    await dropFile(page, 'h1', 'tabeller.json', PUBLISHED);
    const found = page.locator('.contradictions li');
    await found.first().waitFor();
    const file = join(workbench.folder, 'tabeller.json');
    writeFileSync(file, PUBLISHED);
    const { out } = await isu(['check', file, '--lang', 'en']);
    const lines = (await found.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').toLowerCase());
    const told = out.trimEnd().split('\n');
    expect(lines).toHaveLength(told.length);
    told.forEach((line, at) => {
      expect(line.replace(/\s+/g, ' ').toLowerCase().replace(': printed', ' printed')).toBe(lines[at]);
    });
    expect(await page.locator('#check-outcome h3').innerText()).toMatch(
      new RegExp(`^${String(told.length)} contradictions among [\\d,]+ figures$`),
    );
  });

  test('says honestly what it means that nothing was found, and leaves the register open', async () => {
    const page = await openPage();
    await open(page);
    await page.getByRole('button', { name: 'Kontrollera tabeller' }).click();
    const table = 'Tabell 1;;\nGrupp;Antal;Procent\n1;300;44 %\n2;379;56 %\nTotalt;679;100 %\n';
    await page.locator('#tables').setInputFiles({
      name: 'tabell.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    });
    await page.getByText('Inga motsägelser hittades bland 6 tal').last().waitFor();
    expect(await page.locator('#check-outcome').innerText()).toContain('stämmer med verkligheten');
    await dropFile(page, 'h1', 'trasig.json', '{');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('inte giltig JSON');
    expect(await page.locator('#check-outcome').innerText()).toBe('');
    await page.getByRole('button', { name: 'Räkna på ett register' }).click();
    expect(await page.locator('.result-for').first().innerText()).toBe('Resultat för eget.csv');
  });
});

test.each([
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
])(
  'on a screen of $width pixels all that is folded can be read, named and is not cut off',
  async (viewport) => {
    const page = await openPage('', { viewport });
    await dropFile(
      page,
      '.drop-zone',
      'vuxen.json',
      '{"asOf": "2024-01-01", "columns": {"person": "Klient"}}',
    );
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('Klient');
    await open(page);
    for (const fold of await page.locator('summary').all())
      if (!(await fold.evaluate((each) => each.parentElement!.hasAttribute('open')))) await fold.click();
    await page.locator('#code-type-0').waitFor();
    await page.getByLabel('För publicering').check();
    await page.getByRole('button', { name: 'Gör en ny nyckel' }).click();
    await page.locator('#key-text').waitFor();
    const readable = async () => {
      for (const colours of COLOURS) {
        await page.emulateMedia(colours);
        expect(await faintTexts(page)).toEqual([]);
      }
      expect(await accessibilityViolations(page)).toEqual([]);
      await expect.poll(() => cutOffTexts(page)).toEqual([]);
    };
    await readable();
    await page.getByRole('button', { name: 'Kontrollera tabeller' }).click();
    await dropFile(page, 'h1', 'tabell.csv', 'Grupp;Antal\nA;300\nB;379\nTotalt;697\n');
    await page.locator('.contradictions li').waitFor();
    await readable();
  },
);
