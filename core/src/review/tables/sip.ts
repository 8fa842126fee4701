/** `review-sip` (Bilaga 4 tabell 5): coordinated individual plans, who called to them, yes and no. */
import { countCell, percentCell } from '../../tables/table.ts';
import { itemOf } from '../form.ts';
import type { ReviewTable } from './review-table.ts';
import { tableWith } from './table-with.ts';
import { toldCodes, type Tally } from './tally.ts';

export function sip(tally: Tally): ReviewTable[] {
  const item = itemOf(tally.form, 'sip');
  if (item?.kind !== 'several') return [];
  const base = tally.count(tally.is(item, 'answered'));
  const rows = toldCodes(item).map((code) => {
    const yes = tally.count(tally.has(item, code));
    const no = tally.count(tally.hasNot(item, code));
    const cells = {
      yes: countCell(yes),
      no: countCell(no),
      'yes-percent': percentCell(yes, base),
      'no-percent': percentCell(no, base),
      base: countCell(base),
    };
    return { key: `${item.id}=${code.code}`, label: code.label, cells };
  });
  return tableWith('sip', ['yes', 'no', 'yes-percent', 'no-percent', 'base'], rows);
}
