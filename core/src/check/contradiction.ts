/** A contradiction, as it is told: one line in Swedish and one in English. */
import { roundHalfAway } from '../document/format.ts';
import type { Language } from '../problem.ts';
import { amountOf, type Ratio, type Rule } from './equation.ts';
import type { Figure, Reading } from './figure.ts';
import { isSwap, slipWithin } from './digits.ts';
import type { Interval } from './interval.ts';
import type { Finding } from './locate.ts';
import {
  expectedText,
  figureText,
  joined,
  numberText,
  placeText,
  sentence,
  type Sentence,
} from './wording.ts';

/** What a printed table says against itself: where, by which rule, and what it should be. */
export interface Contradiction {
  /** What a reader sees and where it stands in the source: `Tabell 3, 3-6 (groupProfile.meanActualisations[2])`. */
  readonly place: string;
  readonly printed: number;
  /** What it should be, or between what (a last value of Infinity: no upper end); `null` where nothing would do. */
  readonly expected: number | readonly [low: number, high: number] | null;
  readonly rule: Rule;
  /** One line: place, what is printed, what it should be, from which figures. */
  readonly sv: string;
  readonly en: string;
}

export function contradictionOf(finding: Finding, notes: readonly Sentence[]): Contradiction {
  const { figure, expected, read } = finding;
  const direct = finding.equations.filter((equation) => equation.ratio?.figure === figure);
  const equations = direct.length > 0 ? direct : finding.equations;
  const reasons = distinct(equations.map((equation) => equation.reason(read, figure)));
  return told(figure, expected, equations[0]!.rule, [joined(reasons, '; '), ...hintsOn(finding), ...notes]);
}

/** A contradiction in a figure: its line begins alike whatever the rule. */
export function told(
  figure: Figure,
  expected: Interval | null,
  rule: Rule,
  because: readonly Sentence[],
  place = placeText(figure),
): Contradiction {
  const line = (language: Language) => {
    const printed = figureText(figure, figure.value, language);
    const should = expected === null ? null : expectedText(figure, expected, language);
    const reasons = because.map((one) => one[language]).join('. ');
    if (language === 'sv') {
      return `${place}: tryckt ${printed}, ${should === null ? 'kan inte stämma' : `ska vara ${should}`}: ${reasons}.`;
    }
    return `${place}: printed ${printed}, ${should === null ? 'cannot be right' : `should be ${should}`}: ${reasons}.`;
  };
  return {
    place,
    printed: figure.value,
    expected:
      expected === null
        ? null
        : expected.low === expected.high
          ? expected.low
          : [expected.low, expected.high],
    rule,
    sv: line('sv'),
    en: line('en'),
  };
}

function distinct(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.filter((one, i) => sentences.findIndex((other) => other.sv === one.sv) === i);
}

// --- How it may have come about ---------------------------------------------------------------------------------------

function hintsOn(finding: Finding): readonly Sentence[] {
  const { figure, equations, read } = finding;
  const ratio = equations.map((equation) => equation.ratio).find((one) => one?.figure === figure);
  return [...(ratio ? ratioHints(ratio, read) : []), ...swappedDigits(finding), ...rivals(finding)];
}

function ratioHints(ratio: Ratio, read: Reading): readonly Sentence[] {
  const numerator = amountOf(ratio.numerator, read);
  const denominator = amountOf(ratio.denominator, read);
  if (numerator.low !== numerator.high || denominator.low !== denominator.high) return [];
  const exact = (ratio.scale * numerator.low) / denominator.low;
  const twice = roundedTwice(ratio.figure, exact);
  if (twice) return [twice];
  if (ratio.scale === 1) return [];
  const other = otherBase(ratio, numerator.low, denominator.low);
  return other ? [other] : countBehind(ratio.figure, numerator.low, denominator.low);
}

/** 81,48 → 81,5 → 82. */
function roundedTwice(figure: Figure, exact: number): Sentence | null {
  const once = roundHalfAway(exact, figure.decimals + 1);
  if (roundHalfAway(once, figure.decimals) !== figure.value) return null;
  return sentence((language) => {
    const steps = [
      numberText(exact, figure.decimals + 2, language),
      numberText(once, figure.decimals + 1, language),
      numberText(figure.value, figure.decimals, language),
    ].join(' → ');
    return language === 'sv' ? `Avrundat två gånger: ${steps}` : `Rounded twice: ${steps}`;
  });
}

/** In a larger table a missing answer or two does not show in whole percent. */
const LARGEST_BASE = 1000;

/** 74 % of 28 is right of 27: an answer is missing that the table does not tell of. */
function otherBase(ratio: Ratio, count: number, base: number): Sentence | null {
  if (base > LARGEST_BASE) return null;
  const fits = (other: number) =>
    roundHalfAway((100 * count) / other, ratio.figure.decimals) === ratio.figure.value;
  const bases = Array.from({ length: Math.floor(base * 0.1) }, (_, i) => base - 1 - i).filter(
    (other) => other >= count && fits(other),
  );
  if (bases.length !== 1) return null;
  return sentence((language) => {
    const value = figureText(ratio.figure, ratio.figure.value, language);
    return language === 'sv'
      ? `${value} stämmer med basen ${String(bases[0])}: saknade svar ska i så fall sägas`
      : `${value} fits the base ${String(bases[0])}: missing answers should then be told`;
  });
}

/** 28 % is the share of no count of 28; 79 % is that of 22 and no other. */
function countBehind(figure: Figure, count: number, base: number): readonly Sentence[] {
  const nearest = Math.round((figure.value * base) / 100);
  const share = roundHalfAway((100 * nearest) / base, figure.decimals);
  if (nearest === count || base > 100) return [];
  return [
    sentence((language) => {
      const value = figureText(figure, figure.value, language);
      const near = figureText(figure, share, language);
      const [n, of] = [String(nearest), String(base)];
      if (share === figure.value)
        return language === 'sv' ? `${value} är ${n} av ${of}` : `${value} is ${n} of ${of}`;
      return language === 'sv'
        ? `${value} är inget antal av ${of}: ${n} av ${of} är ${near}`
        : `${value} is no count of ${of}: ${n} of ${of} is ${near}`;
    }),
  ];
}

/** 3 645 for 3 465. */
function swappedDigits({ figure, expected }: Finding): readonly Sentence[] {
  if (!expected || expected.low !== expected.high) return [];
  if (!isSwap(figure.value, expected.low, figure.decimals)) return [];
  return [{ sv: 'Två siffror har bytt plats', en: 'Two digits have changed places' }];
}

/** Other figures that could be the wrong one instead; where one mistyped digit would explain it, that one alone. */
function rivals({ figure, others }: Finding): readonly Sentence[] {
  const slips = others.flatMap((other) => {
    const slip = slipWithin(other.figure.value, other.expected);
    return slip === null ? [] : [{ ...other, expected: { low: slip, high: slip } }];
  });
  const shown = slips.length > 0 && figure.derived ? slips.slice(0, 1) : others.slice(0, 3);
  return shown.map((other) =>
    sentence((language) => {
      const right = expectedText(other.figure, other.expected, language);
      const wrong = figureText(other.figure, other.figure.value, language);
      const where = other.figure.label || other.figure.path;
      return language === 'sv'
        ? `Det stämmer också om ${wrong} (${where}) ska vara ${right}`
        : `It also agrees if ${wrong} (${where}) should be ${right}`;
    }),
  );
}
