/** Rules on cells, from a file and to one: validation, conditional formats, protection, filters, links. */
import {
  PROTECTED_ACTIONS,
  type ColourPoint,
  type ComparisonName,
  type ConditionalFormatData,
  type ConditionalRule,
  type DayPeriod,
  type FilterComparison,
  type FilterCriterion,
  type FilterData,
  type HyperlinkData,
  type LentLookData,
  type ProtectedAction,
  type ProtectionData,
  type ValidationData,
} from 'isu-workbook-file/workbook';
import type { ConditionalFormat, LentLook } from '../model/conditional-format.ts';
import { calendarDate } from '../model/date-system.ts';
import type { Criteria, SheetFilter } from '../model/filter.ts';
import { NOTHING_ALLOWED, type Permission, type Protection } from '../model/protection.ts';
import type { Hyperlink, Sheet } from '../model/sheet.ts';
import {
  validationType,
  type BasicRule,
  type ValidatedArea,
  type ValidationRule,
} from '../model/validation.ts';
import { areaOfRange, rangeOfArea, shownColour, storedColour } from './areas.ts';
import { capital, small } from './look-map.ts';

/** Office.js says `EqualTo` where a file says `equal`, in validation and in conditional formats. */
function shownComparison(name: ComparisonName): BasicRule['operator'] {
  const word = capital(name);
  return (/(Equal|equal)$/.test(name) ? `${word}To` : word) as BasicRule['operator'];
}

function storedComparison(name: string): ComparisonName {
  return small(name).replace(/To$/, '') as ComparisonName;
}

/** Conditional formats differ from validation in two words. */
function shownCondition(name: ComparisonName): string {
  return name.endsWith('OrEqual') ? capital(name) : shownComparison(name);
}

/** A number is a number, and anything else a formula with its `=`. */
function shownOperand(stored: string): string | number {
  const isNumber = stored.trim() !== '' && Number.isFinite(Number(stored));
  return isNumber ? Number(stored) : `=${stored}`;
}

function storedOperand(given: string | number): string {
  return String(given).replace(/^=/, '');
}

/** A day as Office.js may write it, `2017-01-05`, is a number in a file; there it would be a subtraction. */
function storedDay(given: string | number): string | number {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(given)) ?? [];
  return day === undefined ? given : calendarDate(1900, Number(year), Number(month), Number(day));
}

const BASIC_RULES = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
} as const;

export function readValidation(validation: ValidationData): ValidatedArea[] {
  const { prompt, alert } = validation;
  const read = {
    rule: ruleOf(validation),
    ignoreBlanks: validation.allowsBlank,
    errorAlert: {
      showAlert: alert.shows,
      style: capital(alert.style) as 'Stop' | 'Warning' | 'Information',
      title: alert.title,
      message: alert.text,
    },
    prompt: { showPrompt: prompt.shows, title: prompt.title, message: prompt.text },
  };
  return validation.ranges.map((range) => ({ area: areaOfRange(range), validation: read }));
}

function ruleOf({ type, operator, formulas, hasMenu }: ValidationData): ValidationRule {
  const [first = '', second] = formulas;
  switch (type) {
    case 'none':
      return {};
    case 'list': {
      const words = /^"([\s\S]*)"$/.exec(first)?.[1];
      const source = words === undefined ? `=${first}` : words.replaceAll('""', '"');
      return { list: { inCellDropDown: hasMenu, source } };
    }
    case 'custom':
      return { custom: { formula: `=${first}` } };
    case 'whole':
    case 'decimal':
    case 'date':
    case 'time':
    case 'textLength': {
      const rule: BasicRule = {
        formula1: shownOperand(first),
        ...(second !== undefined && { formula2: shownOperand(second) }),
        operator: shownComparison(operator),
      };
      return { [BASIC_RULES[type]]: rule };
    }
  }
}

export function writtenValidation({ area, validation }: ValidatedArea): ValidationData {
  const { rule, ignoreBlanks, errorAlert, prompt } = validation;
  const kind = validationType(rule);
  const basic = Object.values(BASIC_RULES)
    .map((name) => rule[name])
    .find((each) => each !== undefined);
  return {
    ranges: [rangeOfArea(area)],
    type: kind === 'WholeNumber' ? 'whole' : (small(kind) as ValidationData['type']),
    operator: basic ? storedComparison(basic.operator) : 'between',
    formulas: formulasOf(rule, basic),
    allowsBlank: ignoreBlanks,
    hasMenu: rule.list?.inCellDropDown ?? true,
    prompt: { shows: prompt.showPrompt, title: prompt.title, text: prompt.message },
    alert: {
      shows: errorAlert.showAlert,
      style: small(errorAlert.style) as ValidationData['alert']['style'],
      title: errorAlert.title,
      text: errorAlert.message,
    },
  };
}

function formulasOf(rule: ValidationRule, basic: BasicRule | undefined): string[] {
  if (rule.list) {
    const { source } = rule.list;
    return [source.startsWith('=') ? source.slice(1) : `"${source.replaceAll('"', '""')}"`];
  }
  if (rule.custom) return [storedOperand(rule.custom.formula)];
  if (!basic) return [];
  const { formula1, formula2 } = basic;
  const operands = [formula1, ...(formula2 === undefined ? [] : [formula2])];
  return operands.map((given) => storedOperand(rule.date ? storedDay(given) : given));
}

/** The rules as Office.js writes them. */
interface RuleShapes {
  readonly CellValue: {
    readonly operator: string;
    readonly formula1: string | number;
    readonly formula2?: string | number;
  };
  readonly Custom: { readonly formula: string };
  readonly ContainsText: { readonly operator: string; readonly text: string };
  readonly TopBottom: { readonly rank: number; readonly type: string };
  readonly PresetCriteria: { readonly criterion: string };
  readonly ColorScale: {
    readonly minimum: ScalePoint;
    readonly midpoint?: ScalePoint;
    readonly maximum: ScalePoint;
  };
}

interface ScalePoint {
  readonly type: string;
  readonly color?: string;
  readonly formula?: string | null;
}

const TEXT_OPERATORS = {
  containsText: 'Contains',
  notContainsText: 'NotContains',
  beginsWith: 'BeginsWith',
  endsWith: 'EndsWith',
} as const;

const CONDITIONS = {
  containsBlanks: 'Blanks',
  notContainsBlanks: 'NonBlanks',
  containsErrors: 'Errors',
  notContainsErrors: 'NonErrors',
  duplicateValues: 'DuplicateValues',
  uniqueValues: 'UniqueValues',
} as const;

const PERIODS: Readonly<Record<DayPeriod, string>> = {
  yesterday: 'Yesterday',
  today: 'Today',
  tomorrow: 'Tomorrow',
  last7Days: 'LastSevenDays',
  lastWeek: 'LastWeek',
  thisWeek: 'ThisWeek',
  nextWeek: 'NextWeek',
  lastMonth: 'LastMonth',
  thisMonth: 'ThisMonth',
  nextMonth: 'NextMonth',
};

const DEVIATIONS = ['', 'OneStdDev', 'TwoStdDev', 'ThreeStdDev'] as const;

const POINT_TYPES = {
  min: 'LowestValue',
  max: 'HighestValue',
  num: 'Number',
  percent: 'Percent',
  percentile: 'Percentile',
  formula: 'Formula',
} as const;

function keyOf<K extends string>(table: Readonly<Record<K, string>>, wanted: string): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === wanted);
}

export function readConditionalFormat(sheet: Sheet, format: ConditionalFormatData): ConditionalFormat {
  const [type, rule] = shownRule(format.rule);
  return {
    id: `{${String(sheet.workbook.nextNumber())}}`,
    sheet,
    type,
    areas: format.ranges.map(areaOfRange),
    stopIfTrue: format.stops,
    rule,
    look: shownLook(format.look ?? {}),
    isGone: false,
  };
}

function shownRule(rule: ConditionalRule): [type: keyof RuleShapes, rule: RuleShapes[keyof RuleShapes]] {
  switch (rule.kind) {
    case 'value': {
      const [first = '', second] = rule.formulas;
      const formula2 = second === undefined ? {} : { formula2: `=${second}` };
      return ['CellValue', { operator: shownCondition(rule.operator), formula1: `=${first}`, ...formula2 }];
    }
    case 'formula':
      return ['Custom', { formula: `=${rule.formula}` }];
    case 'text':
      return ['ContainsText', { operator: TEXT_OPERATORS[rule.operator], text: rule.text }];
    case 'top':
      return [
        'TopBottom',
        { rank: rule.rank, type: `${rule.bottom ? 'Bottom' : 'Top'}${rule.percent ? 'Percent' : 'Items'}` },
      ];
    case 'average': {
      const deviations = DEVIATIONS[rule.deviations] ?? '';
      const criterion = `${rule.orEqual ? 'EqualOr' : ''}${deviations}${rule.above ? 'Above' : 'Below'}Average`;
      return ['PresetCriteria', { criterion }];
    }
    case 'is':
      return ['PresetCriteria', { criterion: CONDITIONS[rule.what] }];
    case 'period':
      return ['PresetCriteria', { criterion: PERIODS[rule.period] }];
    case 'colours': {
      const [minimum, middle, top] = rule.points.map(shownPoint);
      const maximum = top ?? middle ?? minimum!;
      return ['ColorScale', { minimum: minimum!, ...(top && { midpoint: middle! }), maximum }];
    }
  }
}

function shownPoint({ type, value, colour }: ColourPoint): ScalePoint {
  return { type: POINT_TYPES[type], color: `#${colour}`, ...(value !== null && { formula: value }) };
}

function shownLook(look: LentLookData): LentLook {
  return {
    fontColor: shownColour(look.colour ?? null),
    bold: look.bold ?? null,
    italic: look.italic ?? null,
    fillColor: shownColour(look.fill ?? null),
    numberFormat: look.format ?? '',
  };
}

/** `null` for a rule that an add-in has not finished, or that a file of this house does not hold. */
export function writtenConditionalFormat(format: ConditionalFormat): ConditionalFormatData | null {
  const rule = storedRule(format.type, format.rule);
  if (!rule || format.areas.length === 0) return null;
  return {
    ranges: format.areas.map(rangeOfArea),
    stops: format.stopIfTrue,
    rule,
    look: rule.kind === 'colours' ? null : storedLook(format.look),
  };
}

function storedRule(type: string, given: unknown): ConditionalRule | null {
  switch (type) {
    case 'CellValue': {
      const { operator, formula1, formula2 } = given as Partial<RuleShapes['CellValue']>;
      if (operator === undefined || formula1 === undefined) return null;
      const formulas = [formula1, ...(formula2 === undefined || formula2 === '' ? [] : [formula2])];
      return { kind: 'value', operator: storedComparison(operator), formulas: formulas.map(storedOperand) };
    }
    case 'Custom': {
      const { formula = '' } = given as Partial<RuleShapes['Custom']>;
      return formula === '' ? null : { kind: 'formula', formula: storedOperand(formula) };
    }
    case 'ContainsText': {
      const { operator = '', text } = given as Partial<RuleShapes['ContainsText']>;
      const stored = keyOf(TEXT_OPERATORS, operator);
      return stored === undefined || text === undefined ? null : { kind: 'text', operator: stored, text };
    }
    case 'TopBottom': {
      const { rank, type: which = '' } = given as Partial<RuleShapes['TopBottom']>;
      if (rank === undefined) return null;
      return { kind: 'top', rank, bottom: which.startsWith('Bottom'), percent: which.endsWith('Percent') };
    }
    case 'PresetCriteria':
      return storedPreset((given as Partial<RuleShapes['PresetCriteria']>).criterion ?? '');
    case 'ColorScale': {
      const { minimum, midpoint, maximum } = given as Partial<RuleShapes['ColorScale']>;
      if (!minimum || !maximum) return null;
      const points = [minimum, ...(midpoint ? [midpoint] : []), maximum];
      return { kind: 'colours', points: points.map(storedPoint) };
    }
    default:
      return null;
  }
}

function storedPreset(criterion: string): ConditionalRule | null {
  const what = keyOf(CONDITIONS, criterion);
  if (what) return { kind: 'is', what };
  const period = keyOf(PERIODS, criterion);
  if (period) return { kind: 'period', period };
  const average = /^(EqualOr)?(OneStdDev|TwoStdDev|ThreeStdDev|)(Above|Below)Average$/.exec(criterion);
  if (!average) return null;
  const deviations = DEVIATIONS.findIndex((each) => each === average[2]);
  return { kind: 'average', above: average[3] === 'Above', orEqual: average[1] !== undefined, deviations };
}

function storedPoint({ type, color = '#000000', formula }: ScalePoint): ColourPoint {
  const stored = keyOf(POINT_TYPES, type) ?? 'num';
  const isBare = stored === 'min' || stored === 'max';
  return {
    type: stored,
    value: isBare ? null : storedOperand(formula ?? '0'),
    colour: color.slice(1).toUpperCase(),
  };
}

function storedLook({ fontColor, bold, italic, fillColor, numberFormat }: LentLook): LentLookData {
  const [colour, fill] = [storedColour(fontColor), storedColour(fillColor)];
  return {
    ...(bold !== null && { bold }),
    ...(italic !== null && { italic }),
    ...(colour !== null && { colour }),
    ...(fill !== null && { fill }),
    ...(numberFormat !== '' && { format: numberFormat }),
  };
}

const PERMISSIONS: Readonly<Record<ProtectedAction, Permission>> = {
  objects: 'allowEditObjects',
  scenarios: 'allowEditScenarios',
  formatCells: 'allowFormatCells',
  formatColumns: 'allowFormatColumns',
  formatRows: 'allowFormatRows',
  insertColumns: 'allowInsertColumns',
  insertRows: 'allowInsertRows',
  insertHyperlinks: 'allowInsertHyperlinks',
  deleteColumns: 'allowDeleteColumns',
  deleteRows: 'allowDeleteRows',
  sort: 'allowSort',
  autoFilter: 'allowAutoFilter',
  pivotTables: 'allowPivotTables',
};

export function readProtection({ allows, select }: ProtectionData): Protection {
  const allowed = Object.fromEntries(allows.map((action) => [PERMISSIONS[action], true]));
  const selectionMode = select === 'all' ? 'Normal' : select === 'none' ? 'None' : 'Unlocked';
  return { options: { ...NOTHING_ALLOWED, ...allowed, selectionMode }, password: null };
}

export function writtenProtection({ options }: Protection): ProtectionData {
  const { selectionMode } = options;
  return {
    allows: PROTECTED_ACTIONS.filter((action) => options[PERMISSIONS[action]]),
    select: selectionMode === 'Normal' ? 'all' : selectionMode === 'None' ? 'none' : 'unlocked',
  };
}

export function readFilter({ range, criteria }: FilterData): SheetFilter {
  return {
    area: areaOfRange(range),
    criteria: new Map(criteria.map(({ column, shows }) => [column, shownCriteria(shows)])),
  };
}

function shownCriteria(shows: FilterCriterion['shows']): Criteria {
  if ('texts' in shows) return { filterOn: 'Values', values: shows.texts };
  const [first, second] = shows.comparisons.map(({ operator, value }) => operator + value);
  return {
    filterOn: 'Custom',
    ...(first !== undefined && { criterion1: first }),
    ...(second !== undefined && { criterion2: second, operator: shows.both ? 'And' : 'Or' }),
  };
}

export function writtenFilter({ area, criteria }: SheetFilter): FilterData {
  return {
    range: rangeOfArea(area),
    criteria: [...criteria].flatMap(([column, each]) => {
      const shows = storedCriteria(each);
      return shows ? { column, shows } : [];
    }),
  };
}

function storedCriteria(criteria: Criteria): FilterCriterion['shows'] | null {
  const { filterOn, values = [], criterion1, criterion2, operator } = criteria;
  if (filterOn === 'Values') {
    return { texts: values.map((value) => (typeof value === 'string' ? value : value.date)) };
  }
  if (filterOn !== 'Custom') return null;
  const comparisons = [criterion1, criterion2].flatMap((each) =>
    each === undefined ? [] : comparison(each),
  );
  return { comparisons, both: operator !== 'Or' };
}

function comparison(criterion: string): FilterComparison {
  const [, sign = '=', value = ''] = /^(<=|>=|<>|[<>=])?(.*)$/s.exec(criterion)!;
  return { operator: sign as FilterComparison['operator'], value };
}

export function readHyperlink({
  range,
  address,
  location,
  tip,
  display,
}: HyperlinkData): Sheet['hyperlinks'][number] {
  const link: Hyperlink = {
    ...(address !== null && { address }),
    ...(location !== null && { documentReference: location }),
    ...(tip !== null && { screenTip: tip }),
    ...(display !== null && { textToDisplay: display }),
  };
  return { area: areaOfRange(range), link };
}

export function writtenHyperlink({ area, link }: Sheet['hyperlinks'][number]): HyperlinkData {
  return {
    range: rangeOfArea(area),
    address: link.address ?? null,
    location: link.documentReference ?? null,
    tip: link.screenTip ?? null,
    display: link.textToDisplay ?? null,
  };
}
