/** Excel.DataValidation. */
import { areaAddress } from '../model/address.ts';
import { cellCount, intersection, overlaps, type Area } from '../model/area.ts';
import type { AreasOf, CellsOf } from '../model/cells-of.ts';
import { subtract, withoutArea } from '../model/clearing.ts';
import { Fault } from '../model/fault.ts';
import type { Sheet } from '../model/sheet.ts';
import {
  NO_VALIDATION,
  validationType,
  VALIDATION_TYPES,
  type Validation,
  type ValidationRule,
} from '../model/validation.ts';
import { invalidCells } from '../model/validity.ts';
import { act, describe, give, giveOrNull, value, writable } from '../wire/description.ts';

type Validated = CellsOf | AreasOf;

function areasOf(target: Validated): readonly Area[] {
  return 'area' in target ? [target.area] : target.areas;
}

/** The validations that the cells have: none, one, or several. */
function validationsIn(target: Validated): readonly Validation[] {
  const found = new Set<Validation>();
  for (const area of areasOf(target)) {
    const pieces = target.sheet.validations.filter((each) => overlaps(each.area, area));
    for (const { validation } of pieces) found.add(validation);
    const covered = pieces.reduce((sum, piece) => sum + cellCount(intersection(piece.area, area)!), 0);
    if (covered < cellCount(area)) found.add(NO_VALIDATION);
  }
  return [...found];
}

function common<K extends keyof Validation>(target: Validated, key: K): Validation[K] | null {
  const found = validationsIn(target);
  return found.length === 1 ? found[0]![key] : null;
}

function change(target: Validated, changed: (before: Validation) => Validation): void {
  const { sheet } = target;
  sheet.demand('allowFormatCells');
  for (const area of areasOf(target)) {
    const before = sheet.validations.filter((each) => overlaps(each.area, area));
    const bare = before.reduce<Area[]>(
      (rest, each) => rest.flatMap((piece) => subtract(piece, each.area)),
      [area],
    );
    sheet.validations = [
      ...withoutArea(sheet.validations, area),
      ...before.map((each) => ({
        area: intersection(each.area, area)!,
        validation: changed(each.validation),
      })),
      ...bare.map((piece) => ({ area: piece, validation: changed(NO_VALIDATION) })),
    ].filter(({ validation }) => validation !== NO_VALIDATION);
  }
}

/** A rule is of one kind; a list of values given outright holds 255 characters (docs, ListDataValidation.source). */
function checkedRule(sheet: Sheet, given: Excel.DataValidationRule): ValidationRule {
  const kinds = Object.entries(given).filter(([, rule]) => rule !== undefined);
  const [kind] = kinds[0] ?? [];
  if (kinds.length !== 1 || !(kind! in VALIDATION_TYPES)) {
    throw new Fault('InvalidArgument', `a rule is one of ${Object.keys(VALIDATION_TYPES).join(', ')}`);
  }
  if (!given.list) return given as ValidationRule;
  const { source, inCellDropDown } = given.list;
  const text = typeof source === 'string' ? source : sourceAddress(sheet, source as unknown as CellsOf);
  if (!text.startsWith('=') && text.length > 255) {
    throw new Fault('InvalidArgument', 'a list that is not in cells holds 255 characters');
  }
  return { list: { inCellDropDown, source: text } };
}

function sourceAddress(sheet: Sheet, cells: CellsOf): string {
  const own = cells.sheet === sheet ? '' : `'${cells.sheet.name.replaceAll("'", "''")}'!`;
  return `=${own}${areaAddress(cells.area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
}

export const dataValidation = describe<Excel.DataValidation, Validated>('DataValidation', {
  rule: writable(
    '1.8',
    (target) => common(target, 'rule') as Excel.DataValidationRule | null,
    (target, rule) => {
      const checked = checkedRule(target.sheet, rule);
      change(target, (before) => ({ ...before, rule: checked }));
    },
  ),
  errorAlert: writable(
    '1.8',
    (target) => common(target, 'errorAlert'),
    (target, errorAlert) => {
      const { title, message, showAlert, style } = errorAlert;
      const plain = { title, message, showAlert, style: style };
      change(target, (before) => ({ ...before, errorAlert: plain }));
    },
  ),
  prompt: writable(
    '1.8',
    (target) => common(target, 'prompt'),
    (target, prompt) => change(target, (before) => ({ ...before, prompt: { ...prompt } })),
  ),
  ignoreBlanks: writable(
    '1.8',
    (target) => common(target, 'ignoreBlanks'),
    (target, ignoreBlanks) => change(target, (before) => ({ ...before, ignoreBlanks })),
  ),
  // Docs, DataValidationType: Inconsistent where cells differ, MixedCriteria where some have none.
  type: value('1.8', (target) => {
    const found = validationsIn(target);
    if (found.length === 1) return validationType(found[0]!.rule);
    return found.includes(NO_VALIDATION) ? 'MixedCriteria' : 'Inconsistent';
  }),
  valid: value('1.8', (target) =>
    areasOf(target).every((area) => invalidCells(target.sheet, area).length === 0),
  ),
  clear: act('1.8', (target) => {
    const { sheet } = target;
    sheet.demand('allowFormatCells');
    for (const area of areasOf(target)) sheet.validations = withoutArea(sheet.validations, area);
  }),
  getInvalidCells: give('1.9', 'RangeAreas', (target) => invalidAreas(target)),
  getInvalidCellsOrNullObject: giveOrNull('1.9', 'RangeAreas', (target) => invalidAreas(target)),
});

function invalidAreas(target: Validated): AreasOf | null {
  const areas = areasOf(target).flatMap((area) => invalidCells(target.sheet, area));
  return areas.length === 0 ? null : { sheet: target.sheet, areas };
}
