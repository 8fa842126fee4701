/** What of the columns and values a person should look at before going on. */
import type { ColumnValues, RoleChoice } from 'isu-core';

export function needsLook({ sureness, isRequired, column }: RoleChoice): boolean {
  return sureness === 'unsure' || (isRequired && column === null);
}

/** Values that should have a code and have none. */
export function unknownIn({ codes, values }: ColumnValues): number {
  return codes === null ? 0 : values.filter(({ meaning }) => !codes.includes(meaning)).length;
}
