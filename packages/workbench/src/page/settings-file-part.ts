/** Settings saved to a file and opened again, and those of an open file that no field shows. */
import type { ShownSettings } from 'isu-session';
import { button, fileButton, folded } from './fields.ts';
import { make } from './make-element.ts';
import type { SettingsFileWords } from './page-words.ts';

export interface SettingsFileActions {
  readonly openFiles: (files: FileList) => void;
  readonly saveSettings: () => void;
  readonly closeSettings: () => void;
  readonly forgetSetting: (key: string) => void;
}

export function drawSettingsFilePart(words: SettingsFileWords, actions: SettingsFileActions) {
  const opened = make('p', { class: 'opened', hidden: true });
  const kept = make('div', { class: 'kept', hidden: true });
  const element = folded(
    'settings-file',
    words.title,
    make('p', { class: 'hint' }, words.hint),
    opened,
    kept,
    make(
      'div',
      { class: 'buttons' },
      button('save-settings', words.save, actions.saveSettings),
      fileButton('open-settings', words.open, '.json', actions.openFiles, { look: 'button quiet' }),
    ),
  );
  return {
    element,
    show: ({ file, kept: settings }: ShownSettings) => {
      opened.hidden = file === null;
      opened.replaceChildren(
        ...(file === null
          ? []
          : [
              make('span', {}, words.opened(file)),
              button('close-settings', words.close, actions.closeSettings, 'link'),
            ]),
      );
      kept.hidden = settings.length === 0;
      const lines = settings.map(({ key, value }, at) => {
        const label = words.labels[key] ?? key;
        const forget = button(
          `forget-${String(at)}`,
          words.forgetShort,
          () => actions.forgetSetting(key),
          'link',
        );
        forget.setAttribute('aria-label', words.forget(label));
        return make('li', {}, make('span', {}, `${label}: ${value}`), forget);
      });
      kept.replaceChildren(
        make('p', { id: 'kept-heading' }, words.also),
        make('ul', { 'aria-labelledby': 'kept-heading' }, ...lines),
      );
      // What the fields do not show is not to be overlooked.
      if (settings.length > 0) element.open = true;
    },
  };
}
