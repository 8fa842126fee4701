/**
 * Formulas as a person types them where numbers have a decimal comma, and as Office.js and files keep them:
 * `=ISU.GRUPP(A2;A:A;0,5)` and `=ISU.GRUPP(A2,A:A,0.5)`. In constants, `\` parts columns there. Names of functions are
 * the same in both; Excel also knows its own by names in each language, which this does not.
 */
import type { Workbook } from 'isu-excel-host';

/** Texts, names of sheets and of columns are left as they are. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[^"'[]+|["'[]/gu;
const NUMBER = /(?<![\p{L}\p{N}_.$,])(\d+)([.,])(\d+)(?![\p{L}_(:!])/gu;

type Signs = Readonly<Record<string, string>>;

const IN_FORMULA: Signs = { ';': ',' };
const IN_CONSTANT: Signs = { '\\': ',' };

export function keptFormula(typed: string, { locale }: Workbook): string {
  return locale.decimal === ',' ? translated(typed, ',', '.', IN_FORMULA, IN_CONSTANT) : typed;
}

export function typedFormula(kept: string, { locale }: Workbook): string {
  return locale.decimal === ',' ? translated(kept, '.', ',', turned(IN_FORMULA), turned(IN_CONSTANT)) : kept;
}

function turned(signs: Signs): Signs {
  return Object.fromEntries(Object.entries(signs).map(([typed, kept]) => [kept, typed]));
}

function translated(formula: string, from: string, to: string, outside: Signs, inside: Signs): string {
  let depth = 0;
  return (formula.match(PIECES) ?? [])
    .map((piece) => {
      if (/^["'[]./u.test(piece)) return piece;
      let result = '';
      let last = 0;
      for (const number of piece.matchAll(NUMBER)) {
        if (number[2] !== from) continue;
        result += signs(piece.slice(last, number.index)) + number[1]! + to + number[3]!;
        last = number.index + number[0].length;
      }
      return result + signs(piece.slice(last));
    })
    .join('');

  function signs(text: string): string {
    return [...text]
      .map((sign) => {
        if (sign === '{') depth++;
        if (sign === '}') depth--;
        return (depth > 0 ? inside : outside)[sign] ?? sign;
      })
      .join('');
  }
}
