/** docs/validation.md, of what was held against what. */
import type { Difference, Held } from './held.ts';

export function validationPage(
  groups: readonly (readonly [heading: string, held: readonly Held[]])[],
): string {
  const all = groups.flatMap(([, held]) => held);
  const figures = all.reduce((sum, { difference }) => sum + difference.figures, 0);
  return `# What each definition was held against

Made by \`npm run validate\`, which works every figure out anew; a test does the same and compares with this page. ${whole(all.length)} definitions, ${whole(figures)} figures.

A difference is the product's figure less the reference's, the largest of all; _relative_ is of the reference's figure. It is told as the power of ten that it stays below, since the last binary digits may change with the engine that runs the code. A zero means that every figure is the same to the last bit, and every word to the letter. Rounded figures of the print are compared rounded.

${groups.map(([heading, held]) => `## ${heading}\n\n${tableOf(held)}`).join('\n\n')}

## Held otherwise

These have no figure to compare, or are worked out at greater length; their tests are the reference.

- That no hidden cell of a publication can be worked out: a reader with a linear program (HiGHS) tries, in \`core/test/protection/attack.test.ts\` and \`core/test/review/tables/publication.attack.test.ts\`.
- The tables of the case-file review with text answers, amounts and missing codes, against R: \`core/test/review/tables/tables.test.ts\`.
- Fisher's test of large tables, simulated, against a million draws of R's: \`core/test/statistics/count-tables.test.ts\`.
- The frequency groups compared, and return by what was known first (log-rank, observed against expected, Holm), against R: \`core/test/lathund/comparison.test.ts\`.
- Parts of a register side by side, against R: \`core/test/comparison/compare.test.ts\`.
- The same tables by the engines that \`packages/push-down\` writes SQL for: \`packages/push-down/test/same-result.test.ts\`.
- Rows in memory (\`isu-core/rows\`), against the road that everything above took: \`core/test/rows/lathund-of-rows.test.ts\`.
- A printed table against itself, with errors put in: \`core/test/check\`.
`;
}

function tableOf(held: readonly Held[]): string {
  const lines = held.map(({ definition, reference, where, cases, difference }) => [
    definition,
    reference,
    `[${where.split('/').at(-1)!}](../${where})`,
    whole(cases),
    whole(difference.figures),
    ...differences(difference),
  ]);
  const head = [
    'Definition',
    'Reference',
    'Its answers',
    'Cases',
    'Figures',
    'Largest difference',
    'Relative',
  ];
  const rule = ['---', '---', '---', '--:', '--:', '--:', '--:'];
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function differences({ absolute, relative }: Difference): string[] {
  return [below(absolute), below(relative)];
}

/** The power of ten that it stays below. */
function below(difference: number): string {
  if (difference === 0) return '0';
  return `< 1e${String(Math.floor(Math.log10(difference)) + 1)}`;
}

function whole(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
}
