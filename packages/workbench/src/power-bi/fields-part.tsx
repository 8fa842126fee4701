/** The visual's wells as menus of the table's columns. */
import type { Language } from 'isu-core';
import type { Sheet } from 'isu-excel-host';
import { Menu } from './menu.tsx';
import type { VisualParts } from './messages.ts';
import type { ModelPlace } from './model-of-sheet.ts';
import { textOf } from './resource-text.ts';
import { COUNT, type ChosenFields } from './wells.ts';
import type { PowerBiWords } from './words/words.ts';

interface FieldsPartProps {
  readonly parts: VisualParts;
  readonly place: ModelPlace;
  readonly sheets: readonly Sheet[];
  readonly chosen: ChosenFields;
  readonly choose: (role: string, field: string) => void;
  readonly takeSheet: (name: string) => void;
  readonly words: PowerBiWords;
  readonly language: Language;
}

export function FieldsPart(props: FieldsPartProps) {
  const { parts, place, sheets, chosen, choose, takeSheet, words, language } = props;
  const columns = place.columns.map(({ name }) => ({ value: name, text: name }));
  return (
    <div className="fields">
      <Menu
        label={words.sheet}
        value={place.sheet.name}
        options={sheets.map(({ name }) => ({ value: name, text: name }))}
        choose={takeSheet}
      />
      {parts.capabilities.dataRoles.map(({ name, kind, displayNameKey }) => (
        <Menu
          key={name}
          label={textOf(parts, displayNameKey, language)}
          value={chosen[name] ?? ''}
          options={[
            { value: '', text: words.none },
            ...(kind === 'Measure' ? [{ value: COUNT, text: words.count }] : []),
            ...columns,
          ]}
          choose={(field) => choose(name, field)}
        />
      ))}
    </div>
  );
}
