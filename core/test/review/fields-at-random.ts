/** Fields of the standard form with a value that they may hold, for property tests. */
import fc from 'fast-check';
import { fieldsOf, type Field } from '../../src/review/fields.ts';
import { TEXT_LIMIT, VALUE_LIMITS } from '../../src/review/read-value.ts';
import type { Answers, FieldValue } from '../../src/review/reviews.ts';
import { standardForm } from '../../src/review/standard-form.ts';

export const FORM = standardForm([2017, 2018, 2019, 2020, 2021, 2022]);
export const FIELDS = fieldsOf(FORM);

export function fieldOf(key: string): Field {
  const field = FIELDS.find((own) => own.key === key);
  if (!field) throw new Error(`no field ${key}`);
  return field;
}

function valueOf({ takes, item }: Field): fc.Arbitrary<FieldValue> {
  if (takes === 'code') return fc.constantFrom(...item.codes.map(({ code }) => code));
  if (takes === 'yes-no') return fc.boolean();
  if (takes === 'text')
    return fc
      .string({ minLength: 1, maxLength: TEXT_LIMIT })
      .map((text) => text.trim())
      .filter((text) => text !== '');
  const { least, most } = VALUE_LIMITS[takes];
  return fc.integer({ min: least, max: most });
}

export const fieldAndValue = fc
  .constantFrom(...FIELDS)
  .chain((field) => valueOf(field).map((value) => ({ field, value })));

/** Some fields answered, the others empty. */
export const someAnswers: fc.Arbitrary<Answers> = fc
  .array(fieldAndValue, { maxLength: 60 })
  .map((given) => Object.fromEntries(given.map(({ field, value }) => [field.key, value])));
