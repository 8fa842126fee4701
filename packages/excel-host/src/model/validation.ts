/** What may be typed into cells: rules as Excel keeps them, and whether a value obeys. */
import type { Area } from './area.ts';

export interface ValidationRule {
  readonly list?: { readonly inCellDropDown: boolean; readonly source: string };
  readonly wholeNumber?: BasicRule;
  readonly decimal?: BasicRule;
  readonly textLength?: BasicRule;
  readonly date?: BasicRule;
  readonly time?: BasicRule;
  readonly custom?: { readonly formula: string };
}

export interface BasicRule {
  readonly formula1: string | number;
  readonly formula2?: string | number;
  readonly operator:
    | 'Between'
    | 'NotBetween'
    | 'EqualTo'
    | 'NotEqualTo'
    | 'GreaterThan'
    | 'LessThan'
    | 'GreaterThanOrEqualTo'
    | 'LessThanOrEqualTo';
}

export interface ErrorAlert {
  readonly showAlert: boolean;
  readonly style: 'Stop' | 'Warning' | 'Information';
  readonly title: string;
  readonly message: string;
}

export interface Prompt {
  readonly showPrompt: boolean;
  readonly title: string;
  readonly message: string;
}

export interface Validation {
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: ErrorAlert;
  readonly prompt: Prompt;
}

export interface ValidatedArea {
  readonly area: Area;
  readonly validation: Validation;
}

export const NO_VALIDATION: Validation = {
  rule: {},
  ignoreBlanks: true,
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
  prompt: { showPrompt: true, title: '', message: '' },
};

export const VALIDATION_TYPES = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  date: 'Date',
  time: 'Time',
  custom: 'Custom',
} as const;

export type ValidationType = 'None' | (typeof VALIDATION_TYPES)[keyof typeof VALIDATION_TYPES];

export function validationType(rule: ValidationRule): ValidationType {
  const kind = (Object.keys(VALIDATION_TYPES) as (keyof typeof VALIDATION_TYPES)[]).find(
    (key) => rule[key] !== undefined,
  );
  return kind === undefined ? 'None' : VALIDATION_TYPES[kind];
}

/** The same with other formulas where a list's values stand in cells. */
export function withLists(
  validations: readonly ValidatedArea[],
  change: (formula: string) => string,
): ValidatedArea[] {
  return validations.map((each) => {
    const { list } = each.validation.rule;
    if (!list?.source.startsWith('=')) return each;
    const rule = { list: { ...list, source: change(list.source) } };
    return { ...each, validation: { ...each.validation, rule } };
  });
}
