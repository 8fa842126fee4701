/** Formulas whose sheets stand under other names than they were written for. */

/** What each sheet is called instead. */
export type SheetNames = ReadonlyMap<string, string>;

/** Words in quotation marks, a sheet's name in apostrophes, a sheet's name without. */
const PARTS = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** @param formula as Excel has it in English, with or without `=` */
export function withSheetNames(formula: string, names: SheetNames): string {
  return formula.replace(PARTS, (part, quoted: string | undefined, plain: string | undefined) => {
    const name = names.get(quoted?.replaceAll("''", "'") ?? plain ?? '');
    return name === undefined ? part : `'${name.replaceAll("'", "''")}'!`;
  });
}
