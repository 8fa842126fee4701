import { readFileSync } from 'node:fs';
import ExcelJs from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityViolations } from './axe.ts';
import { dropFile, watchedPage } from './browser.ts';
import { COLOURS, cutOffTexts, faintTexts } from './reading.ts';
import { useWorkbench } from './workbench.ts';

/** Two persons: A twice, B once; a day and age that no limit of the sample would let through. */
const OWN_REGISTER =
  'Klient;Inkom datum;Typ\r\nA;2023-03-01;Ansökan\r\nB;2023-04-02;Anmälan\r\nA;2024-05-03;LOB\r\n';
const PICTURE = Uint8Array.of(
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  13,
  0x49,
  0x48,
  0x44,
  0x52,
);

/** Every fifth pair of rows in a home of their own; some of two kinds of abuse. */
const WITH_HOUSING = [
  'Klient;Inkom datum;Boende;Missbruk',
  ...Array.from({ length: 40 }, (_, n) => {
    const abuse = ['Alkohol', '"Alkohol; Spel"', 'Spel', ''][n % 4]!;
    return `K${String(n % 30)};2021-03-01;${n % 5 < 2 ? 'Eget' : 'Andra hand'};${abuse}`;
  }),
].join('\r\n');

const valuesOf = (inputs: (HTMLElement | SVGElement)[]) =>
  inputs.map((input) => (input as HTMLInputElement).value);

const workbench = useWorkbench();
const { openPage } = workbench;

const headline = (page: Page) => page.locator('#sheet-overview .paragraph').first();
const fact = (page: Page, label: string) =>
  page
    .locator('#sheet-overview dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd');

describe('the page opens with the sample register', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage('', {}, 'kept');
  });
  afterAll(workbench.endKept);

  test('and its finding: 13 % of the persons stand for 55 % of the actualisations', async () => {
    expect(await headline(page).innerText()).toMatch(/^13\s%.*86.*55\s%/);
    expect(await fact(page, 'Personer').innerText()).toBe('679');
    expect(await fact(page, 'Aktualiseringar').innerText()).toBe('3\u00a0465');
  });

  test('and shows both charts as pictures with a sentence, and every figure at its column', async () => {
    const charts = page.getByRole('img');
    expect(await charts.count()).toBe(2);
    expect(await charts.first().getAttribute('aria-label')).toContain('86 personer');
    const values = await page.locator('#chart-groups .isu-chart-value').allTextContents();
    expect(values.map((value) => value.replace(/\s/g, ''))).toEqual(
      expect.arrayContaining(['300', '91', '144', '58', '86', '182', '579', '493', '1911']),
    );
  });

  test('and has the tables, the row account and the protocol of the workbook behind tabs', async () => {
    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      ...['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'],
    ]);
    await page.getByRole('tab', { name: 'Tabeller' }).click();
    const total = page.locator('#table-actualisations-by-group tr.total');
    expect(await total.locator('th, td').allInnerTexts()).toEqual([
      'Totalt',
      '679',
      '3\u00a0465',
      '100\u00a0%',
    ]);
    expect(await page.locator('#table-group-profile tbody tr').count()).toBeGreaterThan(10);
    await page.getByRole('tab', { name: 'Radredovisning' }).click();
    expect(await page.locator('#table-row-account tr.total').innerText()).toMatch(/3\s465/);
    await page.getByRole('tab', { name: 'Protokoll' }).click();
    expect(await page.getByRole('tabpanel').innerText()).toContain('2017-01-01 – 2022-06-30');
  });

  test('and marks it as internal in every part', async () => {
    expect(await page.locator('.sheet .marking').allTextContents()).toEqual(
      Array<string>(5).fill('Internt arbetsmaterial – omfattas av sekretess'),
    );
  });

  test('and shows fifty persons first, more when asked, and those searched for', async () => {
    await page.getByRole('tab', { name: 'Personer' }).click();
    const rows = page.locator('#table-persons tbody tr');
    expect(await rows.count()).toBe(50);
    await page.getByRole('button', { name: 'Visa 200 till' }).click();
    await expect.poll(() => rows.count()).toBe(250);
    const person = await rows.nth(7).locator('th').innerText();
    await page.getByLabel('Sök i tabellen').fill(person.replace('-', ''));
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain(person);
    await page.getByLabel('Sök i tabellen').fill('finns inte');
    await expect.poll(() => page.locator('#table-persons .row-count').innerText()).toBe('Ingen rad har det.');
  });
});

describe('a person drops a file of their own', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage('', {}, 'kept');
  });
  afterAll(workbench.endKept);

  test('and sees its figures, without the limits of the sample', async () => {
    await dropFile(page, '.drop-zone', 'eget.csv', OWN_REGISTER);
    await expect.poll(() => page.locator('.result-for').innerText()).toBe('Resultat för eget.csv');
    expect(await fact(page, 'Personer').innerText()).toBe('2');
    expect(await fact(page, 'Aktualiseringar').innerText()).toBe('3');
    expect(await page.getByLabel('Från och med').inputValue()).toBe('');
  });

  test('also beside the zone, and the page stays', async () => {
    await dropFile(page, 'h1', 'bredvid.csv', OWN_REGISTER);
    await expect.poll(() => page.locator('.result-for').innerText()).toBe('Resultat för bredvid.csv');
  });

  test('and counts again within a period', async () => {
    await dropFile(page, '.drop-zone', 'eget.csv', OWN_REGISTER);
    await page.getByText('Resultat för eget.csv', { exact: true }).waitFor();
    await page.getByLabel('Till och med').fill('2023-12-31');
    await page.getByRole('button', { name: 'Räkna om' }).click();
    await expect.poll(() => fact(page, 'Aktualiseringar').innerText()).toBe('2');
    await page.getByRole('tab', { name: 'Radredovisning' }).click();
    expect(await page.locator('#table-excluded tbody').innerText()).toMatch(/utanför perioden\s+4/);
  });

  test('and chooses the sheet where a workbook has several', async () => {
    const workbook = new ExcelJs.Workbook();
    workbook.addWorksheet('Försättsblad').addRow(['Utdrag ur verksamhetssystemet']);
    const register = workbook.addWorksheet('Register');
    for (const line of OWN_REGISTER.trim().split('\r\n')) register.addRow(line.split(';'));
    await dropFile(page, '.drop-zone', 'två blad.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    const sheet = page.getByLabel('Blad');
    await sheet.waitFor();
    expect(await page.getByRole('alert').innerText()).not.toBe('');
    await sheet.selectOption('Register');
    await expect.poll(() => fact(page, 'Personer').innerText()).toBe('2');
    expect(await page.getByRole('alert').innerText()).toBe('');
  });

  test('and nothing of it is kept in the browser', async () => {
    await dropFile(page, '.drop-zone', 'kvar.csv', OWN_REGISTER);
    await page.getByText('Resultat för kvar.csv', { exact: true }).waitFor();
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    expect(kept).toEqual([0, 0, '', 0, 0]);
  });
});

describe('what cannot be read', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage('', {}, 'kept');
  });
  afterAll(workbench.endKept);

  const BAD: readonly (readonly [string, string, string | Uint8Array, RegExp])[] = [
    ['a picture renamed .xlsx', 'bild.xlsx', PICTURE, /^bild\.xlsx: .*arbetsbok/],
    ['an empty file', 'tom.csv', '', /^tom\.csv: .*tom/i],
    ['a header alone', 'rubrik.csv', 'Personnummer;Aktualiseringsdatum\n', /inga rader/],
    ['a file without a date column', 'utan.csv', 'Personnummer;Färg\nA;röd\nB;blå\n', /datum/],
  ];

  test.each(BAD)(
    '%s gives its sentence, and the former result is gone',
    async (_, name, content, sentence) => {
      await dropFile(page, '.drop-zone', name, content);
      await expect.poll(() => page.getByRole('alert').locator('p').first().innerText()).toMatch(sentence);
      expect(await page.locator('#result').innerText()).not.toMatch(/679|3\s465/);
      await page.getByRole('button', { name: 'Visa exemplet' }).click();
      await expect.poll(() => fact(page, 'Personer').innerText()).toBe('679');
      expect(await page.getByRole('alert').innerText()).toBe('');
    },
  );

  test('a file without a usable row is said, with its row account in view', async () => {
    const page = await openPage();
    await dropFile(page, '.drop-zone', 'utan.csv', 'Person;Datum\nA;\nB;2019-02-30\n');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('Ingen av de 2 lästa raderna');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Radredovisning');
    expect(await page.locator('#table-excluded tbody').innerText()).toMatch(/2019-02-30/);
    const { y } = (await page.getByRole('alert').boundingBox())!;
    expect(y).toBeGreaterThanOrEqual(0);
  });

  test('a period that ends before it starts is said, and mended', async () => {
    const page = await openPage();
    await page.getByLabel('Från och med').fill('2023-01-01');
    await page.getByRole('button', { name: 'Räkna om' }).click();
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toContain('slutar (2022-06-30) innan den börjar (2023-01-01)');
    expect(await page.locator('#result').innerText()).toBe('');
    await page.getByLabel('Från och med').fill('2022-01-01');
    await page.getByRole('button', { name: 'Räkna om' }).click();
    await expect.poll(() => fact(page, 'Aktualiseringar').innerText()).toBe('295');
  });

  test('two files at once are refused in the language of the page', async () => {
    const page = await openPage('?lang=en');
    await page.getByLabel('Choose file …').evaluate((input: HTMLInputElement) => {
      const carried = new DataTransfer();
      input.multiple = true;
      for (const name of ['a.csv', 'b.csv']) carried.items.add(new File(['x'], name));
      input.files = carried.files;
      input.dispatchEvent(new Event('change'));
    });
    expect(await page.getByRole('alert').innerText()).toContain('Drop one file at a time.');
  });
});

describe('the language', () => {
  test('is Swedish until the switch, then English, and stays in the address', async () => {
    const page = await openPage();
    expect(await page.locator('html').getAttribute('lang')).toBe('sv');
    await page.getByRole('link', { name: 'In English' }).click();
    await expect.poll(() => headline(page).innerText()).toMatch(/^13%.*55%/);
    expect(page.url()).toBe(`${workbench.address}?lang=en`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('tab', { name: 'Overview' }).waitFor();
    await page.goBack();
    await page.getByRole('tab', { name: 'Översikt' }).waitFor();
  });

  test('keeps the open file, its limits and the open tab', async () => {
    const page = await openPage();
    await dropFile(page, '.drop-zone', 'eget.csv', OWN_REGISTER);
    await page.getByText('Resultat för eget.csv', { exact: true }).waitFor();
    await page.getByLabel('Till och med').fill('2023-12-31');
    await page.getByRole('tab', { name: 'Protokoll' }).click();
    await page.getByRole('link', { name: 'In English' }).click();
    await page.getByText('Result for eget.csv', { exact: true }).waitFor();
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('2023-12-31');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Protocol');
  });
});

test('for publication no person is shown, and a new file is for publication too', async () => {
  const page = await openPage();
  await page.getByText('Vad som visas').click();
  await page.getByLabel('För publicering').check();
  await page.getByRole('button', { name: 'Räkna om' }).click();
  await expect.poll(() => page.getByRole('tab').allInnerTexts()).not.toContain('Personer');
  expect(await page.locator('.marking').count()).toBe(0);
  await dropFile(page, '.drop-zone', 'eget.csv', OWN_REGISTER);
  await page.getByText('Resultat för eget.csv', { exact: true }).waitFor();
  expect(await page.getByRole('tab').allInnerTexts()).not.toContain('Personer');
  expect(await page.locator('#table-persons-by-group').innerText()).not.toMatch(/\t2\t/);
});

test('intervals stand beside the percentages when they are asked for', async () => {
  const page = await openPage();
  await page.getByText('Vad som visas').click();
  await page.getByLabel('95 %-intervall vid procent').check();
  await page.getByRole('button', { name: 'Räkna om' }).click();
  await page.getByRole('tab', { name: 'Tabeller' }).click();
  // 300 of 679 by R: prop.test(300, 679, correct = FALSE) gives 0.4049 to 0.4794.
  await expect
    .poll(() => page.locator('#table-persons-by-group tbody tr').first().innerText())
    .toMatch(/40.*48/);
});

test('the workbook that is saved holds the same figures', async () => {
  const page = await openPage();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Spara som Excel' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('isu-resultat.xlsx');
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.load(readFileSync(await download.path()).buffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(await page.getByRole('tab').allInnerTexts());
  const values: unknown[] = [];
  workbook.getWorksheet('Tabeller')!.eachRow((row) => row.eachCell((cell) => values.push(cell.value)));
  expect(values).toEqual(expect.arrayContaining([679, 3465, 1911]));
  // Persons, a title and a header; notes may follow.
  expect(workbook.getWorksheet('Personer')!.rowCount).toBeGreaterThanOrEqual(680);
});

describe('parts of the register are compared', () => {
  const panel = (page: Page) => page.locator('.compare-part [role=tabpanel]:visible');
  const tab = (page: Page, name: string) => page.locator('.compare-part').getByRole('tab', { name });

  test('in the two periods that are suggested, from the keyboard alone, and saved as a workbook', async () => {
    const page = await openPage();
    await page.getByRole('button', { name: 'Jämför', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Till och med').evaluateAll(valuesOf)).toContain('2022-06-30');
    await page.getByLabel('Vad ska jämföras?').focus();
    const isCompare = () => page.evaluate(() => document.activeElement!.id === 'compare');
    for (let tabs = 0; tabs < 30 && !(await isCompare()); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // Of the sample's rows 1 830 are of 2017 to 2019 and 1 635 later, of 469 and 409 persons.
    await expect.poll(() => page.locator('#table-comparison-parts').innerText()).toMatch(/469[^]*409[^]*679/);
    const [started] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Spara som Excel' }).click(),
    ]);
    expect(started.suggestedFilename()).toBe('isu-jamforelse.xlsx');
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(readFileSync(await started.path()).buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(await page.getByRole('tab').allInnerTexts());
    const values: unknown[] = [];
    workbook.worksheets[0]!.eachRow((row) => row.eachCell(({ value }) => values.push(value)));
    expect(values).toEqual(expect.arrayContaining([469, 409, 679, 1830, 1635, 3465]));
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faintTexts(page)).toEqual([]);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test('by a column of the file, with rows of another and inhabitants; the choices follow to English', async () => {
    const page = await openPage();
    await dropFile(page, '.drop-zone', 'eget.csv', WITH_HOUSING);
    await page.getByText('Resultat för eget.csv', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Jämför', exact: true }).click();
    await page.getByLabel('Vad ska jämföras?').selectOption('Boende');
    await page.getByLabel('Missbruk').check();
    await page.locator('#compare').click();
    await page.getByLabel('Andra hand', { exact: true }).fill('mycket');
    await page.locator('#compare').click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('«mycket»');
    await page.getByLabel('Andra hand', { exact: true }).fill('10 000');
    await page.locator('#compare').click();
    // 24 of the 40 rows, in a part of 10 000.
    await expect
      .poll(() => page.locator('#table-comparison-parts tbody tr').nth(4).innerText())
      .toMatch(/24[^]*24,0/);
    await tab(page, 'Jämförelse tabeller').click();
    expect(await page.locator('#table-comparison-rows').innerText()).toMatch(/Spel\s/);
    await page.getByRole('link', { name: 'In English' }).click();
    await expect.poll(() => panel(page).innerText()).toMatch(/Persons by frequency group/);
    expect(await page.getByLabel('Andra hand', { exact: true }).inputValue()).toBe('10 000');
    // Another file is another register: nothing of the former is shown.
    await page.getByRole('button', { name: 'Count a register' }).click();
    await dropFile(page, '.drop-zone', 'annat.csv', OWN_REGISTER);
    await page.getByText('Result for annat.csv', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect.poll(() => page.locator('#compare-by').innerText()).not.toContain('Boende');
    expect(await panel(page).count()).toBe(0);
  });
});

describe('the policy', () => {
  test('is sent as a header with every answer, and nothing but reading is answered', async () => {
    for (const path of ['', 'page.js', 'worker.js', 'finns-inte']) {
      const response = await fetch(workbench.address + path);
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await fetch(`${workbench.address}../../package.json`)).status).toBe(404);
    expect((await fetch(workbench.address, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  test('stands in the page too, so that it holds wherever the page is put', async () => {
    const html = await (await fetch(workbench.address)).text();
    expect(html).toMatch(/http-equiv="Content-Security-Policy"\s+content="default-src 'none'/);
    expect(html).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son[a-z]+=/);
  });

  test('stops a script that would send something to another address', async () => {
    const { page, faults } = await watchedPage(workbench.browser, workbench.served.address);
    await page.goto(workbench.address);
    const sent = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'stopped',
      ),
    );
    expect(sent).toBe('stopped');
    await expect
      .poll(() => faults)
      .toContainEqual(expect.stringMatching(/^policy: connect-src http:\/\/127\.0\.0\.1:9/));
    await page.context().close();
  });
});

describe('without a mouse', () => {
  test('everything is reached in the order it stands', async () => {
    const page = await openPage();
    const reached: string[] = [];
    for (let step = 0; step < 30 && reached.at(-1) !== 'sheet-overview'; step++) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => document.activeElement!.id || document.activeElement!.className),
      );
    }
    // A date field has stops of its own for year, month and day.
    expect(reached.filter((id, at) => id !== reached[at - 1])).toEqual([
      ...[
        'skip',
        'to-workbook',
        'language',
        'part-analysis',
        'part-compare',
        'part-check',
        'file',
        'from',
        'to',
        'lowest-age',
        'selection',
        'shown-in',
        'more',
        'analyse',
      ],
      ...['settings-file', 'pseudonyms'],
      ...['save', 'print', 'mapping', 'tab-overview', 'sheet-overview'],
    ]);
  });

  test('a file is chosen', async () => {
    const page = await openPage();
    const chooser = page.waitForEvent('filechooser');
    await page.locator('#file').focus();
    await page.keyboard.press('Enter');
    await (
      await chooser
    ).setFiles({ name: 'eget.csv', mimeType: 'text/csv', buffer: Buffer.from(OWN_REGISTER) });
    await expect.poll(() => fact(page, 'Personer').innerText()).toBe('2');
  });

  test('the arrow keys turn to the next part', async () => {
    const page = await openPage();
    await page.getByRole('tab', { name: 'Översikt' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Personer');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('tab-persons');
    await page.keyboard.press('End');
    expect(await page.getByRole('tabpanel').getAttribute('id')).toBe('sheet-protocol');
  });
});

test.each([
  { width: 360, height: 740, query: '' },
  { width: 1280, height: 900, query: '?lang=en' },
])(
  'on a screen of $width pixels every text can be read, nothing is cut off, and axe-core finds nothing',
  async ({ query, ...viewport }) => {
    const page = await openPage(query, { viewport });
    for (const [at, tab] of (await page.getByRole('tab').all()).entries()) {
      await tab.click();
      for (const colours of COLOURS) {
        await page.emulateMedia(colours);
        expect(await faintTexts(page)).toEqual([]);
      }
      // Each part once; its colours have been looked at.
      await page.emulateMedia(COLOURS[at % COLOURS.length]);
      expect(await accessibilityViolations(page)).toEqual([]);
      await expect.poll(() => cutOffTexts(page)).toEqual([]);
    }
  },
  180_000,
);
