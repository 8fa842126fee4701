/**
 * What the tables of the review tell a reader, for the protection: every count behind a shown figure, those that tie
 * them together though no table shows them, and the sums and limits that everybody knows to hold.
 *
 * Two questions are tied only by the number of persons, which is known, unless one depends on the other or they are
 * crossed. So most of the system falls into a part for each question.
 */
import { NotedQuantities } from '../../protection/noted-quantities.ts';
import type { Cell, Quantities } from '../../protection/quantities.ts';
import { itemOf, type Item } from '../form.ts';
import type { Cross } from './cross.ts';
import type { Division } from './cross-sides.ts';
import { purchasesOf } from './purchases.ts';
import type { ReviewCount, ReviewTable } from './review-table.ts';
import { isNumeric, toldCodes, type Fact, type Measure, type Tally } from './tally.ts';

/** @param tables those that are about to be shown */
export function reviewQuantities(
  tally: Tally,
  tables: readonly ReviewTable[],
  crosses: readonly Cross[],
): Quantities {
  const reading = new Reading(tally);
  for (const item of tally.form.items) reading.item(item);
  reading.purchases();
  reading.typesOfActualisations();
  for (const cross of crosses) reading.cross(cross);
  const shown = new Set(
    tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        Object.values(cells).flatMap(({ basis }) => basis.map((count) => reading.shown(count))),
      ),
    ),
  );
  return reading.noted.quantities((key) => shown.has(key));
}

class Reading {
  readonly noted = new NotedQuantities();
  private readonly tally: Tally;
  /** How many persons: told in every form, and known from the selection. */
  private readonly all: string;

  constructor(tally: Tally) {
    this.tally = tally;
    this.all = this.cell(tally.count(), { shown: 'always' });
  }

  /** A count that a table shows: one that nothing here has tied to others stands by itself. */
  shown(count: ReviewCount): string {
    return this.cell(count);
  }

  private cell(count: ReviewCount, extra?: Partial<Cell>): string {
    return this.noted.cell(count, extra);
  }

  private count(...facts: readonly Fact[]): string {
    return this.cell(this.tally.count(...facts));
  }

  /** A whole that falls into parts. Where all of it is in one of them, the others' zeros would say so of everyone. */
  private partition(whole: string, parts: readonly ReviewCount[]): void {
    const allAlike = parts.length > 1 && parts.filter(({ n }) => n > 0).length === 1;
    this.noted.sum(
      whole,
      parts.map((part) => this.cell(part, allAlike && part.n === 0 ? { zeroTells: true } : {})),
    );
  }

  /** Yes and no. A zero of no says that everyone has it; a zero of yes is an answer that no one gave, and is shown. */
  private yesAndNo(whole: string, yes: ReviewCount, no: ReviewCount): void {
    this.noted.sum(whole, [
      this.cell(yes),
      this.cell(no, yes.n > 0 && no.n === 0 ? { zeroTells: true } : {}),
    ]);
  }

  item(item: Item): void {
    const { tally } = this;
    const answered = this.count(tally.is(item, 'answered'));
    const missing = this.count(tally.is(item, 'missing'));
    const empty = this.count(tally.is(item, 'empty'));
    const notAsked = this.count(tally.is(item, 'not-asked'));
    this.noted.sum(this.all, [answered, missing, empty, notAsked]);
    this.dependence(item, [answered, missing, empty]);
    if (item.kind === 'one') this.oneAnswer(item, answered, missing);
    if (item.kind === 'several') this.severalAnswers(item, answered);
    for (const code of item.codes) if (code.amount) this.amount(item, code);
    if (isNumeric(item)) this.number(tally.number(item), answered, item.kind !== 'years');
  }

  private oneAnswer(item: Item, answered: string, missing: string): void {
    const { tally } = this;
    this.partition(
      answered,
      toldCodes(item).map((code) => tally.count(tally.has(item, code))),
    );
    const untold = item.codes.filter((code) => code.missing);
    if (untold.length > 0)
      this.noted.sum(
        missing,
        untold.map((code) => this.count(tally.has(item, code))),
      );
  }

  private severalAnswers(item: Item, answered: string): void {
    const { tally } = this;
    const codes = toldCodes(item);
    const facts = codes.map((code) => tally.has(item, code));
    const has = facts.map((fact) => this.count(fact));
    codes.forEach((code, at) => {
      this.yesAndNo(answered, tally.count(facts[at]!), tally.count(tally.hasNot(item, code)));
    });
    this.noted.sum(this.cell(tally.marks(item.id, facts)), has);
    this.anyOf(tally.hasAny(item), facts, tally.is(item, 'answered'));
  }

  /** Of those who have any, each part with and without; and of the whole, those who have none. */
  private anyOf(any: Fact, parts: readonly Fact[], ...whole: readonly Fact[]): void {
    const { tally } = this;
    const anyone = this.count(any);
    for (const part of parts) this.yesAndNo(anyone, tally.count(part), tally.count(any, otherThan(part)));
    this.noted.atMostAll(
      anyone,
      parts.map((part) => this.count(part)),
    );
    this.yesAndNo(this.count(...whole), tally.count(any), tally.count(...whole, otherThan(any)));
  }

  private amount(item: Item, code: Item['codes'][number]): void {
    const { tally } = this;
    const amount = tally.amount(item, code);
    const told = this.count(amount.told);
    this.noted.atMost(told, this.count(tally.has(item, code)));
    if (code.amount === 'count' || code.amount === 'money') this.number(amount, told, true);
  }

  /** @param splits whether it is told, and so known, how many have any */
  private number(measure: Measure, told: string, splits: boolean): void {
    const { tally } = this;
    const sum = this.cell(tally.sum(measure));
    if (!splits) return;
    const some = tally.count(tally.some(measure));
    this.yesAndNo(told, some, tally.count(tally.none(measure)));
    this.noted.atMost(this.cell(some), sum);
  }

  /** Asked of those who have given one of the answers that it depends on, and of no others. */
  private dependence(item: Item, asked: readonly string[]): void {
    const { tally } = this;
    const on = item.asked && itemOf(tally.form, item.asked.item);
    if (!on) return;
    const facts = on.codes
      .filter(({ code }) => item.asked!.codes.includes(code))
      .map((code) => this.count(tally.has(on, code)));
    if (on.kind === 'several') for (const fact of facts) this.noted.atMostAll(fact, asked);
    else
      this.noted.nothing([
        ...asked.map((key) => [1, key] as const),
        ...facts.map((key) => [-1, key] as const),
      ]);
  }

  purchases(): void {
    const bought = purchasesOf(this.tally);
    if (!bought) return;
    const { sums, total, buys, any } = bought;
    this.noted.sum(
      this.cell(total),
      sums.map((sum) => this.cell(sum)),
    );
    this.anyOf(any, buys);
  }

  /** Reports, LOB and applications make up the actualisations; a reader takes them to, and where they do it helps. */
  typesOfActualisations(): void {
    const { tally } = this;
    const [all, ...parts] = (['actualisations', 'reports', 'lob', 'applications'] as const).map((id) => {
      const item = itemOf(tally.form, id);
      return item && isNumeric(item) ? tally.sum(tally.number(item)) : undefined;
    });
    const known = parts.filter((part) => part !== undefined);
    if (!all || known.length < parts.length) return;
    if (known.reduce((sum, { n }) => sum + n, 0) !== all.n) return;
    this.noted.sum(
      this.cell(all),
      known.map((part) => this.cell(part)),
    );
  }

  /** A cross table's cells sum to both questions' answers, among those whom the other is answered for and not. */
  cross({ rows, columns }: Cross): void {
    const notRows = otherThan(rows.answered);
    const notColumns = otherThan(columns.answered);
    this.whole([rows.answered], columns.answered, notColumns);
    this.whole([columns.answered], rows.answered, notRows);
    for (const { of, parts } of rows.divisions) {
      for (const part of parts) this.whole([part], columns.answered, notColumns);
      this.divided(columns.answered, rows.answered, parts, of !== null);
    }
    if (columns.measure) {
      this.crossedNumber(columns.measure, rows.divisions, rows.answered);
      return;
    }
    for (const column of columns.divisions) {
      for (const part of column.parts) this.whole([part], rows.answered, notRows);
      this.divided(rows.answered, columns.answered, column.parts, column.of !== null);
      for (const row of rows.divisions) {
        for (const part of row.parts) this.divided(part, columns.answered, column.parts, column.of !== null);
        for (const part of column.parts) this.divided(part, rows.answered, row.parts, row.of !== null);
      }
    }
  }

  /** Those of whom the facts hold, with the other question answered and not. */
  private whole(facts: readonly Fact[], answered: Fact, not: Fact): void {
    this.noted.sum(this.count(...facts), [this.count(...facts, answered), this.count(...facts, not)]);
  }

  /** Those of whom one fact holds and the other question is answered, by its answers. */
  private divided(fact: Fact, answered: Fact, parts: readonly Fact[], isYesNo: boolean): void {
    const { tally } = this;
    const whole = this.count(fact, answered);
    const counts = parts.map((part) => tally.count(fact, part));
    if (isYesNo) this.yesAndNo(whole, counts[0]!, counts[1]!);
    else this.partition(whole, counts);
  }

  private crossedNumber(measure: Measure, divisions: readonly Division[], answered: Fact): void {
    const { tally } = this;
    const not = otherThan(answered);
    const both = this.cell(tally.sum(measure, answered));
    this.noted.sum(this.cell(tally.sum(measure)), [both, this.cell(tally.sum(measure, not))]);
    for (const { parts } of divisions)
      this.noted.sum(
        both,
        parts.map((part) => this.cell(tally.sum(measure, part))),
      );
  }
}

function otherThan({ key, holds }: Fact): Fact {
  return { key: `not ${key}`, holds: holds.map((own) => !own) };
}
