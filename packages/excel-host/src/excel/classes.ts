/** Every class that this host has, by its name in the Excel namespace. */
import { clientClass, type ClientClass } from '../wire/client-object.ts';
import type { ClassDescription } from '../wire/description.ts';
import { notInThisHost } from '../wire/error.ts';
import type { ClassSource } from '../wire/request-context.ts';
import * as chart from './chart.ts';
import * as conditionalFormat from './conditional-format.ts';
import * as dataValidation from './data-validation.ts';
import * as rangeAreas from './range-areas.ts';
import * as functions from './functions.ts';
import * as pageBreaks from './page-breaks.ts';
import * as range from './range.ts';
import * as rangeFormat from './range-format.ts';
import * as sheetParts from './sheet-parts.ts';
import * as table from './table.ts';
import * as workbook from './workbook.ts';
import * as workbookParts from './workbook-parts.ts';
import * as worksheet from './worksheet.ts';

export const DESCRIPTIONS: readonly ClassDescription[] = [
  workbook,
  workbookParts,
  worksheet,
  sheetParts,
  range,
  rangeAreas,
  dataValidation,
  conditionalFormat,
  chart,
  rangeFormat,
  functions,
  pageBreaks,
  table,
].flatMap((family) => Object.values<ClassDescription>(family));

const BY_NAME = new Map(DESCRIPTIONS.map((description) => [description.name, description]));

/** The classes made for one Excel; two Excels in one program share none. */
export class Classes implements ClassSource {
  private readonly made = new Map<string, ClientClass>();

  description(name: string): ClassDescription {
    const description = BY_NAME.get(name);
    if (!description) throw notInThisHost(`Excel.${name}`);
    return description;
  }

  clientClass(name: string): ClientClass {
    let made = this.made.get(name);
    if (!made) this.made.set(name, (made = clientClass(this.description(name))));
    return made;
  }

  has(name: string): boolean {
    return BY_NAME.has(name);
  }
}
