/** The form changed as a municipality may change it: the form that is read is the one that was meant. */
import { describe, expect, it } from 'vitest';
import {
  examineForm,
  examineFormSheet,
  fieldsOf,
  formJson,
  formSheetRows,
  lightForm,
  readForm,
  readFormSheet,
  standardForm,
  type Form,
  type Item,
} from 'isu-core/review';
import { FormJson, FormSheet, ownForm } from './form-edits.ts';

const own = ownForm();

function withItems(items: readonly Item[], form = own): Form {
  return { ...form, items };
}

/** The form with one item's parts replaced. */
function withItem(id: string, parts: Partial<Item>): Form {
  return withItems(own.items.map((item) => (item.id === id ? { ...item, ...parts } : item)));
}

function without(id: string, key: keyof Item): Form {
  return withItems(
    own.items.map((item) =>
      item.id === id
        ? (Object.fromEntries(Object.entries(item).filter(([name]) => name !== key)) as unknown as Item)
        : item,
    ),
  );
}

const item = (id: string) => own.items.find((one) => one.id === id)!;
const evictions: Item = {
  id: 'vrakningar',
  number: '11',
  section: 'bistand',
  kind: 'count',
  question: { sv: 'Antal vräkningar', en: 'Number of evictions' },
  guidance: { sv: '', en: '' },
  codes: [],
};

const CASES: readonly {
  readonly name: string;
  readonly sheet: (sheet: FormSheet) => void;
  readonly json: (json: FormJson) => void;
  readonly form: Form;
}[] = [
  { name: 'nothing', sheet: () => undefined, json: () => undefined, form: own },
  {
    name: 'an item dropped',
    sheet: (s) => {
      s.drop(27);
    },
    json: (j) => {
      j.list('items').splice(6, 1);
    },
    form: withItems(own.items.filter(({ id }) => id !== 'tid')),
  },
  {
    name: 'an item dropped together with the one that depends on it',
    sheet: (s) => {
      s.drop(15, 19);
    },
    json: (j) => {
      j.list('items').splice(1, 2);
    },
    form: withItems(own.items.filter(({ id }) => !id.startsWith('barn'))),
  },
  {
    name: 'an item added',
    sheet: (s) => {
      s.insert(32, {
        Nr: 11,
        Kortnamn: 'vrakningar',
        Avsnitt: 'Biståndet',
        Slag: 'antal',
        Fråga: 'Antal vräkningar',
        'Fråga på engelska': 'Number of evictions',
      });
    },
    json: (j) => {
      j.list('items').push({
        id: 'vrakningar',
        number: '11',
        section: 'bistand',
        kind: 'count',
        question: { sv: 'Antal vräkningar', en: 'Number of evictions' },
      });
    },
    form: withItems([...own.items, evictions]),
  },
  {
    name: 'an item with answers added in the middle, its answers without their short name',
    sheet: (s) => {
      s.insert(18, {
        Nr: '2b',
        Kortnamn: 'umgange',
        Avsnitt: 'hushall',
        Slag: 'ett svar',
        Fråga: 'Umgänge med barn?',
        Kod: 1,
        Svar: 'Ja',
        'Frågas om': '2 = nej',
      });
      s.insert(19, { Kod: 2, Svar: 'Nej' });
      s.insert(20, { Kod: 'x', Svar: 'Vet inte', 'Ingen uppgift': 'x' });
    },
    json: (j) => {
      j.list('items').splice(2, 0, {
        id: 'umgange',
        number: '2b',
        section: 'hushall',
        kind: 'one',
        question: 'Umgänge med barn?',
        codes: [
          { code: 1, label: 'Ja' },
          { code: 2, label: 'Nej' },
          { code: 'x', label: 'Vet inte', missing: true },
        ],
        asked: '2 = nej',
      });
    },
    form: withItems([
      ...own.items.slice(0, 2),
      {
        id: 'umgange',
        number: '2b',
        section: 'hushall',
        kind: 'one',
        question: { sv: 'Umgänge med barn?', en: 'Umgänge med barn?' },
        guidance: { sv: '', en: '' },
        codes: [
          { code: '1', label: { sv: 'Ja', en: 'Ja' } },
          { code: '2', label: { sv: 'Nej', en: 'Nej' } },
          { code: 'x', label: { sv: 'Vet inte', en: 'Vet inte' }, missing: true },
        ],
        asked: { item: 'barn', codes: ['2'] },
      },
      ...own.items.slice(2),
    ]),
  },
  {
    name: 'a question reworded, and renumbered',
    sheet: (s) => {
      s.set(15, 'Fråga', ' Bor det barn i hemmet? ');
      s.set(15, 'Nr', '2a');
    },
    json: (j) => {
      j.set('items.1.question.sv', ' Bor det barn i hemmet? ');
      j.set('items.1.number', '2a');
    },
    form: withItem('barn', {
      number: '2a',
      question: { sv: 'Bor det barn i hemmet?', en: 'Are there children in the household?' },
    }),
  },
  {
    name: 'items in another order',
    sheet: (s) => {
      s.move(26, 26, 12);
    },
    json: (j) => {
      const items = j.list('items');
      items.unshift(...items.splice(5, 1));
    },
    form: withItems([item('ansokningar'), ...own.items.filter(({ id }) => id !== 'ansokningar')]),
  },
  {
    name: 'answers in another order',
    sheet: (s) => {
      s.move(22, 22, 24);
    },
    json: (j) => {
      const codes = j.list('items.3.codes');
      codes.push(...codes.splice(2, 1));
    },
    form: withItem('orsaker', {
      codes: [0, 1, 3, 2].map((at) => item('orsaker').codes[at]!),
    }),
  },
  {
    name: 'an answer added, with something beside it',
    sheet: (s) => {
      s.insert(24, {
        Kod: 4,
        Svar: 'Vårdar barn',
        'Svar på engelska': 'Looks after children',
        'Fylls i bredvid': 'Antal',
      });
    },
    json: (j) => {
      j.list('items.3.codes').push({
        code: '4',
        label: { sv: 'Vårdar barn', en: 'Looks after children' },
        amount: 'antal',
      });
    },
    form: withItem('orsaker', {
      codes: [
        ...item('orsaker').codes,
        { code: '4', label: { sv: 'Vårdar barn', en: 'Looks after children' }, amount: 'count' },
      ],
    }),
  },
  {
    name: 'one answer made several, in English words',
    sheet: (s) => {
      s.set(12, 'Slag', 'Several answers');
    },
    json: (j) => {
      j.set('items.0.kind', 'flera svar');
    },
    form: withItem('hushallstyp', { kind: 'several' }),
  },
  {
    name: 'a condition taken away',
    sheet: (s) => {
      s.set(18, 'Frågas om', null);
    },
    json: (j) => {
      j.set('items.2.asked', null);
    },
    form: without('barnens-behov', 'asked'),
  },
  {
    name: 'a condition by number and words',
    sheet: (s) => {
      s.set(24, 'Frågas om', '4: sjuk med läkarintyg eller Other');
    },
    json: (j) => {
      j.set('items.4.asked', { item: '4', codes: ['Sjuk med läkarintyg', 3] });
    },
    form: own,
  },
  {
    name: 'a fact taken away',
    sheet: (s) => {
      s.set(26, 'Fylls från registret', null);
    },
    json: (j) => {
      j.set('items.5.fact', undefined);
    },
    form: without('ansokningar', 'fact'),
  },
  {
    name: 'an item that may be left empty',
    sheet: (s) => {
      s.set(26, 'Frivillig', 'Ja');
    },
    json: (j) => {
      j.set('items.5.optional', true);
    },
    form: withItem('ansokningar', { optional: true }),
  },
  {
    name: 'other years, one of them alone',
    sheet: (s) => {
      s.set(6, 'Kortnamn', '2020, 2022 – 2023');
    },
    json: (j) => {
      j.set('years', [2020, 2022, 2023]);
    },
    form: { ...own, years: [2020, 2022, 2023] },
  },
  {
    name: 'years in cells of their own, or as text',
    sheet: (s) => {
      s.rows[5] = ['År som granskas', 2023, 2024, 2025];
    },
    json: (j) => {
      j.set('years', '2023 till 2025');
    },
    form: { ...own, years: [2023, 2024, 2025] },
  },
  {
    name: 'a version of one’s own',
    sheet: (s) => {
      s.set(3, 'Kortnamn', '2026-2 Höst');
    },
    json: (j) => {
      j.set('version', '2026-2 Höst');
    },
    form: { ...own, version: '2026-2 Höst' },
  },
  {
    name: 'a section added and an item put there',
    sheet: (s) => {
      s.rows.splice(9, 0, ['Avsnitt', 'ovrigt', 'Övrigt', 'Other']);
      s.rows[31]![s.rows[11]!.indexOf('Avsnitt')] = 'övrigt';
    },
    json: (j) => {
      j.list('sections').push({ id: 'ovrigt', title: { sv: 'Övrigt', en: 'Other' } });
      j.set('items.9.section', 'ovrigt');
    },
    form: {
      ...withItem('anteckning', { section: 'ovrigt' }),
      sections: [...own.sections, { id: 'ovrigt', title: { sv: 'Övrigt', en: 'Other' } }],
    },
  },
  {
    name: 'English left out',
    sheet: (s) => {
      s.set(15, 'Fråga på engelska', null);
      s.set(12, 'Vägledning på engelska', null);
    },
    json: (j) => {
      j.set('items.1.question', { sv: 'Finns det barn i hushållet?' });
      j.set('items.0.guidance', 'Som i det senaste beslutet.');
    },
    form: {
      ...own,
      items: own.items.map((one) =>
        one.id === 'barn'
          ? { ...one, question: { sv: one.question.sv, en: one.question.sv } }
          : one.id === 'hushallstyp'
            ? { ...one, guidance: { sv: one.guidance.sv, en: one.guidance.sv } }
            : one,
      ),
    },
  },
];

describe('a form that is changed is read as it was meant', () => {
  it.each(CASES)('$name', ({ sheet: editSheet, json: editJson, form }) => {
    const sheet = new FormSheet(own);
    editSheet(sheet);
    expect(readFormSheet(sheet.rows)).toEqual({ ok: true, value: form });
    const json = new FormJson(own);
    editJson(json);
    expect(readForm(json.json)).toEqual({ ok: true, value: form });
  });
});

describe('what Excel and its users do to a sheet changes no form', () => {
  it.each<[string, (sheet: FormSheet) => void]>([
    [
      'columns in another order',
      (s) => (s.rows = s.rows.map((row, at) => (at < 10 ? row : [...row].reverse()))),
    ],
    ['empty rows between the items', (s) => s.rows.splice(14, 0, [], [null, ''])],
    ['the head in another order', (s) => s.rows.splice(1, 4, ...s.rows.slice(1, 5).reverse())],
    [
      'short names and questions copied down to every row',
      (s) => {
        const item = [12, 12, 12, 15, 15, 15].entries();
        for (const [at, first] of item)
          for (const name of ['Nr', 'Avsnitt', 'Slag', 'Fråga', 'Vägledning'])
            s.rows[11 + at]![s.column(name)] = s.rows[first - 1]![s.column(name)]!;
      },
    ],
    [
      'short names only on an item’s first row',
      (s) =>
        [13, 14, 16, 17, 19].forEach((row) => {
          s.set(row, 'Kortnamn', null);
        }),
    ],
    [
      'codes as text',
      (s) => {
        s.set(12, 'Kod', '1');
        s.set(13, 'Kod', ' 2 ');
      },
    ],
    [
      'a marker row and a title above',
      (s) => s.rows.unshift(['isu-review:form'], ['Så ändrar du formuläret'], []),
    ],
    [
      'headings in capitals, spaced',
      (s) => {
        s.set(11, 'Fråga', ' FRÅGA ');
        s.rows[10]![3] = 'SLAG';
      },
    ],
  ])('%s', (_, edit) => {
    const sheet = new FormSheet(own);
    edit(sheet);
    expect(readFormSheet(sheet.rows)).toEqual({ ok: true, value: own });
  });

  it('columns of words may be taken away: English then follows the Swedish', () => {
    const sheet = new FormSheet(own);
    sheet.dropColumn('Ändrat mot trycket, på engelska');
    sheet.dropColumn('Vägledning');
    sheet.dropColumn('Vägledning på engelska');
    const { form, problems } = examineFormSheet(sheet.rows);
    expect(problems).toEqual([]);
    expect(form).toEqual({
      ...own,
      items: own.items.map((one) => ({
        ...one,
        guidance: { sv: '', en: '' },
        ...(one.mended && { mended: { sv: one.mended.sv, en: one.mended.sv } }),
      })),
    });
  });

  it('an answer’s row that stands further down goes to its item by the short name', () => {
    const sheet = new FormSheet(own);
    sheet.move(14, 14, 32);
    expect(readFormSheet(sheet.rows)).toEqual({ ok: true, value: own });
  });
});

describe('what may stay as it is, is noted', () => {
  it('English that is missing: the first place, and how many more', () => {
    const sheet = new FormSheet(own);
    for (const row of [12, 15, 18]) sheet.set(row, 'Fråga på engelska', null);
    expect(examineFormSheet(sheet.rows).notes.map(({ sv }) => sv)).toEqual([
      'Formuläret, rad 12, kolumn P «Fråga på engelska»: engelska saknas här och på 2 ställen till; svenskan står i stället.',
    ]);
  });

  it('a column that nobody reads', () => {
    const sheet = new FormSheet(own);
    sheet.rows[10]!.push('Vår anteckning');
    expect(examineFormSheet(sheet.rows).notes.map(({ en }) => en)).toEqual([
      'The form, row 11: the column "Vår anteckning" is not read.',
    ]);
  });

  it('a question that speaks of other years than the form’s', () => {
    const json = new FormJson(own);
    json.set('years', [2025]);
    const { form, notes } = examineForm(json.json);
    expect(form!.years).toEqual([2025]);
    expect(notes.map(({ sv }) => sv)).toEqual([
      'Formuläret, items[5].question.sv, fråga 6: frågan talar om 2024–2025, men formuläret gäller 2025. Se om det ena ska ändras.',
      'Formuläret, items[7].question.sv, fråga 8: frågan talar om 2024–2025, men formuläret gäller 2025. Se om det ena ska ändras.',
    ]);
  });
});

describe('the form as it is kept', () => {
  const forms = [
    own,
    standardForm([2017, 2018, 2019, 2020, 2021, 2022]),
    lightForm([2024]),
    lightForm([2020, 2022]),
  ];

  it('is the same through JSON, to the byte, and through the sheet in both languages', () => {
    for (const form of forms) {
      const json = formJson(form);
      const again = readForm(JSON.parse(json));
      expect(again).toEqual({ ok: true, value: form });
      expect(again.ok && formJson(again.value)).toBe(json);
      for (const language of ['sv', 'en'] as const)
        expect(readFormSheet(formSheetRows(form, language))).toEqual({ ok: true, value: form });
    }
  });

  it('has a row for each answer, and one for each item without', () => {
    for (const form of forms) {
      const rows = formSheetRows(form, 'sv');
      const header = rows.findIndex((row) => row[0] === 'Nr');
      const expected = form.items.reduce((sum, { codes }) => sum + Math.max(1, codes.length), 0);
      expect(rows.length - header - 1).toBe(expected);
      expect(fieldsOf(form).length).toBeGreaterThanOrEqual(form.items.length);
    }
  });
});
