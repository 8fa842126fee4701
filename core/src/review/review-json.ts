/**
 * A review's tables as JSON: the same cells as the document, through the same gate. Same settings and same answers,
 * same bytes.
 */
import type { Language } from '../problem.ts';
import { PRODUCT } from '../product.ts';
import { publicAudit } from '../protection/protect.ts';
import { isSuppressed } from '../protection/shown.ts';
import type { Agreement, ItemAgreement } from './agreement.ts';
import type { ReviewSource } from './document/review-result.ts';
import type { ReviewAnalysis } from './review-analysis.ts';
import { shownReview } from './review-protection.ts';
import type { ShownReviewTableCell, ShownReviewTable } from './tables/review-table.ts';

/** The result of a review as JSON, protected as its settings ask. */
export function reviewJson(analysis: ReviewAnalysis, language: Language, source: ReviewSource): string {
  const shown = shownReview(analysis);
  const { set, settings, reviews, progress, crosses } = analysis;
  const { id, version, title, years } = set.form;
  const json = {
    product: PRODUCT,
    form: { id, version, title: title[language], years },
    source,
    settings: shown.persons ? settings : { ...settings, reader: undefined, readers: undefined },
    persons: reviews.length,
    ...(shown.persons && { progress: { ...progress, unfinished: analysis.unfinished } }),
    tables: shown.tables.map((table) => tableJson(table, language)),
    cross: shown.crosses.map(({ table, tests }, at) => ({
      ...crosses[at]!.choice,
      table: table && tableJson(table, language),
      ...(shown.persons && settings.tests && { tests }),
    })),
    ...(shown.persons && readersJson(analysis, language)),
    ...(shown.audit && { audit: publicAudit(shown.audit) }),
  };
  return `${JSON.stringify(json, null, 1)}\n`;
}

/** What only the readers are to see. */
function readersJson({ agreement, differences, findings }: ReviewAnalysis, language: Language) {
  return {
    ...(agreement && { agreement: agreement.map(agreementJson) }),
    differences: differences.map(({ person, reader, field, register, review }) => {
      return { person, reader, field: field.key, register, review };
    }),
    findings: findings.map(({ person, finding }) => ({
      person,
      code: finding.code,
      items: finding.items,
      text: finding[language],
    })),
  };
}

function agreementJson({ item, agreement, codes, amounts, unanswered, notAsked, isFilled }: ItemAgreement) {
  const coded = (parts: ItemAgreement['codes']) =>
    parts.map(({ code, agreement: own }) => ({ code: code.code, ...numbers(own) }));
  return {
    item: item.id,
    ...numbers(agreement),
    ...(codes.length > 0 && { codes: coded(codes) }),
    ...(amounts.length > 0 && { amounts: coded(amounts) }),
    unanswered,
    notAsked,
    isFilled,
  };
}

function numbers({ persons, equal, kappa, meanDifference }: Agreement) {
  return { persons, equal, kappa, meanDifference };
}

function tableJson(table: ShownReviewTable, language: Language) {
  return {
    id: table.id,
    title: table.title[language],
    columns: table.columns.map(({ key, header }) => ({ key, title: header[language] })),
    rows: table.rows.map(({ key, label, kind, cells }) => ({
      key,
      label: label[language],
      ...(kind && { kind }),
      cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cellJson(cell)])),
    })),
    notes: table.notes.map((note) => note[language]),
  };
}

function cellJson(cell: ShownReviewTableCell) {
  if (isSuppressed(cell)) return { suppressed: true };
  const { value, numerator, denominator, lower, upper, of, kind } = cell;
  return {
    value,
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    ...(lower !== undefined && { lower, upper }),
    of,
    kind,
  };
}
