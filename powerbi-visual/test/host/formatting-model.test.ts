/** The format pane holds what capabilities.json has, in both languages, for whatever fields are given. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HIGH_CONTRAST_BLACK, LIGHT, PowerBiHost } from 'isu-powerbi-host';
import type powerbi from 'powerbi-visuals-api';
import { choicesOf, settingsOf } from '../../src/analysis/settings.ts';
import type { FieldName } from '../../src/analysis/report.ts';
import { formattingModel, type Formatted } from '../../src/host/formatting-model.ts';
import { chosenColours, labelsOf } from '../../src/host/look-settings.ts';
import { TODAY } from '../arriving.ts';
import { CAPABILITIES } from '../registers.ts';

interface Property {
  readonly displayNameKey?: string;
  readonly type: { readonly enumeration?: readonly { readonly displayNameKey: string }[] };
}
const OBJECTS = (
  CAPABILITIES as unknown as {
    readonly objects: Readonly<
      Record<string, { readonly displayNameKey?: string; readonly properties: Record<string, Property> }>
    >;
  }
).objects;

function texts(locale: 'sv-SE' | 'en-US'): Record<string, string> {
  const path = new URL(`../../stringResources/${locale}/resources.resjson`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

const PALETTE = paletteIn(LIGHT);
const ALL: readonly FieldName[] = ['person', 'date', 'number', 'type', 'rows', 'tooltips'];

function paletteIn(theme: typeof LIGHT) {
  return new PowerBiHost({ capabilities: CAPABILITIES, theme }).visualHost.colorPalette;
}

function modelOf(given: Partial<Formatted> = {}) {
  const swedish = texts('sv-SE');
  return formattingModel({
    objects: undefined,
    given: ALL,
    palette: PALETTE,
    text: (key) => swedish[key] ?? `?${key}`,
    ...given,
  });
}

function slicesOf(model: ReturnType<typeof formattingModel>) {
  return model.cards.flatMap((card) =>
    (card as powerbi.visuals.FormattingCard).groups.flatMap(
      (group) => (group as powerbi.visuals.FormattingGroup).slices as powerbi.visuals.FormattingSlice[],
    ),
  );
}

function propertiesOf(slice: powerbi.visuals.FormattingSlice) {
  return slice.control.properties as {
    readonly descriptor: powerbi.visuals.FormattingDescriptor;
    readonly value: unknown;
  };
}

function namesIn(model: ReturnType<typeof formattingModel>): readonly string[] {
  return slicesOf(model).map((slice) => {
    const { objectName, propertyName } = propertiesOf(slice).descriptor;
    return `${objectName}.${propertyName}`;
  });
}

/** Every property that a report builder can set. */
const SETTABLE = Object.entries(OBJECTS).flatMap(([object, { properties }]) =>
  object === 'general' ? [] : Object.keys(properties).map((property) => `${object}.${property}`),
);

describe('the format pane', () => {
  it('has every property of capabilities.json, once, when all fields are given', () => {
    expect([...namesIn(modelOf())].sort()).toEqual([...SETTABLE].sort());
  });

  it('sets back every property of each card, also those that it does not show now', () => {
    const model = modelOf({ given: ['person', 'rows', 'first', 'last'] });
    const reverted = model.cards.flatMap((card) =>
      ((card as powerbi.visuals.FormattingCard).revertToDefaultDescriptors ?? []).map(
        ({ objectName, propertyName }) => `${objectName}.${propertyName}`,
      ),
    );
    expect([...reverted].sort()).toEqual([...SETTABLE].sort());
  });

  it('stands for every combination of fields, with ids of its own and a name for everything', () => {
    const fields: readonly FieldName[] = ['person', 'date', 'number', 'type', 'rows', 'first', 'last'];
    for (let bits = 0; bits < 1 << fields.length; bits++) {
      const given = fields.filter((_, at) => (bits >> at) & 1);
      const model = modelOf({ given });
      const slices = slicesOf(model);
      const uids = [...model.cards, ...slices].map((part) => (part as { readonly uid: string }).uid);
      expect(new Set(uids).size).toBe(uids.length);
      const names = [...model.cards, ...slices].map(
        (part) => (part as { readonly displayName: string }).displayName,
      );
      expect(names.filter((name) => !name || name.startsWith('?'))).toEqual([]);
      expect(namesIn(model).filter((name) => !SETTABLE.includes(name))).toEqual([]);
      expect(namesIn(model).includes('colours.lob')).toBe(given.includes('type'));
      const isGrouped = !given.includes('date') && given.includes('first');
      expect(namesIn(model).includes('lathund.profileBase')).toBe(!isGrouped);
    }
  });

  it('shows what holds where nothing is chosen: core’s own settings', () => {
    const values = Object.fromEntries(
      slicesOf(modelOf()).map((slice) => {
        const { descriptor, value } = propertiesOf(slice);
        return [`${descriptor.objectName}.${descriptor.propertyName}`, value];
      }),
    );
    expect(values).toMatchObject({
      'view.shown': 'groups',
      'view.tabs': true,
      'view.asTable': false,
      'lathund.groups': '1, 2, 3, 7, 12',
      'lathund.months': 'completed',
      'lathund.profileBase': 'actualisations',
      'protection.mode': 'internal',
      'protection.threshold': 5,
      'labels.show': true,
    });
    const { 'lathund.groups': groups, 'protection.threshold': threshold } = values;
    const shown = choicesOf({ lathund: { groups: groups as string } });
    const settings = settingsOf(
      { ...shown, threshold: threshold as number },
      ['person', 'date'],
      false,
      TODAY,
    );
    expect(settings).toMatchObject({
      ok: true,
      value: { groups: [1, 2, 3, 7, 12], protection: { threshold: 5 } },
    });
  });

  it('lets the threshold be changed in publication only, within what core takes', () => {
    const threshold = (mode?: string) =>
      slicesOf(modelOf({ objects: mode === undefined ? undefined : { protection: { mode } } })).find(
        ({ uid }) => uid === 'protection-threshold',
      )!;
    expect(threshold().disabled).toBe(true);
    expect(threshold('publication').disabled).toBe(false);
    const { options } = threshold('publication').control.properties as powerbi.visuals.NumUpDown;
    const accepted = (value: number) =>
      settingsOf({ ...choicesOf(undefined), threshold: value }, ['person', 'date'], false, TODAY).ok;
    const [least, most] = [options!.minValue!.value, options!.maxValue!.value];
    expect([least - 1, least, most, most + 1].map(accepted)).toEqual([false, true, true, false]);
  });

  it('has the theme’s colours until others are chosen, and none in high contrast', () => {
    const colour = (objects?: powerbi.DataViewObjects) =>
      propertiesOf(slicesOf(modelOf({ objects })).find(({ uid }) => uid === 'colours-actualisations')!).value;
    expect(colour()).toEqual({ value: LIGHT.dataColors[1] });
    const chosen = { colours: { actualisations: { solid: { color: '#00FF00' } } } };
    expect(colour(chosen)).toEqual({ value: '#00FF00' });
    expect(chosenColours(chosen)).toEqual({ actualisations: '#00FF00' });
    expect(chosenColours({ colours: { persons: { solid: { color: 'url(x)' } } } })).toEqual({});
    const contrast = modelOf({ palette: paletteIn(HIGH_CONTRAST_BLACK) });
    expect(namesIn(contrast).filter((name) => name.startsWith('colours'))).toEqual([]);
  });

  it('takes labels as shown until they are turned off', () => {
    expect(labelsOf(undefined)).toBe(true);
    expect(labelsOf({ labels: { show: false } })).toBe(false);
  });
});

describe('the string resources', () => {
  it('have the same keys in Swedish and English, and every key that capabilities.json asks for', () => {
    const [swedish, english] = [texts('sv-SE'), texts('en-US')];
    expect(Object.keys(swedish).sort()).toEqual(Object.keys(english).sort());
    const asked = JSON.stringify(CAPABILITIES).matchAll(/"(?:displayName|description)Key":"([^"]+)"/g);
    for (const [, key] of asked) expect([key, swedish[key!], english[key!]]).not.toContain(undefined);
    expect(Object.values({ ...swedish, ...english }).filter((text) => text.trim() === '')).toEqual([]);
  });
});
