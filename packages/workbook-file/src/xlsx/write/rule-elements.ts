/** Rules on cells as elements of the sheet's part: conditional formats, validation, links, protection. */
import { cellsName } from '../address.ts';
import type { ConditionalFormatData, ConditionalRule, ValidationData } from '../rule-data.ts';
import { PROTECTED_ACTIONS, type HyperlinkData, type ProtectionData } from '../workbook-data.ts';
import type { LentLooks } from './styles-part.ts';
import { counted, given, one, when, xmlAttribute, xmlText } from './xml.ts';

export function conditionalFormats(formats: readonly ConditionalFormatData[], lent: LentLooks): string {
  return formats
    .map(({ ranges, stops, rule, look }, i) => {
      const { type, attributes, inside } = ruleParts(rule);
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

function ruleParts(rule: ConditionalRule): RuleParts {
  switch (rule.kind) {
    case 'value':
      return {
        type: 'cellIs',
        attributes: ` operator="${rule.operator}"`,
        inside: rule.formulas.map(formula).join(''),
      };
    case 'formula':
      return { type: 'expression', attributes: '', inside: formula(rule.formula) };
    case 'text':
      return {
        type: rule.operator,
        attributes: ` operator="${TEXT_OPERATORS[rule.operator]}" text="${xmlAttribute(rule.text)}"`,
        inside: formula(rule.formula),
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
      return { type: rule.what, attributes: '', inside: rule.formula === '' ? '' : formula(rule.formula) };
    case 'period':
      return {
        type: 'timePeriod',
        attributes: ` timePeriod="${xmlAttribute(rule.period)}"`,
        inside: formula(rule.formula),
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
  return `<formula>${xmlText(text)}</formula>`;
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
      .map((text, i) => `<formula${String(i + 1)}>${xmlText(text)}</formula${String(i + 1)}>`)
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
