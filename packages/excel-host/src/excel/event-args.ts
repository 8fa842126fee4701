/** What handlers are told. */
import { areaAddress } from '../model/address.ts';
import type { EventOf } from '../model/events.ts';

/** This host has one user: nothing comes from a co-author. */
export const LOCAL = 'Local';

export function changedArgs({ sheet, area, changeType, details }: EventOf<'changed'>): object {
  return {
    type: 'WorksheetChanged',
    worksheetId: sheet.id,
    address: areaAddress(area),
    changeType,
    source: LOCAL,
    triggerSource: 'Unknown',
    ...(details && {
      details: {
        valueBefore: details.before,
        valueAfter: details.after,
        valueTypeBefore: typeName(details.before),
        valueTypeAfter: typeName(details.after),
      },
    }),
  };
}

function typeName(value: string | number | boolean): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}
