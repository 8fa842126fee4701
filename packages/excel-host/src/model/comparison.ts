/** Whether a comparison holds, in formulas and in filters, by the difference of its sides: below 0, 0 or above. */
export function holds(difference: number, sign: string): boolean {
  switch (sign) {
    case '<':
      return difference < 0;
    case '>':
      return difference > 0;
    case '<=':
      return difference <= 0;
    case '>=':
      return difference >= 0;
    case '<>':
      return difference !== 0;
    default:
      return difference === 0;
  }
}
