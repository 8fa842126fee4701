/**
 * A page of one stage and the sample register, for tests of what is drawn: bundled by the test that needs it. What the
 * page does stands in `window.stagePage`, and what a person did with the marks in its `done`.
 */
import {
  analyse,
  defaultSettings,
  isoDate,
  readSettings,
  sheetOf,
  type CellValue,
  type Language,
} from 'isu-core';
import { COLUMNS, HEADER, sampleRegister } from 'isu-sample-register';
import type { Situation } from '../../src/analysis/report.ts';
import { reportOf } from '../../src/analysis/report-of.ts';
import { Stage, type Look } from '../../src/draw/stage.ts';
import { PALETTES, type PaletteName } from '../views/palettes.ts';

const ORIGIN = { isGrouped: false, rowsAreDistinct: true, uncounted: 0 };
const AS_OF = '2026-11-22';

function reportIn(language: Language, protection: 'internal' | 'publication') {
  const rows: CellValue[][] = [...sampleRegister().rows].map((row) =>
    COLUMNS.map(({ field }) => (field === 'day' ? isoDate(row.day) : row[field])),
  );
  const read = readSettings(
    { returnBy: protection === 'internal' ? 'group' : null, protection: { mode: protection } },
    AS_OF,
  );
  const outcome = analyse(sheetOf([[...HEADER], ...rows]), read.ok ? read.value : defaultSettings(AS_OF), {
    name: 'sample',
    sha256: null,
    sheet: null,
  });
  if (!outcome.ok) throw new Error(outcome.problem.en);
  return reportOf(outcome.value, ORIGIN, language, null);
}

const done: string[] = [];
const stages = new WeakMap<HTMLElement, Stage>();

function stageIn(id: string): Stage {
  const element = document.getElementById(id)!;
  let stage = stages.get(element);
  if (!stage) {
    stage = new Stage(element, {
      chooseView: (view) => done.push(`view ${view}`),
      select: (mark, adds) => done.push(`select ${mark.kind} ${mark.key}${adds ? ' adding' : ''}`),
      clear: () => done.push('clear'),
      menu: (mark) => done.push(mark ? `menu ${mark.kind} ${mark.key}` : 'menu'),
      point: (mark) => mark && done.push(`point ${mark.kind} ${mark.key}`),
    });
    stages.set(element, stage);
  }
  return stage;
}

export type PageLook = Omit<Partial<Look>, 'palette' | 'selected'> & {
  readonly palette?: PaletteName;
  readonly selected?: readonly string[];
  readonly protection?: 'internal' | 'publication';
  /** What the reader should know of the data. */
  readonly notices?: readonly string[];
};

const stagePage = {
  done,
  /** As before the first stage. */
  clear() {
    document.querySelector('main')!.replaceChildren();
    done.length = 0;
  },
  /** Shows a situation, or the sample register's report, in the element with this id, which gets the look's size. */
  show(id: string, asked: PageLook, situation?: Situation) {
    const { palette = 'light', selected = [], protection = 'internal', notices, ...look } = asked;
    const whole: Look = {
      size: { width: 640, height: 400 },
      view: 'groups',
      tabs: true,
      asTable: false,
      language: 'sv',
      ...look,
      palette: PALETTES[palette],
      selected: new Set(selected),
    };
    let element = document.getElementById(id);
    if (!element) {
      element = document.createElement('div');
      element.id = id;
      document.querySelector('main')!.append(element);
    }
    element.style.setProperty('width', `${String(whole.size.width)}px`);
    element.style.setProperty('height', `${String(whole.size.height)}px`);
    const own = report(whole.language, protection);
    const told = notices ? { ...own, notices } : own;
    stageIn(id).show(situation ?? { kind: 'report', report: told }, whole);
  },
};

const reports = new Map<string, ReturnType<typeof reportIn>>();

function report(language: Language, protection: 'internal' | 'publication') {
  const key = `${language} ${protection}`;
  let made = reports.get(key);
  if (!made) reports.set(key, (made = reportIn(language, protection)));
  return made;
}

export type StagePage = typeof stagePage;

(window as unknown as { stagePage: StagePage }).stagePage = stagePage;
