/** Rules on cells as elements of the sheet's part: conditional formats, validation, links, protection. */
import { cellsName, columnName, type CellRange } from '../address.ts';
import { storedFormula } from '../formula-text.ts';
import type {
  CellCondition,
  ConditionalFormatData,
  ConditionalRule,
  DayPeriod,
  TextOperator,
  ValidationData,
} from '../rule-data.ts';
import { PROTECTED_ACTIONS, type HyperlinkData, type ProtectionData } from '../workbook-data.ts';
import type { LentLooks } from './styles-part.ts';
import { counted, given, one, when, xmlAttribute, xmlText } from './xml.ts';

export function conditionalFormats(formats: readonly ConditionalFormatData[], lent: LentLooks): string {
  return formats
    .map(({ ranges, stops, rule, look }, i) => {
      const { type, attributes, inside } = ruleParts(rule, ranges);
      const lends = look === null ? '' : ` dxfId="${String(lent.number(look))}"`;
      return (
        `<conditionalFormatting sqref="${cellsName(ranges)}"><cfRule type="${type}"${lends} priority="${String(i + 1)}"` +
        `${when(stops, 'stopIfTrue="1"')}${attributes}>${inside}</cfRule></conditionalFormatting>`
      );
    })
    .join('');
}

interface RuleParts {
  readonly type: string;
  readonly attributes: string;
  readonly inside: string;
}

const TEXT_OPERATORS = {
  containsText: 'containsText',
  notContainsText: 'notContains',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
} as const;

function ruleParts(rule: ConditionalRule, ranges: readonly CellRange[]): RuleParts {
  switch (rule.kind) {
    case 'value':
      return {
        type: 'cellIs',
        attributes: ` operator="${rule.operator}"`,
        inside: formulas(rule.formulas),
      };
    case 'formula':
      return { type: 'expression', attributes: '', inside: formula(rule.formula) };
    case 'text':
      return {
        type: rule.operator,
        attributes: ` operator="${TEXT_OPERATORS[rule.operator]}" text="${xmlAttribute(rule.text)}"`,
        inside: formula(textFormula(rule.operator, rule.text, firstCell(ranges))),
      };
    case 'top':
      return {
        type: 'top10',
        attributes: `${when(rule.percent, 'percent="1"')}${when(rule.bottom, 'bottom="1"')} rank="${String(rule.rank)}"`,
        inside: '',
      };
    case 'average':
      return {
        type: 'aboveAverage',
        attributes:
          when(!rule.above, 'aboveAverage="0"') +
          when(rule.orEqual, 'equalAverage="1"') +
          when(rule.deviations > 0, `stdDev="${String(rule.deviations)}"`),
        inside: '',
      };
    case 'is':
      return {
        type: rule.what,
        attributes: '',
        inside: formulas(conditionFormula(rule.what, firstCell(ranges))),
      };
    case 'period':
      return {
        type: 'timePeriod',
        attributes: ` timePeriod="${rule.period}"`,
        inside: formula(periodFormula(rule.period, firstCell(ranges))),
      };
    case 'colours': {
      const values = rule.points.map(({ type, value }) => `<cfvo type="${type}"${given('val', value)}/>`);
      const colours = rule.points.map(({ colour }) => `<color rgb="FF${colour}"/>`);
      return {
        type: 'colorScale',
        attributes: '',
        inside: `<colorScale>${values.join('')}${colours.join('')}</colorScale>`,
      };
    }
  }
}

function formula(text: string): string {
  return `<formula>${xmlText(storedFormula(text))}</formula>`;
}

function formulas(texts: readonly string[]): string {
  return texts.map(formula).join('');
}

/** Excel reads some rules by a formula too, written for the first of their cells. */
function firstCell([first]: readonly CellRange[]): string {
  return first ? `${columnName(first.firstColumn)}${String(first.firstRow + 1)}` : 'A1';
}

function textFormula(operator: TextOperator, text: string, cell: string): string {
  const words = `"${text.replaceAll('"', '""')}"`;
  switch (operator) {
    case 'containsText':
      return `NOT(ISERROR(SEARCH(${words},${cell})))`;
    case 'notContainsText':
      return `ISERROR(SEARCH(${words},${cell}))`;
    case 'beginsWith':
      return `LEFT(${cell},LEN(${words}))=${words}`;
    case 'endsWith':
      return `RIGHT(${cell},LEN(${words}))=${words}`;
  }
}

function conditionFormula(what: CellCondition, cell: string): string[] {
  switch (what) {
    case 'containsBlanks':
      return [`LEN(TRIM(${cell}))=0`];
    case 'notContainsBlanks':
      return [`LEN(TRIM(${cell}))>0`];
    case 'containsErrors':
      return [`ISERROR(${cell})`];
    case 'notContainsErrors':
      return [`NOT(ISERROR(${cell}))`];
    case 'duplicateValues':
    case 'uniqueValues':
      return [];
  }
}

function periodFormula(period: DayPeriod, cell: string): string {
  const day = `ROUNDDOWN(${cell},0)`;
  const month = (steps: string) =>
    `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),${steps})),YEAR(${cell})=YEAR(EDATE(TODAY(),${steps})))`;
  switch (period) {
    case 'yesterday':
      return `FLOOR(${cell},1)=TODAY()-1`;
    case 'today':
      return `FLOOR(${cell},1)=TODAY()`;
    case 'tomorrow':
      return `FLOOR(${cell},1)=TODAY()+1`;
    case 'last7Days':
      return `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`;
    case 'lastWeek':
      return `AND(TODAY()-${day}>=WEEKDAY(TODAY()),TODAY()-${day}<WEEKDAY(TODAY())+7)`;
    case 'thisWeek':
      return `AND(TODAY()-${day}<=WEEKDAY(TODAY())-1,${day}-TODAY()<=7-WEEKDAY(TODAY()))`;
    case 'nextWeek':
      return `AND(${day}-TODAY()>7-WEEKDAY(TODAY()),${day}-TODAY()<15-WEEKDAY(TODAY()))`;
    case 'lastMonth':
      return month('-1');
    case 'thisMonth':
      return month('0');
    case 'nextMonth':
      return month('1');
  }
}
export function validations(all: readonly ValidationData[]): string {
  return all.length === 0 ? '' : counted('dataValidations', all.map(validation));
}

function validation(rule: ValidationData): string {
  const { type, operator, formulas, prompt, alert } = rule;
  const compares = type !== 'none' && type !== 'list' && type !== 'custom';
  return (
    `<dataValidation type="${type}"${when(alert.style !== 'stop', `errorStyle="${alert.style}"`)}` +
    when(compares && operator !== 'between', `operator="${operator}"`) +
    // The file says it the other way round: 1 hides the menu.
    ` allowBlank="${one(rule.allowsBlank)}"${when(type === 'list' && !rule.hasMenu, 'showDropDown="1"')}` +
    ` showInputMessage="${one(prompt.shows)}" showErrorMessage="${one(alert.shows)}"` +
    words('errorTitle', alert.title) +
    words('error', alert.text) +
    words('promptTitle', prompt.title) +
    words('prompt', prompt.text) +
    ` sqref="${cellsName(rule.ranges)}">` +
    formulas
      .map((text, i) => `<formula${String(i + 1)}>${xmlText(storedFormula(text))}</formula${String(i + 1)}>`)
      .join('') +
    '</dataValidation>'
  );
}

function words(name: string, text: string): string {
  return given(name, text === '' ? null : text);
}

/** @param relations ids of those that lead out of the workbook, by their place in the list */
export function hyperlinks(
  links: readonly HyperlinkData[],
  relations: ReadonlyMap<HyperlinkData, string>,
): string {
  if (links.length === 0) return '';
  const entries = links.map((link) => {
    const id = relations.get(link);
    return (
      `<hyperlink ref="${cellsName([link.range])}"${id === undefined ? '' : ` r:id="${id}"`}` +
      `${given('location', link.location)}${given('tooltip', link.tip)}${given('display', link.display)}/>`
    );
  });
  return `<hyperlinks>${entries.join('')}</hyperlinks>`;
}

/** Objects and scenarios are free unless the file locks them; everything else is locked unless it frees it. */
export function sheetProtection(protection: ProtectionData | null): string {
  if (!protection) return '';
  const { allows, select } = protection;
  const attributes = PROTECTED_ACTIONS.map((action) => {
    const isAllowed = allows.includes(action);
    const isFreeAnyway = action === 'objects' || action === 'scenarios';
    return isAllowed === isFreeAnyway ? '' : ` ${action}="${one(!isAllowed)}"`;
  });
  const selected =
    when(select !== 'all', 'selectLockedCells="1"') + when(select === 'none', 'selectUnlockedCells="1"');
  return `<sheetProtection sheet="1"${attributes.join('')}${selected}/>`;
}
