/** What stands in place of a view: what to drag where, how many rows have come, why there is nothing to see. */
import { formatNumber, type Language } from 'isu-core';
import type { FieldName, Situation } from '../analysis/report.ts';
import type { ViewWords } from '../words/view-words.ts';
import { made } from './made.ts';

type Standing = Exclude<Situation, { readonly kind: 'report' }>;

export function inPlace(
  page: Document,
  situation: Standing,
  words: ViewWords,
  language: Language,
): HTMLElement {
  const { situations } = words;
  const n = (count: number) => formatNumber(count, 'integer', language);
  switch (situation.kind) {
    case 'landing':
      return landing(page, situation.missing, situation.given, words);
    case 'loading':
      return made(page, 'div', {
        class: 'isu-place isu-loading',
        attributes: { role: 'status' },
        children: [
          made(page, 'p', { class: 'isu-lead', text: situations.loading(n(situation.rows)) }),
          made(page, 'div', { class: 'isu-progress' }),
        ],
      });
    case 'cut':
      return sentences(page, 'alert', [
        situations.cut(n(situation.rows), situation.of === null ? null : n(situation.of)),
        situations.cutMend,
      ]);
    case 'empty':
      return sentences(page, 'status', [situations.empty]);
    case 'problem':
      return sentences(page, 'alert', [situation.problem[language]]);
  }
}

/** The first sentence is what is so, the others what can be done. */
export function sentences(page: Document, role: 'alert' | 'status', texts: readonly string[]): HTMLElement {
  return made(page, 'div', {
    class: 'isu-place',
    attributes: { role },
    children: texts.map((text, at) => made(page, 'p', { class: at === 0 ? 'isu-lead' : 'isu-more', text })),
  });
}

function landing(
  page: Document,
  missing: readonly FieldName[],
  given: readonly FieldName[],
  { situations }: ViewWords,
): HTMLElement {
  const field = (name: FieldName) => {
    const isGiven = given.includes(name);
    return made(page, 'span', {
      class: isGiven ? 'isu-field isu-given' : missing.includes(name) ? 'isu-field isu-missing' : 'isu-field',
      text: isGiven ? `✓ ${situations.fields[name]}` : situations.fields[name],
      ...(isGiven && { attributes: { title: situations.given } }),
    });
  };
  const list = made(page, 'ul', {
    class: 'isu-fields',
    children: situations.landingFields.map(({ fields, why }) =>
      made(page, 'li', {
        children: [...fields.map(field), made(page, 'span', { class: 'isu-why', text: why })],
      }),
    ),
  });
  const started = given.length > 0 && missing.length > 0;
  const names = missing.map((name) => situations.fields[name]).join(', ');
  return made(page, 'div', {
    class: 'isu-place isu-landing',
    children: [
      made(page, 'h2', { text: situations.landingTitle }),
      made(page, 'p', {
        class: 'isu-lead',
        text: started ? `${situations.missing} ${names}` : situations.landing,
      }),
      list,
      made(page, 'p', { class: 'isu-more', text: situations.aggregated }),
      made(page, 'p', { class: 'isu-more', text: situations.privacy }),
    ],
  });
}
