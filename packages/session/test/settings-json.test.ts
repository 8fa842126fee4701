/** Settings that are changed one choice at a time and saved with everything that stood there. */
import { readSettings } from 'isu-core';
import { describe, expect, test } from 'vitest';
import { EMPTY_FORM, formOf, withForm, type FormSettings } from '../src/settings-form.ts';
import {
  isMapping,
  keptSettings,
  withCode,
  withColumn,
  withMapping,
  withoutMapping,
  withoutSetting,
} from '../src/settings-json.ts';

const FULL: FormSettings = {
  from: '2017-01-01',
  to: '2022-06-30',
  lowestAge: '18',
  reasons: ['LOB'],
  types: ['Anmälan'],
  organisations: ['Vuxenenheten'],
  atLeast: '5',
  activeYears: '2017, 2021',
  mostFrequent: '30',
  sampleSize: '20',
  sampleSeed: '2026',
  groups: '1, 2, 5',
  months: 'average',
  profileBase: 'persons',
  returnBy: 'group',
  intervals: true,
  comparison: true,
  publication: true,
  threshold: '10',
};

describe('the fields', () => {
  test('left alone say nothing', () => {
    expect(withForm({}, EMPTY_FORM)).toEqual({});
  });

  test('filled in are the settings of the contract, and come back as the same fields', () => {
    const json = withForm({}, FULL);
    expect(json).toEqual({
      period: { from: '2017-01-01', to: '2022-06-30' },
      lowestAge: 18,
      reasons: ['LOB'],
      types: ['Anmälan'],
      organisations: ['Vuxenenheten'],
      groups: [1, 2, 5],
      months: 'average',
      profileBase: 'persons',
      returnBy: 'group',
      intervals: true,
      comparison: true,
      selection: {
        atLeast: 5,
        activeYears: [2017, 2021],
        mostFrequent: 30,
        sample: { size: 20, seed: 2026 },
      },
      protection: { mode: 'publication', threshold: 10 },
    });
    const read = readSettings(json, '2026-11-22');
    expect(read.ok && formOf(read.value)).toEqual(FULL);
  });

  test('emptied take back what stood there, and leave what has no field', () => {
    const before = { profile: 'lifecare', lowestAge: 18, protection: { mode: 'publication', rounding: 3 } };
    expect(withForm(before, EMPTY_FORM)).toEqual({ profile: 'lifecare', protection: { rounding: 3 } });
  });

  test('that hold no number are left for core to speak of', () => {
    const read = readSettings(withForm({}, { ...EMPTY_FORM, groups: '1, två', lowestAge: 'arton' }), 'x');
    expect(!read.ok && read.problem.sv).toContain('«lowestAge» "arton"');
  });
});

describe('settings without a field', () => {
  test('are told, and can be taken away one by one', () => {
    const json = {
      asOf: '2026-01-01',
      columns: { person: 'A' },
      protection: { mode: 'internal', rounding: 5 },
    };
    expect(keptSettings(json)).toEqual([
      { key: 'asOf', value: '2026-01-01' },
      { key: 'protection.rounding', value: '5' },
    ]);
    expect(withoutSetting(json, 'protection.rounding')).toEqual({
      asOf: '2026-01-01',
      columns: { person: 'A' },
      protection: { mode: 'internal' },
    });
    expect(withoutSetting(json, 'asOf')).not.toHaveProperty('asOf');
  });
});

describe('a choice of column or code', () => {
  test('is made and taken back, and leaves nothing behind', () => {
    const chosen = withCode(withColumn({}, 'person', 'Klient'), 'type', 'Webb', 'application');
    expect(chosen).toEqual({ columns: { person: 'Klient' }, codes: { type: { Webb: 'application' } } });
    expect(withCode(withColumn(chosen, 'person', null), 'type', 'Webb', null)).toEqual({});
    expect(withoutMapping({ ...chosen, lowestAge: 18 })).toEqual({ lowestAge: 18 });
  });

  test('kept from before wins, one by one', () => {
    const now = { columns: { person: 'A', date: 'B' }, codes: { type: { x: 'lob' } }, lowestAge: 18 };
    const kept = { columns: { person: 'Klient' }, codes: { type: { y: 'report' }, sex: { z: 'man' } } };
    expect(isMapping(kept)).toBe(true);
    expect(isMapping({ ...kept, lowestAge: 18 })).toBe(false);
    expect(withMapping(now, kept)).toEqual({
      columns: { person: 'Klient', date: 'B' },
      codes: { type: { x: 'lob', y: 'report' }, sex: { z: 'man' } },
      lowestAge: 18,
    });
  });
});
