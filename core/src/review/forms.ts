/** The forms that come with the product, each made for the years that it is to cover. */
import type { Form } from './form.ts';
import { lightForm } from './light-form.ts';
import { standardForm } from './standard-form.ts';

/** The forms that come with the product, for given calendar years. */
export const FORMS: Readonly<Record<'standard' | 'light', (years: readonly number[]) => Form>> = {
  standard: standardForm,
  light: lightForm,
};
