/** Columns and codes: what was taken for what, how sure and why, and the menus to choose otherwise. */
import {
  formatNumber,
  mappingWords,
  type CodedRole,
  type ColumnChoice,
  type ColumnValues,
  type Language,
  type MappingWords,
  type Role,
  type RoleChoice,
  type ValueChoice,
} from 'isu-core';
import type { ShownMapping } from 'isu-session';
import { button } from './fields.ts';
import { make } from './make-element.ts';
import type { MappingPartWords } from './page-words.ts';

export interface MappingActions {
  readonly chooseColumn: (role: Role, name: string | false | null) => void;
  readonly chooseCode: (role: CodedRole, value: string, meaning: string | null) => void;
  readonly chooseHeaderRow: (row: number) => void;
  readonly forgetMapping: () => void;
  readonly saveMapping: () => void;
}

export interface MappingPart {
  readonly element: HTMLElement;
  /** @param isNeeded the register cannot be read until a column is pointed out */
  show(mapping: ShownMapping | null, isNeeded: boolean): void;
}

interface Look {
  readonly words: MappingPartWords;
  readonly names: MappingWords;
  readonly language: Language;
  readonly actions: MappingActions;
}

export function drawMappingPart(
  words: MappingPartWords,
  language: Language,
  actions: MappingActions,
): MappingPart {
  const look: Look = { words, names: mappingWords(language), language, actions };
  const told = make('span', { class: 'told' });
  const content = make('div', { class: 'mapping-content' });
  const element = make(
    'details',
    { class: 'mapping', hidden: true },
    make('summary', { id: 'mapping' }, make('strong', {}, words.title), ' ', told),
    content,
  );
  const openRoles = new Set<CodedRole>();
  return {
    element,
    show: (mapping, isNeeded) => {
      element.hidden = mapping === null;
      if (mapping === null) return;
      if (isNeeded) element.open = true;
      const focused = content.contains(document.activeElement) ? document.activeElement!.id : '';
      told.replaceChildren(...dotted(summaryOf(mapping, words)));
      content.replaceChildren(
        make('p', { class: 'hint' }, words.intro),
        headerRowLine(mapping, look),
        columnsTable(mapping, look),
        ...(mapping.showsCells ? [] : [make('p', { class: 'hint' }, words.examplesHidden)]),
        codesPart(mapping, openRoles, look),
        ...buttons(mapping, isNeeded, look),
      );
      // The menu that was used is drawn anew, and keeps the keyboard.
      if (focused !== '') (document.getElementById(focused) ?? element.querySelector('summary'))?.focus();
    },
  };
}

function summaryOf({ roles, values }: ShownMapping, words: MappingPartWords): readonly HTMLElement[] {
  const found = roles.filter(({ column }) => column !== null).length;
  const unsure = roles.filter(needsLook).length + values.filter((column) => unknownIn(column) > 0).length;
  const chosen =
    roles.filter((choice) => choice.chosen !== null).length +
    values.flatMap((column) => column.values).filter(({ chosenAs }) => chosenAs !== null).length;
  return [
    make('span', {}, words.found(found, roles.length)),
    ...(chosen > 0 ? [make('span', {}, words.byUser(chosen))] : []),
    ...(unsure > 0 ? [make('span', { class: 'look' }, words.toCheck(unsure))] : []),
  ];
}

/** Each after a dot that stands in the text, so that those who hear it hear them apart. */
function dotted(parts: readonly HTMLElement[]): readonly (Node | string)[] {
  return parts.flatMap((part) => [' · ', part]);
}

function needsLook({ sureness, isRequired, column }: RoleChoice): boolean {
  return sureness === 'unsure' || (isRequired && column === null);
}

/** Values that should have a code and have none. */
function unknownIn({ codes, values }: ColumnValues): number {
  return codes === null ? 0 : values.filter(({ meaning }) => !codes.includes(meaning)).length;
}

function headerRowLine({ headerRow, topRows }: ShownMapping, { words, actions }: Look): HTMLElement {
  const options = topRows.map(({ row, cells }) => {
    const shown = cells.filter((cell) => cell !== '').join(' · ');
    const text = words.row(row, shown.length > 60 ? `${shown.slice(0, 59)}…` : shown);
    return make('option', { value: String(row), selected: row === headerRow }, text);
  });
  const select = make('select', { id: 'header-row' }, ...options);
  select.addEventListener('change', () => actions.chooseHeaderRow(Number(select.value)));
  return make(
    'div',
    { class: 'field header-row' },
    make('label', { for: 'header-row' }, words.headerRow),
    select,
  );
}

function columnsTable(mapping: ShownMapping, look: Look): HTMLElement {
  const { words } = look;
  const headers = [words.role, words.column, ...(mapping.showsCells ? [words.examples] : []), words.sureness];
  return make(
    'table',
    { class: 'choices' },
    make('caption', {}, words.columnsTitle),
    make('thead', {}, make('tr', {}, ...headers.map((header) => make('th', { scope: 'col' }, header)))),
    make('tbody', {}, ...mapping.roles.map((choice) => columnRow(choice, mapping, look))),
  );
}

function columnRow(choice: RoleChoice, mapping: ShownMapping, look: Look): HTMLElement {
  const { role, column } = choice;
  const examples = column === null ? [] : mapping.columns[column]!.examples;
  return make(
    'tr',
    { class: needsLook(choice) ? 'look' : '' },
    make('th', { scope: 'row' }, look.names.roles[role]),
    make('td', {}, columnMenu(choice, mapping.columns, look)),
    ...(mapping.showsCells
      ? [make('td', { class: 'examples' }, ...examples.map((value) => make('span', {}, value, ' ')))]
      : []),
    make('td', { class: 'why' }, ...whyOf(choice, look)),
  );
}

/** What no column is called. */
const NO_COLUMN = ' ';

/** The empty value takes back the user's choice, or says that nothing is chosen. */
function columnMenu(
  { role, column, chosen, isRequired }: RoleChoice,
  columns: readonly ColumnChoice[],
  { words, names, actions }: Look,
): HTMLSelectElement {
  const taken = column === null ? null : columns[column]!;
  const first =
    chosen !== null
      ? [make('option', { value: '' }, words.asFound)]
      : taken === null
        ? [make('option', { value: '', selected: true }, isRequired ? words.choose : words.noColumn)]
        : [];
  const select = make(
    'select',
    { id: `column-${role}`, 'aria-label': words.columnFor(names.roles[role]) },
    ...first,
    ...(isRequired || (chosen === null && taken === null)
      ? []
      : [make('option', { value: NO_COLUMN, selected: chosen === false }, words.noColumn)]),
    ...(typeof chosen === 'string' && taken === null
      ? [make('option', { value: chosen, selected: true }, words.notInFile(chosen))]
      : []),
    ...columns.map((each) =>
      make('option', { value: each.name, selected: each === taken }, columnLabel(each, words)),
    ),
  );
  select.addEventListener('change', () =>
    actions.chooseColumn(role, select.value === NO_COLUMN ? false : select.value || null),
  );
  return select;
}

function columnLabel({ header, name, letter }: ColumnChoice, words: MappingPartWords): string {
  if (header === '') return words.letter(letter);
  return name === header ? header : `${header} (${words.letter(letter)})`;
}

function whyOf({ by, sureness, fit, passedOver }: RoleChoice, look: Look): readonly HTMLElement[] {
  const { words, names, language } = look;
  if (by === null) return [];
  const why = words.why[typeof by === 'number' ? 'header' : by];
  const reasons = [
    why + (passedOver.length > 0 ? ` ${words.passedOver(passedOver.join(', '))}` : ''),
    ...(fit === null || fit === 1 ? [] : [words.fit(formatNumber(fit * 100, 'percent', language))]),
  ];
  return [
    ...(sureness === null
      ? []
      : [make('span', { class: `sureness ${sureness}` }, names.surenesses[sureness])]),
    make('span', { class: 'hint' }, reasons.join('; ')),
  ];
}

function codesPart(mapping: ShownMapping, openRoles: Set<CodedRole>, look: Look): HTMLElement {
  const { words } = look;
  const { values, showsValues } = mapping;
  const element = make('section', { class: 'codes', 'aria-labelledby': 'codes-heading' });
  element.append(make('h3', { id: 'codes-heading' }, words.codesTitle));
  element.append(make('p', { class: 'hint' }, showsValues ? words.codesHint : words.codesHidden));
  element.append(...values.map((column) => codesOfRole(column, openRoles, look)));
  return element;
}

function codesOfRole(column: ColumnValues, openRoles: Set<CodedRole>, look: Look): HTMLElement {
  const { words, names, language } = look;
  const { role, values, different } = column;
  const unknown = unknownIn(column);
  const integer = (n: number) => formatNumber(n, 'integer', language);
  const details = make(
    'details',
    { class: 'values', open: openRoles.has(role) },
    make(
      'summary',
      { id: `values-${role}` },
      make('strong', {}, names.roles[role]),
      ' ',
      make(
        'span',
        { class: 'told' },
        ...dotted([
          make('span', {}, words.values(different)),
          ...(unknown > 0 ? [make('span', { class: 'look' }, words.unknownValues(unknown))] : []),
        ]),
      ),
    ),
  );
  const draw = () => {
    const rows = values.map((value, at) =>
      make(
        'tr',
        {},
        make('th', { scope: 'row' }, value.value),
        make('td', { class: 'figure' }, integer(value.rows)),
        make('td', {}, meaningMenu(column, value, at, look)),
      ),
    );
    const suggested = [...new Set(values.map(({ meaning }) => meaning))];
    details.append(
      make('datalist', { id: `names-${role}` }, ...suggested.map((name) => make('option', { value: name }))),
      make(
        'table',
        { class: 'choices', 'aria-label': names.roles[role] },
        make(
          'thead',
          {},
          make(
            'tr',
            {},
            make('th', { scope: 'col' }, words.value),
            make('th', { scope: 'col', class: 'figure' }, words.rows),
            make('th', { scope: 'col' }, words.takenFor),
          ),
        ),
        make('tbody', {}, ...rows),
      ),
      ...(different > values.length
        ? [make('p', { class: 'hint' }, words.moreValues(values.length, different))]
        : []),
    );
  };
  // Two hundred menus are drawn for who asks for them.
  let isDrawn = details.open;
  if (isDrawn) draw();
  details.addEventListener('toggle', () => {
    if (details.open) openRoles.add(role);
    else openRoles.delete(role);
    if (details.open && !isDrawn) draw();
    isDrawn ||= details.open;
  });
  return details;
}

function meaningMenu(column: ColumnValues, value: ValueChoice, at: number, look: Look): HTMLElement {
  const { words, names, actions } = look;
  const { role, codes } = column;
  const id = `code-${role}-${String(at)}`;
  const label = words.takenForOf(value.value, names.roles[role]);
  const choose = (meaning: string) =>
    actions.chooseCode(
      role,
      value.chosenAs ?? value.value,
      meaning === '' || meaning === value.found ? null : meaning,
    );
  const input =
    codes === null
      ? nameMenu(column, value, { id, label, words })
      : codeMenu(codes, value, { id, label, words, names });
  input.addEventListener('change', () => choose(input.value.trim()));
  const isUsers = value.chosenAs !== null;
  return make(
    'div',
    { class: 'meaning' },
    input,
    ...(isUsers ? [make('span', { class: 'hint' }, words.chosenByYou)] : []),
  );
}

interface MenuLook {
  readonly id: string;
  readonly label: string;
  readonly words: MappingPartWords;
}

/** The first is what was found; the user's own choice, where there is one, stands chosen below it. */
function codeMenu(
  codes: readonly string[],
  { meaning, found, chosenAs }: ValueChoice,
  { id, label, words, names }: MenuLook & { readonly names: MappingWords },
): HTMLSelectElement {
  const nameOf = (code: string) => (codes.includes(code) ? names.codes[code]! : words.notRecognised);
  const others = codes.filter((code) => code !== found || chosenAs !== null);
  const first = chosenAs === null ? nameOf(found) : words.foundAs(nameOf(found));
  return make(
    'select',
    { id, 'aria-label': label },
    make('option', { value: '', selected: chosenAs === null }, first),
    ...others.map((code) =>
      make('option', { value: code, selected: chosenAs !== null && code === meaning }, nameOf(code)),
    ),
  );
}

/** Any name will do: those of the column are suggested, and emptied it is what was found. */
function nameMenu(
  { role }: ColumnValues,
  { meaning, found, chosenAs }: ValueChoice,
  { id, label }: MenuLook,
): HTMLInputElement {
  return make('input', {
    type: 'text',
    id,
    list: `names-${role}`,
    'aria-label': label,
    autocomplete: 'off',
    placeholder: found,
    value: chosenAs === null && meaning === found ? found : meaning,
  });
}

function buttons(
  { roles, values }: ShownMapping,
  isNeeded: boolean,
  { words, actions }: Look,
): readonly HTMLElement[] {
  const isChosen =
    roles.some(({ chosen }) => chosen !== null) ||
    values.some((column) => column.values.some(({ chosenAs }) => chosenAs !== null));
  const shown = [
    ...(isChosen ? [button('forget-mapping', words.back, actions.forgetMapping)] : []),
    ...(isNeeded ? [] : [button('save-mapping', words.saveMapping, actions.saveMapping)]),
  ];
  return shown.length === 0 ? [] : [make('div', { class: 'buttons' }, ...shown)];
}
