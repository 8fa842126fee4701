/**
 * The format pane: what a report builder can choose, as Power BI draws it. What the fields or the choices leave without
 * meaning is not there, or cannot be changed. Names are those of capabilities.json.
 */
import type powerbi from 'powerbi-visuals-api';
import { defaultSettings } from 'isu-core';
import { choicesOf } from '../analysis/settings.ts';
import type { FieldName } from '../analysis/report.ts';
import { COLOUR_KEYS, type ColourKey, type HostPalette } from '../views/view-colours.ts';
import { chosenColours, labelsOf, shownView } from './look-settings.ts';

type FormattingModel = powerbi.visuals.FormattingModel;
type Card = powerbi.visuals.FormattingCard;
type Slice = powerbi.visuals.SimpleVisualFormattingSlice;
type Control = Slice['control'];
type Descriptor = powerbi.visuals.FormattingDescriptor;

export interface Formatted {
  readonly objects: powerbi.DataViewObjects | undefined;
  /** The fields that have been dropped in wells. */
  readonly given: readonly FieldName[];
  readonly palette: HostPalette;
  /** In the report's language, by the key in stringResources. */
  readonly text: (key: string) => string;
}

/** powerbi.visuals.ValidatorType, which exists for the compiler only. */
const MIN = 0 satisfies powerbi.visuals.ValidatorType.Min;
const MAX = 1 satisfies powerbi.visuals.ValidatorType.Max;

/** What core takes as the fewest persons that a figure may rest on. */
const THRESHOLD = { least: 2, most: 1000 };

const DEFAULTS = defaultSettings('2000-01-01');
const TYPE_COLOURS: readonly ColourKey[] = ['application', 'report', 'lob', 'other'];

export function formattingModel(formatted: Formatted): FormattingModel {
  const cards = [viewCard(formatted), lathundCard(formatted), protectionCard(formatted)];
  // In high contrast the reader's own colours hold, whatever the report builder has chosen.
  if (!formatted.palette.isHighContrast) cards.push(coloursCard(formatted));
  cards.push(labelsCard(formatted));
  return { cards };
}

function viewCard({ objects, text }: Formatted): Card {
  return card('view', text, [
    slice('view', 'shown', text('view_shown'), (descriptor) => ({
      type: 'Dropdown',
      properties: { descriptor, value: shownView(objects) },
    })),
    toggle('view', 'tabs', text('view_tabs'), objects?.['view']?.['tabs'] !== false),
    toggle('view', 'asTable', text('view_asTable'), objects?.['view']?.['asTable'] === true),
  ]);
}

function lathundCard({ objects, given, text }: Formatted): Card {
  const { groups, months, profileBase } = choicesOf(objects);
  // A table that the model has grouped knows no profile of actualisations, and so no base of it.
  const isGrouped = !given.includes('date') && given.includes('first');
  const slices = [
    slice('lathund', 'groups', text('lathund_groups'), (descriptor) => ({
      type: 'TextInput',
      properties: {
        descriptor,
        value: groups ?? DEFAULTS.groups.join(', '),
        placeholder: DEFAULTS.groups.join(', '),
      },
    })),
    slice('lathund', 'months', text('lathund_months'), (descriptor) => ({
      type: 'Dropdown',
      properties: { descriptor, value: months ?? DEFAULTS.months },
    })),
  ];
  if (!isGrouped)
    slices.push(
      slice('lathund', 'profileBase', text('lathund_base'), (descriptor) => ({
        type: 'Dropdown',
        properties: { descriptor, value: profileBase ?? DEFAULTS.profileBase },
      })),
    );
  return card('lathund', text, slices, ['profileBase']);
}

function protectionCard({ objects, text }: Formatted): Card {
  const { mode, threshold } = choicesOf(objects);
  const fewest: Slice = {
    ...slice('protection', 'threshold', text('protection_threshold'), (descriptor) => ({
      type: 'NumUpDown',
      properties: {
        descriptor,
        value: threshold ?? DEFAULTS.protection.threshold,
        options: {
          minValue: { type: MIN, value: THRESHOLD.least },
          maxValue: { type: MAX, value: THRESHOLD.most },
        },
      },
    })),
    disabled: mode !== 'publication',
  };
  return card('protection', text, [
    slice('protection', 'mode', text('protection_mode'), (descriptor) => ({
      type: 'Dropdown',
      properties: { descriptor, value: mode ?? DEFAULTS.protection.mode },
    })),
    fewest,
  ]);
}

function coloursCard({ objects, given, palette, text }: Formatted): Card {
  const chosen = chosenColours(objects);
  // Dealt in one order, so that each keeps the theme's colour that the views have given it.
  const colours = new Map(COLOUR_KEYS.map((key) => [key, chosen[key] ?? palette.getColor(key).value]));
  const keys = COLOUR_KEYS.filter((key) => given.includes('type') || !TYPE_COLOURS.includes(key));
  const slices = keys.map((key) =>
    slice('colours', key, text(`colours_${key}`), (descriptor) => ({
      type: 'ColorPicker',
      properties: { descriptor, value: { value: colours.get(key)! } },
    })),
  );
  return card('colours', text, slices, COLOUR_KEYS);
}

function labelsCard({ objects, text }: Formatted): Card {
  return card('labels', text, [toggle('labels', 'show', text('labels_show'), labelsOf(objects))]);
}

/** @param others properties of the card that have no slice now, and are set back all the same */
function card(
  objectName: string,
  text: Formatted['text'],
  slices: readonly Slice[],
  others: readonly string[] = [],
): Card {
  const shown = slices.map(({ control }) => (control.properties as { descriptor: Descriptor }).descriptor);
  const hidden = others
    .filter((propertyName) => !shown.some((descriptor) => descriptor.propertyName === propertyName))
    .map((propertyName) => descriptorOf(objectName, propertyName));
  const displayName = text(`object_${objectName}`);
  return {
    uid: objectName,
    displayName,
    groups: [{ uid: `${objectName}-group`, displayName, suppressDisplayName: true, slices: [...slices] }],
    revertToDefaultDescriptors: [...shown, ...hidden],
  };
}

function toggle(objectName: string, propertyName: string, displayName: string, value: boolean): Slice {
  return slice(objectName, propertyName, displayName, (descriptor) => ({
    type: 'ToggleSwitch',
    properties: { descriptor, value },
  }));
}

function slice(
  objectName: string,
  propertyName: string,
  displayName: string,
  control: (descriptor: Descriptor) => Control,
): Slice {
  return {
    uid: `${objectName}-${propertyName}`,
    displayName,
    control: control(descriptorOf(objectName, propertyName)),
  };
}

function descriptorOf(objectName: string, propertyName: string): Descriptor {
  return { objectName, propertyName };
}
