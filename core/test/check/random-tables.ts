/**
 * Random tables in the forms that the report prints, counted out and rounded right, so that none contradicts itself.
 * Each comes with the figures that other figures of it determine: to change one of those beyond rounding is an error
 * that can be found.
 */
import fc from 'fast-check';

export interface RandomTable {
  readonly json: unknown;
  /** Paths of figures that the table itself determines: exactly, or within its rounding. */
  readonly determined: readonly (readonly (string | number)[])[];
}

/** Half away from zero, once, as the report should have done. */
export function rounded(value: number, decimals = 0): number {
  const unit = 10 ** decimals;
  return Math.floor(value * unit + 0.5 + 1e-9) / unit;
}

const percent = (part: number, whole: number) => rounded((100 * part) / whole);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const counts = (length: number, max = 900) =>
  fc.array(fc.integer({ min: 1, max }), { minLength: length, maxLength: length });
const share = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((thousandths) => thousandths / 1000);
const NAMES = [
  'Depression',
  'Ångest',
  'Psykos',
  'Missbruk',
  'Bostadslös',
  'Egen bostad',
  'Arbete',
  'Familj',
  'Skola',
  'Vård',
];
const GROUPS = ['1', '2', '3-6', '7-11', '12+'];

/** Tabell 1: persons by group. */
export const personsByGroup: fc.Arbitrary<RandomTable> = counts(5).map((persons) => ({
  json: {
    print: 'Tabell 1',
    groups: GROUPS,
    persons,
    percent: persons.map((n) => percent(n, sum(persons))),
    total: sum(persons),
    base: 'persons',
  },
  determined: [['total'], ...GROUPS.map((_, i) => ['persons', i]), ...GROUPS.map((_, i) => ['percent', i])],
}));

/** Tabell 2: actualisations by group; as many as a person of the group can have. */
export const actualisationsByGroup: fc.Arbitrary<RandomTable> = fc
  .tuple(counts(5, 400), fc.array(share(0, 1), { minLength: 5, maxLength: 5 }))
  .map(([persons, spread]) => {
    const limits = [
      [1, 1],
      [2, 2],
      [3, 6],
      [7, 11],
      [12, 40],
    ] as const;
    const actualisations = persons.map((n, i) => {
      const [low, high] = limits[i]!;
      return n * low + Math.round(n * (high - low) * spread[i]!);
    });
    return {
      json: {
        print: 'Tabell 2',
        groups: GROUPS,
        persons,
        actualisations,
        percent: actualisations.map((n) => percent(n, sum(actualisations))),
        total: sum(actualisations),
        base: 'actualisations',
      },
      determined: [
        ['total'],
        ['persons', 0],
        ['persons', 1],
        ...GROUPS.map((_, i) => ['actualisations', i]),
        ...GROUPS.map((_, i) => ['percent', i]),
      ],
    };
  });

/** Tabell 4: several questions to the same n persons; each row its own. */
export const answersOfPersons: fc.Arbitrary<RandomTable> = fc
  .tuple(
    fc.integer({ min: 12, max: 60 }),
    fc
      .array(share(0, 1), { minLength: 4, maxLength: 10 })
      .filter((all) => all.filter((one) => one > 0.1).length > 2),
  )
  .map(([n, shares]) => {
    const rows = shares.map((part, i) => {
      const count = Math.round(part * n);
      return [NAMES[i]!, count, percent(count, n)];
    });
    return {
      json: { print: 'Tabell 4', n, rows },
      determined: rows.flatMap((_, i) => [
        ['rows', i, 1],
        ['rows', i, 2],
      ]),
    };
  });

/** Tabell 6: interventions, with a mean over those who had them. */
export const interventions: fc.Arbitrary<RandomTable> = fc
  .tuple(
    fc.integer({ min: 20, max: 60 }),
    fc.array(fc.tuple(share(0.05, 1), share(1, 6)), {
      minLength: 5,
      maxLength: 8,
    }),
  )
  .map(([n, drawn]) => {
    const rows = drawn.map(([part, mean], i) => {
      const persons = Math.max(1, Math.round(part * n));
      return [NAMES[i]!, persons, percent(persons, n), rounded(Math.round(persons * mean) / persons, 2)];
    });
    const all = sum(rows.map((row) => row[1] as number));
    return {
      json: {
        print: 'Tabell 6',
        columns: ['type', 'persons', `percent of ${String(n)}`, 'mean per person who received it'],
        rows,
        total: [all, percent(all, n)],
      },
      determined: [
        ['total', 0],
        ['total', 1],
        ...rows.flatMap((_, i) => [
          ['rows', i, 1],
          ['rows', i, 2],
        ]),
      ],
    };
  });

/** Tabell 7: amounts and their shares of the whole. */
export const amounts: fc.Arbitrary<RandomTable> = fc
  .tuple(
    fc.array(fc.integer({ min: 10_000, max: 9_000_000 }), { minLength: 3, maxLength: 6 }),
    fc.integer({ min: 8, max: 40 }),
  )
  .map(([kronor, n]) => ({
    json: {
      print: 'Tabell 7',
      n,
      rows: kronor.map((amount, i) => [NAMES[i]!, amount, percent(amount, sum(kronor))]),
      total: sum(kronor),
    },
    determined: [
      ['total'],
      ...kronor.flatMap((_, i) => [
        ['rows', i, 1],
        ['rows', i, 2],
      ]),
    ],
  }));

/** Diagram 1: kinds of placement by year, with the total of each year. */
export const placements: fc.Arbitrary<RandomTable> = fc
  .array(fc.tuple(fc.nat(40), fc.nat(20), fc.nat(3)), { minLength: 4, maxLength: 8 })
  .map((years) => ({
    json: {
      print: 'Diagram 1',
      years: years.map((_, i) => 2015 + i),
      HVB: years.map((year) => year[0]),
      SiS: years.map((year) => year[1]),
      FHV: years.map((year) => year[2]),
      total: years.map(sum),
    },
    determined: years.flatMap((_, i) => ['HVB', 'SiS', 'FHV', 'total'].map((key) => [key, i])),
  }));

/** Bilaga 4 tabell 1: per year, with the mean of the years. */
export const perYear: fc.Arbitrary<RandomTable> = fc
  .array(fc.tuple(fc.integer({ min: 300, max: 900 }), fc.integer({ min: 100, max: 290 })), {
    minLength: 3,
    maxLength: 7,
  })
  .map((years) => {
    const [actualisations, persons] = [years.map((year) => year[0]), years.map((year) => year[1])];
    return {
      json: {
        print: 'Bilaga 4 tabell 1',
        years: years.map((_, i) => 2015 + i),
        actualisations,
        persons,
        mean: [rounded(sum(actualisations) / years.length), rounded(sum(persons) / years.length)],
      },
      determined: [
        ['mean', 0],
        ['mean', 1],
      ],
    };
  });

/** Bilaga 4 tabell 3: the register at a glance. */
export const summary: fc.Arbitrary<RandomTable> = fc
  .tuple(
    fc.integer({ min: 300, max: 1500 }),
    fc.integer({ min: 700, max: 2500 }),
    share(0.2, 0.8),
    fc.array(share(0.01, 0.3), { minLength: 5, maxLength: 6 }),
    fc.integer({ min: 200, max: 700 }),
  )
  .map(([applications, reports, men, shares, persons]) => {
    const actualisations = applications + reports;
    const ofMen = Math.round(men * actualisations);
    const investigations = Math.round(actualisations * 0.6);
    const referrers = shares.map((part) => Math.max(30, Math.round(part * reports * 0.6)));
    const pair = (n: number, whole: number) => [n, percent(n, whole)];
    return {
      json: {
        print: 'Bilaga 4 tabell 3',
        actualisations,
        perPerson: rounded(actualisations / persons, 2),
        investigations,
        investigationsPerPerson: rounded(investigations / persons, 2),
        applications: pair(applications, actualisations),
        reports: pair(reports, actualisations),
        men: pair(ofMen, actualisations),
        women: pair(actualisations - ofMen, actualisations),
        meanAge: 41.2,
        meanAgeSpanPerYear: [39, 44],
        referrers: {
          base: 'reports',
          ...Object.fromEntries(referrers.map((n, i) => [NAMES[i]!, pair(n, reports)])),
        },
      },
      determined: [
        ['actualisations'],
        ['applications', 1],
        ['reports', 1],
        ['men', 1],
        ['women', 1],
        ['applications', 0],
        ['women', 0],
        ...referrers.map((_, i) => ['referrers', NAMES[i]!, 1]),
      ],
    };
  });

/** Bilaga 4 tabell 5: yes and no. */
export const yesAndNo: fc.Arbitrary<RandomTable> = fc
  .tuple(fc.integer({ min: 15, max: 90 }), share(0.1, 0.9), share(0.1, 0.9))
  .map(([n, first, second]) => {
    const row = (part: number) => {
      const yes = Math.round(part * n);
      return [yes, n - yes, percent(yes, n), percent(n - yes, n)];
    };
    return {
      json: {
        print: 'Bilaga 4 tabell 5',
        n,
        called: row(first),
        wasCalled: row(second),
        columns: ['yes', 'no', 'yes %', 'no %'],
      },
      determined: [0, 1, 2, 3].flatMap((c) => [
        ['called', c],
        ['wasCalled', c],
      ]),
    };
  });

/** Norrbotten's tabell 1: methods beside their total. */
export const methods: fc.Arbitrary<RandomTable> = fc
  .array(fc.nat(300), { minLength: 3, maxLength: 10 })
  .map((numbers) => ({
    json: {
      print: 'Tabell 1',
      ...Object.fromEntries(numbers.map((n, i) => [NAMES[i]!, n])),
      total: sum(numbers),
      besides: { NECT: 5, KBT: 30 },
    },
    determined: [['total'], ...numbers.map((_, i) => [NAMES[i]!])],
  }));

/** Bilaga 4 tabell 2: the sexes, here and in the county. */
export const sexes: fc.Arbitrary<RandomTable> = fc
  .array(counts(2, 20_000), { minLength: 2, maxLength: 2 })
  .map(([here, county]) => {
    const place = ([men, women]: readonly number[]) => ({
      men: [men, percent(men!, men! + women!)],
      women: [women, percent(women!, men! + women!)],
    });
    return {
      json: { print: 'Bilaga 4 tabell 2', Söderhamn: place(here!), Länet: place(county!) },
      determined: ['Söderhamn', 'Länet'].flatMap((name) => [
        [name, 'men', 1],
        [name, 'women', 1],
      ]),
    };
  });

/** A plain sheet: a division with its total, in a header of words. */
export const sheet: fc.Arbitrary<RandomTable> = counts(6).map((numbers) => ({
  json: [
    ['Tabell 9. Boende. Antal, procent.'],
    ['Boende', 'Antal', 'Procent'],
    ...numbers.map((n, i) => [NAMES[i]!, n, `${String(percent(n, sum(numbers)))} %`]),
    ['Totalt', sum(numbers), '100 %'],
  ],
  determined: [[8, 1], ...numbers.map((_, i) => [i + 2, 1])],
}));

/** A plain sheet that divides rows by columns, with totals both ways. */
export const crossTable: fc.Arbitrary<RandomTable> = fc
  .array(counts(3, 200), { minLength: 3, maxLength: 6 })
  .map((rows) => {
    const across = rows.map((row) => sum(row));
    const down = [0, 1, 2].map((c) => sum(rows.map((row) => row[c]!)));
    return {
      json: [
        ['Insats', 'Män', 'Kvinnor', 'Uppgift saknas', 'Totalt'],
        ...rows.map((row, i) => [NAMES[i]!, ...row, across[i]!]),
        ['Totalt', ...down, sum(across)],
      ],
      determined: [
        ...rows.flatMap((_, i) => [1, 2, 3, 4].map((c) => [i + 1, c])),
        ...[1, 2, 3, 4].map((c) => [rows.length + 1, c]),
      ],
    };
  });

/** Tables 1 to 3 of one register and its summary, as the report prints them together. */
export const oneRegister: fc.Arbitrary<RandomTable> = fc
  .tuple(
    counts(5, 300),
    fc.array(share(0, 1), { minLength: 5, maxLength: 5 }),
    fc.array(share(0.1, 0.9), { minLength: 20, maxLength: 20 }),
  )
  .map(([persons, spread, shares]) => {
    const limits = [
      [1, 1],
      [2, 2],
      [3, 6],
      [7, 11],
      [12, 40],
    ] as const;
    const cases = persons.map(
      (n, i) => n * limits[i]![0] + Math.round(n * (limits[i]![1] - limits[i]![0]) * spread[i]!),
    );
    const drawn = (from: number) => cases.map((n, i) => Math.round(n * shares[from + i]!));
    const [women, applications, opened, police] = [drawn(0), drawn(5), drawn(10), drawn(15)];
    const reports = cases.map((n, i) => n - applications[i]!);
    const fromPolice = police.map((n, i) => Math.min(n, reports[i]!));
    const withTotal = (part: readonly number[], whole: readonly number[]) => [
      ...part.map((n, i) => percent(n, whole[i]!)),
      percent(sum(part), sum(whole)),
    ];
    const pair = (part: readonly number[], whole: readonly number[]) => [
      sum(part),
      percent(sum(part), sum(whole)),
    ];
    const men = cases.map((n, i) => n - women[i]!);
    return {
      json: {
        first: {
          print: 'Tabell 1',
          groups: GROUPS,
          persons,
          percent: persons.map((n) => percent(n, sum(persons))),
          total: sum(persons),
          base: 'persons',
        },
        second: {
          print: 'Tabell 2',
          groups: GROUPS,
          persons,
          actualisations: cases,
          percent: cases.map((n) => percent(n, sum(cases))),
          printedTotal: sum(cases),
          base: 'actualisations',
        },
        third: {
          print: 'Tabell 3',
          columns: [...GROUPS, 'total'],
          meanActualisations: [
            ...cases.map((n, i) => rounded(n / persons[i]!, 2)),
            rounded(sum(cases) / sum(persons), 2),
          ],
          percentWomen: { base: 'actualisations', values: withTotal(women, cases) },
          percentApplications: { base: 'actualisations', values: withTotal(applications, cases) },
          percentInvestigationOpened: { base: 'actualisations', values: withTotal(opened, cases) },
          investigationsOpened: [...opened, sum(opened)],
          percentOfAllInvestigations: [...opened.map((n) => percent(n, sum(opened))), 100],
          referrers: { base: 'reports (anmälningar)', Polisen: withTotal(fromPolice, reports) },
        },
        fourth: {
          print: 'Bilaga 4 tabell 3',
          actualisations: sum(cases),
          perPerson: rounded(sum(cases) / sum(persons), 2),
          investigations: sum(opened),
          investigationsPerPerson: rounded(sum(opened) / sum(persons), 2),
          applications: pair(applications, cases),
          reports: pair(reports, cases),
          men: pair(men, cases),
          women: pair(women, cases),
          referrers: { base: 'reports', Polisen: pair(fromPolice, reports) },
        },
      },
      determined: [
        ['first', 'total'],
        ['second', 'printedTotal'],
        ...GROUPS.flatMap((_, i) => [
          ['first', 'persons', i],
          ['second', 'persons', i],
          ['second', 'actualisations', i],
          ['third', 'meanActualisations', i],
          ['third', 'percentInvestigationOpened', 'values', i],
          ['third', 'investigationsOpened', i],
        ]),
        ['third', 'meanActualisations', 5],
        ['third', 'investigationsOpened', 5],
        ['fourth', 'actualisations'],
        ['fourth', 'perPerson'],
        ['fourth', 'investigations'],
        ['fourth', 'investigationsPerPerson'],
        ['fourth', 'men', 0],
        ['fourth', 'reports', 1],
      ],
    };
  });

export const FORMS: Readonly<Record<string, fc.Arbitrary<RandomTable>>> = {
  personsByGroup,
  actualisationsByGroup,
  answersOfPersons,
  interventions,
  amounts,
  placements,
  perYear,
  summary,
  yesAndNo,
  methods,
  sexes,
  sheet,
  crossTable,
  oneRegister,
};
