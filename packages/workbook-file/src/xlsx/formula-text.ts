/**
 * Formulas as a file writes them and as people do. A function that came after 2007 has a mark before its name in the
 * file; without it Excel says #NAME? until somebody writes the formula anew.
 */

const LATER = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC BASE BITAND BITOR BITXOR BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS COMBINA CONCAT ' +
    'CONFIDENCE.NORM COVARIANCE.P COVARIANCE.S DAYS DECIMAL DROP EXPAND FLOOR.MATH FORMULATEXT HSTACK IFNA IFS ISFORMULA ' +
    'ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL NETWORKDAYS.INTL NORM.DIST NORM.INV NORM.S.DIST ' +
    'NORM.S.INV NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC QUARTILE.EXC QUARTILE.INC RANDARRAY ' +
    'RANK.AVG RANK.EQ REDUCE SCAN SEQUENCE SHEET SHEETS SORTBY STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN ' +
    'TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR'
  ).split(' '),
);

/** These two have a second mark. */
const LATER_STILL = new Set(['FILTER', 'SORT']);

/** Texts in quotes, quoted sheet names, and names before a bracket. */
const NAME = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.])([A-Za-z][A-Za-z0-9.]*)(?=\()/g;

export function storedFormula(formula: string): string {
  return formula.replace(NAME, (whole, name: string | undefined) => {
    const plain = name?.toUpperCase() ?? '';
    if (LATER_STILL.has(plain)) return `_xlfn._xlws.${whole}`;
    return LATER.has(plain) ? `_xlfn.${whole}` : whole;
  });
}

export function writtenFormula(stored: string): string {
  return stored.includes('_xl') ? stored.replace(/_xlfn\.(?:_xlws\.)?/g, '') : stored;
}
