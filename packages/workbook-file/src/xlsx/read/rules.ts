/** Rules on cells: conditional formats, validation, links, protection. */
import { rangeAt, rangesAt } from '../address.ts';
import { writtenFormula } from '../formula-text.ts';
import type { LentLookData } from '../look-data.ts';
import {
  CELL_CONDITIONS,
  COMPARISONS,
  DAY_PERIODS,
  type ColourPoint,
  type ComparisonName,
  type ConditionalFormatData,
  type ConditionalRule,
  type TextOperator,
  type ValidationData,
} from '../rule-data.ts';
import { PROTECTED_ACTIONS, type HyperlinkData, type ProtectionData } from '../workbook-data.ts';
import type { Colours } from './colours.ts';
import type { Relation } from './parts.ts';
import { child, childrenOf, isOn, numberOr, type XmlNode } from './xml.ts';

/** The first of a sheet's formats has the highest priority. Bars and icons are left out. */
export function readConditionalFormats(
  sheet: XmlNode,
  lent: readonly LentLookData[],
  colours: Colours,
): ConditionalFormatData[] {
  const found = childrenOf(sheet, 'conditionalFormatting').flatMap((node) => {
    const ranges = rangesAt(node.attributes['sqref'] ?? '');
    return childrenOf(node, 'cfRule').flatMap((each) => {
      const rule = ruleOf(each, colours);
      if (!rule) return [];
      const { dxfId, stopIfTrue, priority } = each.attributes;
      const look = lent[numberOr(dxfId, -1)] ?? null;
      return {
        format: { ranges, stops: isOn(stopIfTrue), rule, look },
        priority: numberOr(priority, Infinity),
      };
    });
  });
  return found.sort((a, b) => a.priority - b.priority).map(({ format }) => format);
}

function ruleOf(node: XmlNode, colours: Colours): ConditionalRule | null {
  const { type = '', operator, text = '', rank, percent, bottom, stdDev } = node.attributes;
  const formulas = childrenOf(node, 'formula').map((each) => writtenFormula(each.text));
  switch (type) {
    case 'cellIs':
      return { kind: 'value', operator: comparisonOf(operator), formulas };
    case 'expression':
      return { kind: 'formula', formula: formulas[0] ?? '' };
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith':
      return { kind: 'text', operator: type satisfies TextOperator, text };
    case 'top10':
      return { kind: 'top', rank: numberOr(rank, 10), bottom: isOn(bottom), percent: isOn(percent) };
    case 'aboveAverage': {
      const { aboveAverage, equalAverage } = node.attributes;
      const above = aboveAverage === undefined || isOn(aboveAverage);
      return { kind: 'average', above, orEqual: isOn(equalAverage), deviations: numberOr(stdDev, 0) };
    }
    case 'timePeriod':
      return {
        kind: 'period',
        period: DAY_PERIODS.find((each) => each === node.attributes['timePeriod']) ?? 'today',
      };
    case 'colorScale':
      return { kind: 'colours', points: pointsOf(child(node, 'colorScale'), colours) };
    default: {
      const what = CELL_CONDITIONS.find((each) => each === type);
      return what === undefined ? null : { kind: 'is', what };
    }
  }
}

function comparisonOf(name: string | undefined): ComparisonName {
  return COMPARISONS.find((each) => each === name) ?? 'between';
}

function pointsOf(scale: XmlNode | undefined, colours: Colours): ColourPoint[] {
  const shades = childrenOf(scale, 'color');
  return childrenOf(scale, 'cfvo').map(({ attributes: { type = 'num', val } }, i) => ({
    type: type as ColourPoint['type'],
    value: val ?? null,
    colour: colours.of(shades[i]) ?? '000000',
  }));
}

const VALIDATION_TYPES = [
  'none',
  'whole',
  'decimal',
  'list',
  'date',
  'time',
  'textLength',
  'custom',
] as const;
const ALERTS = ['stop', 'warning', 'information'] as const;

export function readValidations(sheet: XmlNode): ValidationData[] {
  return childrenOf(child(sheet, 'dataValidations'), 'dataValidation').map((node) => {
    const { type, operator, errorStyle, sqref = '', allowBlank, showDropDown } = node.attributes;
    const { showInputMessage, showErrorMessage } = node.attributes;
    const { promptTitle = '', prompt = '', errorTitle = '', error = '' } = node.attributes;
    return {
      ranges: rangesAt(sqref),
      type: VALIDATION_TYPES.find((each) => each === type) ?? 'none',
      operator: comparisonOf(operator),
      formulas: ['formula1', 'formula2'].flatMap((name) => {
        const formula = child(node, name)?.text;
        return formula === undefined ? [] : writtenFormula(formula);
      }),
      allowsBlank: isOn(allowBlank),
      // The file says it the other way round: 1 hides the menu.
      hasMenu: !isOn(showDropDown),
      prompt: { shows: isOn(showInputMessage), title: promptTitle, text: prompt },
      alert: {
        shows: isOn(showErrorMessage),
        style: ALERTS.find((each) => each === errorStyle) ?? 'stop',
        title: errorTitle,
        text: error,
      },
    };
  });
}

export function readHyperlinks(sheet: XmlNode, relations: ReadonlyMap<string, Relation>): HyperlinkData[] {
  return childrenOf(child(sheet, 'hyperlinks'), 'hyperlink').flatMap(({ attributes }) => {
    const { ref = '', id, location, tooltip, display } = attributes;
    const range = rangeAt(ref);
    if (!range) return [];
    return {
      range,
      address: (id === undefined ? undefined : relations.get(id)?.target) ?? null,
      location: location ?? null,
      tip: tooltip ?? null,
      display: display ?? null,
    };
  });
}

/** Objects and scenarios are free unless the file locks them; everything else is locked unless it frees it. */
export function readProtection(sheet: XmlNode): ProtectionData | null {
  const attributes = child(sheet, 'sheetProtection')?.attributes;
  if (!attributes || !isOn(attributes['sheet'])) return null;
  const isFree = { objects: true, scenarios: true } as Readonly<Record<string, boolean | undefined>>;
  const allows = PROTECTED_ACTIONS.filter((action) => {
    const said = attributes[action];
    return said === undefined ? isFree[action] : !isOn(said);
  });
  const select = isOn(attributes['selectUnlockedCells'])
    ? 'none'
    : isOn(attributes['selectLockedCells'])
      ? 'unlocked'
      : 'all';
  return { allows, select };
}
