/** An analysis of core as the report that the views draw. Every figure and text is core's, through its protection. */
import {
  formatCell,
  formatNumber,
  lathundWords,
  resultDocument,
  shownOf,
  type Analysis,
  type DocumentCell,
  type DocumentRow,
  type DocumentTable,
  type Language,
  type NumberFormat,
  type ResultDocument,
  type Shown,
} from 'isu-core';
import { reportWords } from '../words/report-words.ts';
import { noticesOf, type Origin } from './notices.ts';
import { timelinesOf } from './timelines.ts';
import type {
  Concentration,
  CurvePoint,
  Figure,
  GroupLine,
  Groups,
  Part,
  Report,
  ReturnCurve,
  Returns,
  Year,
  Years,
} from './report.ts';

/** @param highlighted the analysis of the rows that another visual highlights */
export function reportOf(
  analysis: Analysis,
  origin: Origin,
  language: Language,
  highlighted: Analysis | null,
): Report {
  const { settings, register, lathund } = analysis;
  const shown = shownOf(analysis);
  const hasExcluded = register.account.excluded.length > 0;
  const document = resultDocument(analysis, language, [
    'overview',
    'tables',
    ...(hasExcluded ? (['rows'] as const) : []),
  ]);
  const words = reportWords(language);
  const isInternal = settings.protection.mode === 'internal';
  const perRow = <T>(part: () => T): Part<T> =>
    origin.isGrouped ? { ok: false, why: words.needsRows } : { ok: true, value: part() };
  const groups = groupsOf(document, language);
  return {
    language,
    rows: { read: register.account.read, used: register.account.used },
    persons: groups.total.persons,
    headline: headlineOf(document),
    marking: document.marking,
    protection: settings.protection.mode,
    notices: noticesOf(register, tableOf(document, 'row-account'), origin, language),
    groups: { ok: true, value: groups },
    profile: { ok: true, value: { table: profileOf(document, origin) } },
    concentration: { ok: true, value: concentrationOf(shown, document, language) },
    timelines: isInternal
      ? { ok: true, value: timelinesOf(register, lathund, settings.months, language) }
      : { ok: false, why: words.noPersons },
    returns: perRow(() => returnsOf(analysis, shown, document, language)),
    years: perRow(() => yearsOf(document, language)),
    highlighted: highlighted && isInternal ? reportOf(highlighted, origin, language, null) : null,
  };
}

function tableOf({ sheets }: ResultDocument, id: string): DocumentTable | null {
  for (const { blocks } of sheets)
    for (const block of blocks) if (block.kind === 'table' && block.id === id) return block;
  return null;
}

function headlineOf({ sheets }: ResultDocument): string {
  const first = sheets[0]!.blocks.find((block) => block.kind === 'paragraph');
  return first?.kind === 'paragraph' ? first.text : '';
}

function figure(cell: DocumentCell, format: NumberFormat, language: Language): Figure {
  const text = formatCell(cell, format, language);
  return {
    value: typeof cell.value === 'number' ? cell.value : null,
    text,
    suppressed: cell.suppressed === true,
  };
}

/** The figures of a table's row by column. */
function figuresOf(table: DocumentTable, { cells }: DocumentRow, language: Language) {
  return (column: string): Figure => {
    const at = table.columns.findIndex(({ key }) => key === column);
    return figure(cells[at]!, table.columns[at]!.format, language);
  };
}

function groupsOf(document: ResultDocument, language: Language): Groups {
  const persons = tableOf(document, 'persons-by-group')!;
  const actualisations = tableOf(document, 'actualisations-by-group')!;
  const lines = persons.rows.map((row, at): GroupLine => {
    const ofPersons = figuresOf(persons, row, language);
    const ofActualisations = figuresOf(actualisations, actualisations.rows[at]!, language);
    return {
      key: row.key,
      name: String(row.cells[0]!.value),
      persons: ofPersons('persons'),
      ofPersons: ofPersons('percent'),
      actualisations: ofActualisations('actualisations'),
      ofActualisations: ofActualisations('percent'),
    };
  });
  return {
    lines: lines.filter(({ key }) => key !== 'total'),
    total: lines.find(({ key }) => key === 'total')!,
    tables: [persons, actualisations],
  };
}

/** Of a table that is grouped already only these rows can be known: the rest is of the actualisations one by one. */
const KNOWN_OF_PERSONS = new Set(['mean-actualisations', 'percent-women', 'sex-unknown']);

function profileOf(document: ResultDocument, { isGrouped }: Origin): DocumentTable {
  const table = tableOf(document, 'group-profile')!;
  return isGrouped ? { ...table, rows: table.rows.filter(({ key }) => KNOWN_OF_PERSONS.has(key)) } : table;
}

function concentrationOf(shown: Shown, document: ResultDocument, language: Language): Concentration {
  const table = tableOf(document, 'concentration')!;
  const rowOf = (key: string) => table.rows.find((row) => row.key === key)!;
  return {
    lorenz: shown.lorenz,
    gini: figuresOf(table, rowOf('gini'), language)('share'),
    top: table.rows
      .filter(({ key }) => key !== 'gini')
      .map((row) => {
        const cells = figuresOf(table, row, language);
        return {
          share: Number(row.key),
          name: String(row.cells[0]!.value),
          persons: cells('persons'),
          ofActualisations: cells('share'),
        };
      }),
    table,
  };
}

function returnsOf(analysis: Analysis, shown: Shown, document: ResultDocument, language: Language): Returns {
  const table = tableOf(document, 'return')!;
  const byGroup = tableOf(document, 'return-by');
  const { group, total } = lathundWords(language);
  const groups = groupsOf(document, language);
  const all: ReturnCurve = {
    key: 'total',
    name: total,
    persons: groups.total.persons,
    steps: stepsOf(shown.returnSteps),
    points: table.rows.map((row): CurvePoint => {
      const cells = figuresOf(table, row, language);
      return {
        days: Number(row.key),
        returned: cells('returned'),
        lower: cells('lower'),
        upper: cells('upper'),
        atRisk: cells('atRisk'),
      };
    }),
  };
  const percent = (share: number | null): Figure =>
    figure({ value: share === null ? null : share * 100 }, 'percent', language);
  const curves = (byGroup ? analysis.returnedBy : []).map(({ key, persons, points, steps }): ReturnCurve => ({
    key,
    name: group(key),
    persons: { value: persons, text: formatNumber(persons, 'integer', language), suppressed: false },
    steps: stepsOf(steps),
    points: points.map(({ days, returned, lower, upper, atRisk }) => ({
      days,
      returned: percent(returned),
      lower: percent(lower),
      upper: percent(upper),
      atRisk: figure({ value: atRisk }, 'integer', language),
    })),
  }));
  return { curves: [all, ...curves], tables: byGroup ? [table, byGroup] : [table] };
}

function stepsOf(steps: Shown['returnSteps']): ReturnCurve['steps'] {
  const percent = (share: number | null) => (share === null ? null : share * 100);
  return steps.map(({ days, returned, lower, upper }) => ({
    days,
    returned: percent(returned)!,
    lower: percent(lower),
    upper: percent(upper),
  }));
}

function yearsOf(document: ResultDocument, language: Language): Years {
  const table = tableOf(document, 'per-year')!;
  const years = table.rows.map((row): Year => {
    const cells = figuresOf(table, row, language);
    return {
      key: row.key,
      name: String(row.cells[0]!.value),
      actualisations: cells('actualisations'),
      persons: cells('persons'),
    };
  });
  return {
    years: years.filter(({ key }) => key !== 'mean'),
    mean: years.find(({ key }) => key === 'mean') ?? null,
    table,
  };
}
