/**
 * The analysis of one whole table, and what has been made of it. Core is asked again only when the rows, the choices
 * that bear on figures, or the language are others; a resize or a selection asks for nothing.
 */
import {
  analyse,
  fail,
  noUsableRows,
  type Analysis,
  type Language,
  type Outcome,
  type Settings,
  type Sheet,
} from 'isu-core';
import type { WholeTable } from '../data/incoming-rows.ts';
import { Behind } from './behind.ts';
import type { Situation } from './report.ts';
import { reportOf } from './report-of.ts';
import { settingsOf, type Choices } from './settings.ts';

const SOURCE = { name: 'Power BI', sha256: null, sheet: null };

export interface Standing {
  readonly situation: Situation;
  /** Who stands behind a mark; null where there is no report. */
  readonly behind: Behind | null;
}

export class Ground {
  /** How many times core has been asked for an analysis. */
  analyses = 0;
  readonly table: WholeTable;
  private readonly today: Date;
  private made: { readonly key: string; readonly outcome: Outcome<Analyses> } | null = null;
  private standing: { readonly key: string; readonly standing: Standing } | null = null;

  constructor(table: WholeTable, today: Date) {
    this.table = table;
    this.today = today;
  }

  stand(choices: Choices, language: Language): Standing {
    const key = JSON.stringify([choices, language]);
    if (this.standing?.key !== key) this.standing = { key, standing: this.standingOf(choices, language) };
    return this.standing.standing;
  }

  private standingOf(choices: Choices, language: Language): Standing {
    const analyses = this.analysesBy(choices);
    if (!analyses.ok) return { situation: { kind: 'problem', problem: analyses.problem }, behind: null };
    const { whole, highlighted } = analyses.value;
    const { isGrouped, isCounted, uncounted, fields } = this.table;
    const origin = {
      isGrouped,
      uncounted,
      rowsAreDistinct: isCounted || fields.includes('number'),
    };
    return {
      situation: { kind: 'report', report: reportOf(whole, origin, language, highlighted) },
      behind: new Behind(whole, this.table),
    };
  }

  /** In one language or another the analysis is the same. */
  private analysesBy(choices: Choices): Outcome<Analyses> {
    const key = JSON.stringify(choices);
    if (this.made?.key !== key) this.made = { key, outcome: this.analysed(choices) };
    return this.made.outcome;
  }

  private analysed(choices: Choices): Outcome<Analyses> {
    const { table } = this;
    if (table.isGrouped && !table.isCounted)
      return fail(
        'number-not-counted',
        'Fältet Antal har så stora tal att de inte kan vara antal aktualiseringar. Dra kolumnen med personens antal aktualiseringar dit.',
        'The field Number holds numbers too large to be numbers of actualisations. Add the column with the person’s number of actualisations.',
      );
    const settings = settingsOf(choices, table.fields, table.isGrouped, this.today);
    if (!settings.ok) return settings;
    const whole = this.analysisOf(table.sheet, settings.value);
    if (!whole.ok) return whole;
    const lit =
      table.highlighted && settings.value.protection.mode === 'internal'
        ? this.analysisOf(table.highlighted, settings.value)
        : null;
    return { ok: true, value: { whole: whole.value, highlighted: lit?.ok ? lit.value : null } };
  }

  private analysisOf(sheet: Sheet, settings: Settings): Outcome<Analysis> {
    this.analyses++;
    const analysis = analyse(sheet, settings, SOURCE);
    if (!analysis.ok) return analysis;
    const { account } = analysis.value.register;
    return account.used === 0 ? noUsableRows(account) : analysis;
  }
}

interface Analyses {
  readonly whole: Analysis;
  readonly highlighted: Analysis | null;
}
