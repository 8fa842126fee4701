/**
 * A mapping kept to be applied again: which column and which code is which. It is a piece of settings, so it is saved
 * by saving it and applied by giving it, and wins over what the product would choose.
 */
import type { Settings } from '../settings.ts';
import { CODED_ROLES, knownCodes, type CodedRole } from './codes.ts';
import type { Register } from './register.ts';
import { columnName } from './mapping.ts';
import { ROLES, type Role } from './roles.ts';

/** The mapping of a register as settings: every column by its header, every recognised value by its code. */
export type MappingProfile = Pick<Settings, 'columns' | 'codes'>;

/**
 * The mapping that a register was read with, to be shown, changed, saved as JSON and applied again.
 *
 * @returns `columns` and `codes` as they stand in settings; values that were not recognised are left out, so that
 *   they are asked about again
 */
export function profileOf(register: Register): MappingProfile {
  const { mapping } = register;
  const columns: Partial<Record<Role, string | false>> = {};
  for (const role of ROLES) {
    const mapped = mapping.columns[role];
    if (mapped) columns[role] = columnName(mapping.headers, mapped.column);
    else if (mapping.declined.includes(role)) columns[role] = false;
  }
  const codes: Partial<Record<CodedRole, Record<string, string>>> = {};
  for (const role of CODED_ROLES) {
    const meanings = register.meanings[role]?.filter(({ by }) => by !== 'own-name') ?? [];
    if (meanings.length === 0) continue;
    codes[role] = Object.fromEntries(
      meanings.map(({ value, name, code }) => [value, knownCodes(role) === null ? name : code!]),
    );
  }
  return { columns, codes };
}
