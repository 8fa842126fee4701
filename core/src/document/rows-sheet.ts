/** The row account: what was read, used and left out, and what to look over in the source. */
import type { Analysis } from '../analyse.ts';
import { EXCLUSION_REASONS } from '../register/register.ts';
import type { Words } from './words.ts';
import type { DocumentBlock, DocumentSheet } from './document.ts';
import { qualityOf } from '../register/quality.ts';
import { type Result, integer, MOST_ROWS } from './result.ts';

export function rowsSheet({ analysis: { register }, shown, words, language }: Result): DocumentSheet {
  const { account } = register;
  const r = words.rows;
  const blocks: DocumentBlock[] = [
    {
      kind: 'table',
      id: 'row-account',
      title: r.accountTitle,
      columns: [
        { key: 'label', header: r.outcome, format: 'text', width: 48 },
        { key: 'number', header: r.number, format: 'integer', width: 14 },
      ],
      rows: [
        { key: 'used', cells: [{ value: r.used }, { value: account.used }] },
        ...EXCLUSION_REASONS.map((reason) => ({
          key: reason,
          cells: [
            { value: r.reasons[reason] },
            { value: account.excluded.filter((row) => row.reason === reason).length },
          ],
        })).filter(({ cells }) => cells[1]!.value !== 0),
        { key: 'read', kind: 'total', cells: [{ value: r.read }, { value: account.read }] },
      ],
      notes: [],
    },
  ];
  const shownOf = <T>(all: readonly T[]) =>
    all.length > MOST_ROWS ? [r.tooMany(integer(MOST_ROWS, language), integer(all.length, language))] : [];
  if (!shown.persons) return { id: 'rows', name: words.sheets.rows, blocks };
  blocks.push(qualityBlock(register, words));
  if (account.excluded.length === 0) blocks.push({ kind: 'paragraph', text: r.noneExcluded });
  else
    blocks.push({
      kind: 'table',
      id: 'excluded',
      title: r.excludedTitle,
      columns: [
        { key: 'reason', header: r.reason, format: 'text', width: 48 },
        { key: 'row', header: r.row, format: 'integer', width: 14 },
        { key: 'value', header: r.value, format: 'text', width: 26 },
      ],
      rows: account.excluded.slice(0, MOST_ROWS).map(({ row, reason, value }) => ({
        key: String(row),
        cells: [{ value: r.reasons[reason] }, { value: row }, { value }],
      })),
      notes: shownOf(account.excluded),
    });
  if (account.warnings.length === 0) blocks.push({ kind: 'paragraph', text: r.noWarnings });
  else
    blocks.push({
      kind: 'table',
      id: 'warnings',
      title: r.warningsTitle,
      columns: [
        { key: 'warning', header: r.warning, format: 'text', width: 48 },
        { key: 'row', header: r.row, format: 'integer', width: 14 },
      ],
      rows: account.warnings.slice(0, MOST_ROWS).map(({ row, warning }) => ({
        key: `${String(row)} ${warning}`,
        cells: [{ value: r.warnings[warning] }, { value: row }],
      })),
      notes: shownOf(account.warnings),
    });
  return { id: 'rows', name: words.sheets.rows, blocks };
}

/** As many row numbers as are read at a glance. */
const ROWS_NAMED = 10;

function qualityBlock(register: Analysis['register'], words: Words): DocumentBlock {
  const q = words.quality;
  const findings = qualityOf(register);
  if (findings.length === 0) return { kind: 'paragraph', text: q.nothing };
  return {
    kind: 'table',
    id: 'quality',
    title: q.title,
    columns: [
      { key: 'what', header: q.columns.what, format: 'text', width: 48 },
      { key: 'count', header: q.columns.count, format: 'integer', width: 14 },
      { key: 'where', header: q.columns.where, format: 'text', width: 26 },
      { key: 'todo', header: q.columns.todo, format: 'text', width: 34 },
    ],
    rows: findings.map(({ code, role, count, rows, values }) => {
      const column = role === null ? [] : [words.protocol.roles[role]];
      const named =
        rows.slice(0, ROWS_NAMED).join(', ') + (count > ROWS_NAMED && rows.length > 0 ? ' …' : '');
      return {
        key: `${code} ${role ?? ''}`,
        cells: [
          { value: [...column, q.what[code]].join(': ') },
          { value: count === 0 ? '' : count },
          { value: [...values, ...(rows.length > 0 ? [q.row(named)] : [])].join(', ') },
          { value: q.todo[code] },
        ],
      };
    }),
    notes: [],
  };
}
