/** What a workbook carries beside its sheets: names, settings, custom XML and document properties. */
import { absoluteAddress, quotedSheetName } from '../model/address.ts';
import { plainValue } from '../model/cell-value.ts';
import { cellsOfFormula, type CellsOf } from '../model/cells-of.ts';
import type { DefinedName } from '../model/defined-name.ts';
import { Fault } from '../model/fault.ts';
import { checkDefinedName } from '../model/naming.ts';
import type { Sheet } from '../model/sheet.ts';
import type { CustomXmlPart, DocumentProperty, Setting, Workbook } from '../model/workbook.ts';
import { namespaceOf } from '../model/xml-namespace.ts';
import { requireText } from '../wire/checked.ts';
import {
  act,
  answer,
  describe,
  event,
  field,
  give,
  giveOrNull,
  items,
  part,
  value,
  writable,
} from '../wire/description.ts';

/** The names of the workbook, or of one sheet. */
interface Names {
  readonly workbook: Workbook;
  readonly sheet: Sheet | null;
}

function namesOf({ workbook, sheet }: Names): DefinedName[] {
  return (sheet ?? workbook).names;
}

function findName(names: Names, wanted: string): DefinedName | null {
  return namesOf(names).find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ?? null;
}

export const namedItemCollection = describe<Excel.NamedItemCollection, Names>('NamedItemCollection', {
  items: items('NamedItem', (names) => namesOf(names).map((name) => ({ ...names, name }))),
  add: give('1.4', 'NamedItem', (names, name, reference, comment) =>
    addName(names, name, reference, comment ?? ''),
  ),
  addFormulaLocal: give('1.4', 'NamedItem', (names, name, formula, comment) =>
    addName(names, name, formula, comment ?? ''),
  ),
  getCount: answer('1.4', (names) => namesOf(names).length),
  getItem: give('1.1', 'NamedItem', (names, wanted) => named(names, wanted)),
  getItemOrNullObject: giveOrNull('1.4', 'NamedItem', (names, wanted) => named(names, wanted)),
});

interface Named extends Names {
  readonly name: DefinedName;
}

function named(names: Names, wanted: string): Named | null {
  const name = findName(names, requireText('name', wanted));
  return name && { ...names, name };
}

function addName(names: Names, wanted: string, reference: CellsOf | string, comment: string): Named {
  const tables = names.workbook.tables.map(({ name }) => name);
  checkDefinedName(wanted, [...namesOf(names).map(({ name }) => name), ...tables]);
  const formula =
    typeof reference === 'string'
      ? reference.startsWith('=')
        ? reference
        : `=${reference}`
      : `=${quotedSheetName(reference.sheet.name)}!${absoluteAddress(reference.area)}`;
  const name: DefinedName = {
    name: wanted,
    sheet: names.sheet,
    formula,
    comment,
    visible: true,
    isGone: false,
  };
  namesOf(names).push(name);
  return { ...names, name };
}

export const namedItem = describe<Excel.NamedItem, Named>(
  'NamedItem',
  {
    worksheet: part('1.4', 'Worksheet', ({ sheet }) => {
      if (!sheet) throw new Fault('InvalidOperation', 'the name belongs to the whole workbook');
      return sheet;
    }),
    worksheetOrNullObject: part('1.4', 'Worksheet', ({ sheet }) => sheet),
    comment: writable(
      '1.4',
      ({ name }) => name.comment,
      ({ name }, comment) => {
        name.comment = comment;
      },
    ),
    formula: writable(
      '1.7',
      ({ name }) => name.formula,
      ({ name }, formula) => {
        name.formula = requireText('formula', formula);
      },
    ),
    name: value('1.1', ({ name }) => name.name),
    scope: value('1.4', ({ sheet }) => (sheet ? 'Worksheet' : 'Workbook')),
    type: value('1.1', (names) => typeOfName(names)),
    value: value('1.1', (names) => valueOfName(names) as unknown),
    visible: writable(
      '1.1',
      ({ name }) => name.visible,
      ({ name }, visible) => {
        name.visible = visible;
      },
    ),
    delete: act('1.4', ({ name, ...names }) => {
      name.isGone = true;
      namesOf(names).splice(namesOf(names).indexOf(name), 1);
    }),
    getRange: give('1.1', 'Range', (names) => cellsOfName(names)),
    getRangeOrNullObject: giveOrNull('1.4', 'Range', (names) => cellsOfName(names)),
  },
  ({ name }) => !name.isGone,
);

function cellsOfName({ workbook, sheet, name }: Named): CellsOf | null {
  return cellsOfFormula(sheet ?? workbook.activeSheet, name.formula);
}

function valueOfName(names: Named): string | number | boolean {
  const cells = cellsOfName(names);
  if (cells) return names.name.formula.slice(1);
  const { workbook, sheet, name } = names;
  return plainValue(workbook.calculator?.evaluate(sheet ?? workbook.activeSheet, name.formula) ?? null);
}

function typeOfName(names: Named): 'Range' | 'String' | 'Boolean' | 'Double' | 'Integer' {
  if (cellsOfName(names)) return 'Range';
  const value = valueOfName(names);
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

export const settingCollection = describe<Excel.SettingCollection, Workbook>('SettingCollection', {
  items: items('Setting', ({ settings }) => settings),
  add: give('1.4', 'Setting', (workbook, key, value) => addSetting(workbook, requireText('key', key), value)),
  getCount: answer('1.4', ({ settings }) => settings.length),
  getItem: give('1.4', 'Setting', ({ settings }, key) => settings.find((each) => each.key === key)),
  getItemOrNullObject: giveOrNull('1.4', 'Setting', ({ settings }, key) =>
    settings.find((each) => each.key === key),
  ),
  onSettingsChanged: event('1.4', 'settings', (workbook) => ({
    settings: { count: workbook.settings.length },
  })),
});

function addSetting(workbook: Workbook, key: string, given: unknown): Setting {
  const known = workbook.settings.find((each) => each.key === key);
  const copy: unknown = given instanceof Date ? given : structuredClone(given);
  const setting = known ?? { owner: workbook, key, value: copy, isGone: false };
  setting.value = copy;
  if (!known) workbook.settings.push(setting);
  workbook.events.emit({ kind: 'settings' });
  return setting;
}

export const setting = describe<Excel.Setting, Setting>(
  'Setting',
  {
    key: value('1.4', ({ key }) => key),
    value: writable(
      '1.4',
      (setting) => setting.value,
      (setting, value) => {
        setting.value = value;
      },
    ),
    delete: act('1.4', (setting) => {
      setting.isGone = true;
      setting.owner.settings = setting.owner.settings.filter((other) => other !== setting);
    }),
  },
  ({ isGone }) => !isGone,
);

/** All custom XML parts, or those of one namespace. */
interface XmlParts {
  readonly workbook: Workbook;
  readonly namespace: string | null;
}

function xmlParts({ workbook, namespace }: XmlParts): CustomXmlPart[] {
  return workbook.customXmlParts.filter((each) => namespace === null || each.namespaceUri === namespace);
}

export const customXmlPartCollection = describe<Excel.CustomXmlPartCollection, XmlParts>(
  'CustomXmlPartCollection',
  {
    items: items('CustomXmlPart', (parts) => xmlParts(parts)),
    add: give('1.5', 'CustomXmlPart', ({ workbook }, xml) => {
      const number = workbook.nextNumber().toString(16).toUpperCase().padStart(12, '0');
      const added = {
        workbook,
        id: `{00000000-0000-4000-8000-${number}}`,
        xml,
        namespaceUri: namespaceOf(requireText('xml', xml)),
        isGone: false,
      };
      workbook.customXmlParts.push(added);
      return added;
    }),
    getByNamespace: give('1.5', 'CustomXmlPartScopedCollection', ({ workbook }, namespace) => ({
      workbook,
      namespace,
    })),
    getCount: answer('1.5', (parts) => xmlParts(parts).length),
    getItem: give('1.5', 'CustomXmlPart', (parts, id) => xmlParts(parts).find((each) => each.id === id)),
    getItemOrNullObject: giveOrNull('1.5', 'CustomXmlPart', (parts, id) =>
      xmlParts(parts).find((each) => each.id === id),
    ),
  },
);

export const customXmlPartScopedCollection = describe<Excel.CustomXmlPartScopedCollection, XmlParts>(
  'CustomXmlPartScopedCollection',
  {
    items: items('CustomXmlPart', (parts) => xmlParts(parts)),
    getCount: answer('1.5', (parts) => xmlParts(parts).length),
    getItem: give('1.5', 'CustomXmlPart', (parts, id) => xmlParts(parts).find((each) => each.id === id)),
    getItemOrNullObject: giveOrNull('1.5', 'CustomXmlPart', (parts, id) =>
      xmlParts(parts).find((each) => each.id === id),
    ),
    getOnlyItem: give('1.5', 'CustomXmlPart', (parts) => onlyPart(parts)),
    getOnlyItemOrNullObject: giveOrNull('1.5', 'CustomXmlPart', (parts) => onlyPart(parts)),
  },
);

/** Docs, getOnlyItem: the one part, and nothing where there are none or several. */
function onlyPart(parts: XmlParts): CustomXmlPart | null {
  const found = xmlParts(parts);
  return found.length === 1 ? found[0]! : null;
}

export const customXmlPart = describe<Excel.CustomXmlPart, CustomXmlPart>(
  'CustomXmlPart',
  {
    id: value('1.5', ({ id }) => id),
    namespaceUri: value('1.5', ({ namespaceUri }) => namespaceUri),
    getXml: answer('1.5', ({ xml }) => xml),
    setXml: act('1.5', (xmlPart, xml) => {
      xmlPart.namespaceUri = namespaceOf(requireText('xml', xml));
      xmlPart.xml = xml;
    }),
    delete: act('1.5', (xmlPart) => {
      xmlPart.isGone = true;
      xmlPart.workbook.customXmlParts = xmlPart.workbook.customXmlParts.filter((other) => other !== xmlPart);
    }),
  },
  ({ isGone }) => !isGone,
);

type Properties = Workbook['properties'];

function documentField<K extends keyof Properties, V>(key: K) {
  return writable<Workbook, V>(
    '1.7',
    ({ properties }) => properties[key] as unknown as V,
    ({ properties }, value) => {
      Object.assign(properties, { [key]: value });
    },
  );
}

export const documentProperties = describe<Excel.DocumentProperties, Workbook>('DocumentProperties', {
  custom: part('1.7', 'CustomPropertyCollection', (workbook) => workbook),
  author: documentField('author'),
  category: documentField('category'),
  comments: documentField('comments'),
  company: documentField('company'),
  creationDate: value('1.7', ({ properties }) => properties.creationDate),
  keywords: documentField('keywords'),
  lastAuthor: value('1.7', ({ properties }) => properties.lastAuthor),
  manager: documentField('manager'),
  revisionNumber: documentField('revisionNumber'),
  subject: documentField('subject'),
  title: documentField('title'),
});

export const documentPropertyCollection = describe<Excel.CustomPropertyCollection, Workbook>(
  'CustomPropertyCollection',
  {
    items: items('CustomProperty', ({ customDocumentProperties }) => customDocumentProperties),
    add: give('1.7', 'CustomProperty', (workbook, key, value) => {
      const known = findDocumentProperty(workbook, key);
      if (known) known.value = value as DocumentProperty['value'];
      const property = known ?? { workbook, key, value: value as DocumentProperty['value'], isGone: false };
      if (!known) workbook.customDocumentProperties.push(property);
      return property;
    }),
    deleteAll: act('1.7', (workbook) => {
      for (const property of workbook.customDocumentProperties) property.isGone = true;
      workbook.customDocumentProperties = [];
    }),
    getCount: answer('1.7', ({ customDocumentProperties }) => customDocumentProperties.length),
    getItem: give('1.7', 'CustomProperty', findDocumentProperty),
    getItemOrNullObject: giveOrNull('1.7', 'CustomProperty', findDocumentProperty),
  },
);

function findDocumentProperty(workbook: Workbook, key: string): DocumentProperty | null {
  return (
    workbook.customDocumentProperties.find((each) => each.key.toLowerCase() === key.toLowerCase()) ?? null
  );
}

export const documentProperty = describe<Excel.CustomProperty, DocumentProperty>(
  'CustomProperty',
  {
    key: value('1.7', ({ key }) => key),
    value: field('1.7', 'value'),
    type: value('1.7', ({ value }) => {
      if (value instanceof Date) return 'Date';
      if (typeof value === 'number') return Number.isInteger(value) ? 'Number' : 'Float';
      return typeof value === 'boolean' ? 'Boolean' : 'String';
    }),
    delete: act('1.7', (property) => {
      property.isGone = true;
      const { workbook } = property;
      workbook.customDocumentProperties = workbook.customDocumentProperties.filter(
        (other) => other !== property,
      );
    }),
  },
  ({ isGone }) => !isGone,
);
