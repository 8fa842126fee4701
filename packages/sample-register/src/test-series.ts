/**
 * Personnummer for made-up persons, with the right check digit and the sex in the next to last digit: birth numbers
 * 980–989, and for births from 1990 on 238 and 239.
 *
 * Skatteverket's published list of test numbers has 238 and 239 for births from 1990 on, and 980–989 for births in the
 * first years that it covers (1890–1919). For births 1920–1989 it has only some two dozen numbers a year, with birth
 * numbers of every kind; that 980–989 belong to nobody there is the project's assumption, not the list's word.
 */

const UP_TO_1989 = { women: [980, 982, 984, 986, 988], men: [981, 983, 985, 987, 989] } as const;
const FROM_1990 = { women: [238], men: [239] } as const;

/** The birth numbers of the series that a woman or man born in that year can have, the same for each day. */
export function testBirthNumbers(birthYear: number, isWoman: boolean): readonly number[] {
  const series = birthYear < 1990 ? UP_TO_1989 : FROM_1990;
  return isWoman ? series.women : series.men;
}

/** `YYYYMMDD-NNNN`; month and day as month · 100 + day. */
export function personnummer(birthYear: number, birthMonthAndDay: number, birthNumber: number): string {
  const nine = ((birthYear % 100) * 10_000 + birthMonthAndDay) * 1000 + birthNumber;
  const birth = String(birthYear * 10_000 + birthMonthAndDay);
  return `${birth}-${String(birthNumber)}${String(checkDigit(nine))}`;
}

/** Luhn's digit, which makes the weighted sum of all ten a multiple of ten. */
function checkDigit(nineDigits: number): number {
  let sum = 0;
  let rest = nineDigits;
  for (let place = 0; place < 9; place++) {
    const digit = rest % 10;
    rest = (rest - digit) / 10;
    const weighted = place % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}
