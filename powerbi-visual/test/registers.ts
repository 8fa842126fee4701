/** Registers as a model holds them, and the fields that a report builder drops. */
import { readFileSync } from 'node:fs';
import { isoDate } from 'isu-core';
import type { Capabilities, ModelTable, Wells } from 'isu-powerbi-host';
import { sampleRegister, type SampleRow } from 'isu-sample-register';

export const CAPABILITIES = JSON.parse(
  readFileSync(new URL('../capabilities.json', import.meta.url), 'utf8'),
) as Capabilities;

export type Cell = string | number | boolean | Date | null;

export function tableOf(rows: Iterable<SampleRow>): ModelTable {
  const columns: Record<string, Cell[]> = {
    Personnummer: [],
    Datum: [],
    Nummer: [],
    Typ: [],
    Orsak: [],
    Anmälare: [],
    Enhet: [],
    Utredning: [],
  };
  for (const row of rows) {
    columns['Personnummer']!.push(row.person);
    columns['Datum']!.push(dateOf(row.day));
    columns['Nummer']!.push(row.number);
    columns['Typ']!.push(row.type);
    columns['Orsak']!.push(row.reason);
    columns['Anmälare']!.push(row.referrer);
    columns['Enhet']!.push(row.organisation);
    columns['Utredning']!.push(row.decision);
  }
  return { name: 'Aktualiseringar', columns };
}

/** A day as Power BI gives it: midnight, local time. */
export function dateOf(day: number): Date {
  const [year, month, date] = isoDate(day).split('-').map(Number);
  return new Date(year!, month! - 1, date);
}

export const SAMPLE = tableOf(sampleRegister().rows);

export const ALL_WELLS: Wells = {
  person: 'Personnummer',
  date: 'Datum',
  number: 'Nummer',
  type: 'Typ',
  reason: 'Orsak',
  referrer: 'Anmälare',
  organisation: 'Enhet',
  investigation: 'Utredning',
};

/** The same rows as an export: a header that core knows, and cells. */
export function exportOf({ columns }: ModelTable, wells: Wells): readonly (readonly Cell[])[] {
  const fields = Object.entries(wells).filter(([, well]) => typeof well === 'string') as [string, string][];
  const names = fields.map(([, name]) => columns[name]!);
  const length = Math.max(0, ...names.map(({ length }) => length));
  const rows = Array.from({ length }, (_, row) => names.map((values) => values[row] ?? null));
  return [fields.map(([field]) => HEADERS[field] ?? field), ...rows];
}

const HEADERS: Readonly<Record<string, string>> = {
  person: 'Personnummer',
  date: 'Aktualiseringsdatum',
  number: 'Aktualiseringsnummer',
  type: 'Aktualiseringstyp',
  reason: 'Aktualiseringsorsak',
  referrer: 'Aktualiserande part',
  organisation: 'Organisation',
  investigation: 'Beslut att inleda utredning',
  sex: 'Kön',
  age: 'Ålder',
};
