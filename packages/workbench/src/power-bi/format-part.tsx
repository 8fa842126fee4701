/** The format pane: the visual's settings that are a choice, a yes or no, a number or a text, as its capabilities name them. */
import type { Language } from 'isu-core';
import { useId } from 'react';
import { Menu } from './menu.tsx';
import type { FormatProperty, Objects, VisualParts } from './messages.ts';
import { textOf } from './resource-text.ts';
import type { PowerBiWords } from './words/words.ts';

export type FormatValue = string | number | boolean | undefined;

interface FormatPartProps {
  readonly parts: VisualParts;
  readonly objects: Objects;
  readonly format: (object: string, property: string, value: FormatValue) => void;
  readonly words: PowerBiWords;
  readonly language: Language;
}

export function FormatPart({ parts, objects, format, words, language }: FormatPartProps) {
  const shown = Object.entries(parts.capabilities.objects).flatMap(
    ([object, { displayNameKey, properties }]) => {
      const drawn = Object.entries(properties).filter(([, { type }]) => isDrawn(type));
      return drawn.length === 0 ? [] : [{ object, displayNameKey, drawn }];
    },
  );
  const fieldsets = shown.map(({ object, displayNameKey, drawn }) => (
    <fieldset key={object}>
      <legend>{textOf(parts, displayNameKey, language)}</legend>
      <div className="fields">
        {drawn.map(([property, { displayNameKey: key, type }]) => (
          <Property
            key={property}
            label={textOf(parts, key, language)}
            type={type}
            text={(each) => textOf(parts, each, language)}
            value={objects[object]?.[property] as FormatValue}
            set={(value) => format(object, property, value)}
            words={words}
          />
        ))}
      </div>
    </fieldset>
  ));
  return <div className="cards">{fieldsets}</div>;
}

function isDrawn({ enumeration, bool, integer, text }: FormatProperty['type']): boolean {
  return enumeration !== undefined || bool === true || integer === true || text === true;
}

interface PropertyProps {
  readonly label: string;
  readonly type: FormatProperty['type'];
  readonly text: (key: string) => string;
  readonly value: FormatValue;
  readonly set: (value: FormatValue) => void;
  readonly words: PowerBiWords;
}

function Property({ label, type, text, value, set, words }: PropertyProps) {
  const standard = { value: '', text: words.standard };
  const { enumeration } = type;
  if (enumeration)
    return (
      <Menu
        label={label}
        value={value === undefined ? '' : String(value)}
        options={[
          standard,
          ...enumeration.map((each) => ({ value: each.value, text: text(each.displayNameKey) })),
        ]}
        choose={(chosen) => set(chosen || undefined)}
      />
    );
  if (type.bool)
    return (
      <Menu
        label={label}
        value={value === undefined ? '' : String(value)}
        options={[standard, { value: 'true', text: words.yes }, { value: 'false', text: words.no }]}
        choose={(chosen) => set(chosen === '' ? undefined : chosen === 'true')}
      />
    );
  return <Typed label={label} isNumber={type.integer === true} value={value} set={set} words={words} />;
}

interface TypedProps extends Pick<PropertyProps, 'label' | 'value' | 'set' | 'words'> {
  readonly isNumber: boolean;
}

/** What is typed holds when the field is left, or by Enter. */
function Typed({ label, isNumber, value, set, words }: TypedProps) {
  const id = useId();
  const shown = value === undefined ? '' : String(value);
  const take = (field: HTMLInputElement) => {
    const typed = field.value.trim();
    if (typed !== shown) set(typed === '' ? undefined : isNumber ? Number(typed) : typed);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        key={shown}
        id={id}
        type={isNumber ? 'number' : 'text'}
        defaultValue={shown}
        placeholder={words.standard}
        onBlur={({ currentTarget }) => take(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') take(currentTarget);
        }}
      />
    </div>
  );
}
