/** The user's part of the page: the file, the settings, and what they are saved in and opened from. */
import type { Language } from 'isu-core';
import type { ShownMapping, ShownSettings, ShownSource } from 'isu-session';
import { button, field, fileButton } from './fields.ts';
import { drawKeyPart, type KeyActions } from './key-part.ts';
import { make } from './make-element.ts';
import type { PageWords } from './page-words.ts';
import { drawSettingsFields, type SettingsFields } from './settings-fields.ts';
import { drawSettingsFilePart, type SettingsFileActions } from './settings-file-part.ts';

export interface Controls extends Pick<SettingsFields, 'chosen' | 'fill'> {
  readonly element: HTMLElement;
  /** The sheet that is chosen; `null` where the file has none, or only one. */
  sheet(): string | null;
  show(source: ShownSource | null, settings: ShownSettings, mapping: ShownMapping | null): void;
}

export interface ControlActions extends SettingsFileActions, KeyActions {
  readonly openSample: () => void;
  readonly analyse: () => void;
}

export function drawControls(words: PageWords, language: Language, actions: ControlActions): Controls {
  const fields = drawSettingsFields(words.form, language, actions.analyse);
  const settingsFile = drawSettingsFilePart(words.settingsFile, actions);
  const key = drawKeyPart(words.key, actions);
  const sheets = make('select', { id: 'sheet', change: () => actions.analyse() });
  const sheetField = field(words.sheet, sheets);
  sheetField.hidden = true;
  const sampleNote = make('p', { class: 'hint', hidden: true }, words.sampleShown);
  const sampleButton = button('show-sample', words.showSample, actions.openSample);
  return {
    element: make(
      'div',
      { class: 'controls' },
      make(
        'section',
        { 'aria-labelledby': 'file-heading' },
        make('h2', { id: 'file-heading' }, words.file),
        dropZone(words, actions),
        sheetField,
        sampleNote,
        sampleButton,
      ),
      fields.element,
      make('div', { class: 'files' }, settingsFile.element, key.element),
    ),
    chosen: fields.chosen,
    fill: fields.fill,
    sheet: () => (sheetField.hidden ? null : sheets.value),
    show: (source, settings, mapping) => {
      const isSample = source?.isSample ?? false;
      sampleNote.hidden = !isSample;
      sampleButton.hidden = isSample;
      const names = source?.sheetNames ?? [];
      sheetField.hidden = names.length < 2;
      sheets.replaceChildren(
        ...names.map((name) => make('option', { value: name, selected: name === source?.sheetName }, name)),
      );
      if (mapping !== null) fields.offer(mapping);
      settingsFile.show(settings);
      key.show(settings);
    },
  };
}

function dropZone(words: PageWords, actions: ControlActions): HTMLElement {
  return make(
    'div',
    { class: 'drop-zone' },
    make('p', { class: 'drop-here' }, words.dropHere),
    fileButton('file', words.chooseFile, '.xlsx,.xlsm,.xls,.csv,.txt,.json', actions.openFiles, {
      describedBy: 'file-kinds stays-here',
    }),
    make('p', { class: 'hint', id: 'file-kinds' }, words.fileKinds),
    make('p', { class: 'stays-here', id: 'stays-here' }, words.staysHere),
  );
}
