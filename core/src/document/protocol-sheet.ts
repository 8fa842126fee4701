/** The protocol: what it takes to get the same figures next year. */
import type { Analysis } from '../analyse.ts';
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { ROLES } from '../register/roles.ts';
import { settingsDay } from '../settings.ts';
import type { ChosenBy } from '../register/mapping.ts';
import type { Words } from './words.ts';
import type { DocumentCell, DocumentSheet, DocumentTable } from './document.ts';
import { formatNumber } from './format.ts';
import { surenessOf } from '../register/quality.ts';
import { type Result, integer, MOST_ROWS } from './result.ts';

export function protocolSheet(result: Result): DocumentSheet {
  const { analysis, shown, words } = result;
  return {
    id: 'protocol',
    name: words.sheets.protocol,
    blocks: [
      { kind: 'heading', text: words.sheets.protocol },
      { kind: 'paragraph', text: words.protocol.intro },
      { kind: 'facts', facts: protocolFacts(result) },
      columnsTable(result),
      // Values that occur in few rows could tell who they are about.
      ...(shown.persons ? valuesTable(analysis, words) : []),
    ],
  };
}

function protocolFacts({ analysis: { settings, source, register, lathund }, words, language }: Result) {
  const p = words.protocol;
  const text = (value: string): DocumentCell => ({ value, format: 'text' });
  const list = (values: readonly string[] | null) => text(values?.join(', ') ?? p.none);
  const { period, lowestAge, protection } = settings;
  return [
    { label: p.product, cell: text(`${PRODUCT.name} ${PRODUCT.version}`) },
    { label: p.file, cell: text(source.name) },
    ...(source.sheet === null ? [] : [{ label: p.sheet, cell: text(source.sheet) }]),
    ...(source.sha256 === null ? [] : [{ label: p.checksum, cell: text(source.sha256) }]),
    {
      label: p.headerRow,
      cell: { value: register.mapping.headerRow + 1, format: 'integer' } as DocumentCell,
    },
    { label: p.asOf, cell: { value: settingsDay(settings.asOf), format: 'date' } as DocumentCell },
    {
      label: p.period,
      cell: text(period ? `${period.from ?? p.open} – ${period.to ?? p.open}` : p.none),
    },
    { label: p.lowestAge, cell: text(lowestAge === null ? p.none : integer(lowestAge, language)) },
    { label: p.reasons, cell: list(settings.reasons) },
    { label: p.types, cell: list(settings.types) },
    { label: p.organisations, cell: list(settings.organisations) },
    { label: p.groups, cell: text(lathund.groups.map(({ key }) => words.group(key)).join(' · ')) },
    { label: p.months, cell: text(words.persons.months[settings.months]) },
    { label: p.base, cell: text(p.bases[settings.profileBase]) },
    { label: p.protection, cell: text(p.modes[protection.mode]) },
  ];
}

function sureness(by: ChosenBy, fit: number | undefined, { protocol }: Words, language: Language): string {
  const how = protocol.surenesses[surenessOf(by, fit)];
  return fit === undefined ? how : `${how} (${protocol.fit(formatNumber(fit * 100, 'percent', language))})`;
}

function columnsTable({ analysis: { register }, words, language }: Result): DocumentTable {
  const p = words.protocol;
  return {
    kind: 'table',
    id: 'columns',
    title: p.columnsTitle,
    columns: [
      { key: 'role', header: p.column, format: 'text', width: 30 },
      { key: 'header', header: p.header, format: 'text', width: 34 },
      { key: 'by', header: p.chosenBy, format: 'text', width: 20 },
      { key: 'sureness', header: p.sureness, format: 'text', width: 34 },
    ],
    rows: ROLES.map((role) => {
      const mapped = register.mapping.columns[role];
      const by =
        mapped === undefined
          ? ''
          : mapped.by === 'settings'
            ? p.bySettings
            : mapped.by === 'profile'
              ? p.byProfile
              : mapped.passedOver.length > 0
                ? p.passedOver(mapped.passedOver.join(', '))
                : p.byHeader;
      return {
        key: role,
        cells: [
          { value: p.roles[role] },
          { value: mapped?.header ?? p.notFound },
          { value: by },
          { value: mapped ? sureness(mapped.by, register.fit[role], words, language) : '' },
        ],
      };
    }),
    notes: [],
  };
}

function valuesTable({ register }: Analysis, words: Words): DocumentTable[] {
  const p = words.protocol;
  const rows = ROLES.flatMap((role) => {
    if (role === 'person' || role === 'date' || role === 'number' || role === 'age') return [];
    return (register.meanings[role] ?? []).map(({ value, name, code, by, rows: n }) => {
      const meaning = code !== null ? (p.codes[code] ?? name) : by === 'own-name' ? p.ownName : name;
      return {
        key: `${role} ${name} ${value}`,
        cells: [{ value: p.roles[role] }, { value }, { value: meaning }, { value: n }],
      };
    });
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'values',
      title: p.valuesTitle,
      columns: [
        { key: 'role', header: p.column, format: 'text', width: 30 },
        { key: 'value', header: p.valueColumn, format: 'text', width: 34 },
        { key: 'meaning', header: p.takenFor, format: 'text', width: 34 },
        { key: 'rows', header: p.numberOfRows, format: 'integer', width: 14 },
      ],
      rows: rows.slice(0, MOST_ROWS),
      notes: [],
    },
  ];
}
