/** The sentences of the check, in Swedish and English: where, what is printed, what it should be, from which figures. */
import { formatNumber, roundHalfAway } from '../document/format.ts';
import type { Language } from '../problem.ts';
import { amountOf, type Side } from './equation.ts';
import { standsFor, type Figure, type Reading } from './figure.ts';
import { scaled, times, type Interval } from './interval.ts';

export interface Sentence {
  readonly sv: string;
  readonly en: string;
}

/** Sums longer than this are shown by their first and last terms. */
const MOST_TERMS = 8;

export function sentence(of: (language: Language) => string): Sentence {
  return { sv: of('sv'), en: of('en') };
}

export function joined(parts: readonly Sentence[], between: string): Sentence {
  return sentence((language) => parts.map((part) => part[language]).join(between));
}

/** A number with a given number of decimals, as the rest of the product writes numbers. */
export function numberText(value: number, decimals: number, language: Language): string {
  const rounded = roundHalfAway(value, decimals);
  const [whole, fraction] = Math.abs(rounded).toFixed(decimals).split('.');
  const text = formatNumber(Number(whole), 'integer', language);
  const point = language === 'sv' ? ',' : '.';
  return (rounded < 0 ? '−' : '') + text + (fraction ? point + fraction : '');
}

export function figureText(figure: Figure, value: number, language: Language): string {
  const percent = figure.kind === 'percent' ? (language === 'sv' ? '\u00a0%' : '%') : '';
  return numberText(value, figure.decimals, language) + percent;
}

/** `Tabell 3, 3-6 (soderhamn.groupProfile.meanActualisations[2])`: first what a reader sees, then where to find it. */
export function placeText(figure: Figure): string {
  const seen = [figure.print, figure.label].filter((part) => part !== '').join(', ');
  return seen === '' ? figure.path : `${seen} (${figure.path})`;
}

export function expectedText(figure: Figure, expected: Interval, language: Language): string {
  const text = (value: number) => figureText(figure, value, language);
  if (expected.low === expected.high) return text(expected.low);
  if (expected.high === Infinity) return `${language === 'sv' ? 'minst' : 'at least'} ${text(expected.low)}`;
  const [between, and] = language === 'sv' ? ['mellan', 'och'] : ['between', 'and'];
  return `${between} ${text(expected.low)} ${and} ${text(expected.high)}`;
}

/** The calculation behind an equation, with the figures in place. */
export const calculation = {
  /** `blamed`'s side is told only where it is a sum; a lone figure has been told already as what is printed. */
  same(left: Side, right: Side, read: Reading, blamed: Figure | null): Sentence {
    const alone = (side: Side) => side.figures.length === 1 && side.figures[0] === blamed;
    const told = [left, right].filter((side) => !alone(side));
    return sentence((language) => told.map((side) => sideText(side, read, language)).join(' ≠ '));
  },

  ratio(
    figure: Figure,
    numerator: Side,
    denominator: Side,
    scale: 1 | 100,
    exact: Interval,
    read: Reading,
  ): Sentence {
    const decimals = figure.decimals + 2;
    return sentence((language) => {
      const shown = (value: number) =>
        numberText(value, neededDecimals(value, figure.decimals, decimals), language);
      const result = exact.low === exact.high ? shown(exact.low) : `${shown(exact.low)}–${shown(exact.high)}`;
      const above = sideText(numerator, read, language);
      const below = sideText(denominator, read, language);
      if (scale === 1) return `${bracketed(above)} / ${bracketed(below)} = ${result}`;
      return language === 'sv'
        ? `${above} av ${below} är ${result}\u00a0%`
        : `${above} of ${below} is ${result}%`;
    });
  },

  whole(figure: Figure, count: Side, scale: 1 | 100, read: Reading): Sentence {
    const product = scaled(times(standsFor(figure, read), amountOf(count, read)), 1 / scale);
    const middle = (product.low + product.high) / 2;
    const base = amountOf(count, read).low;
    const nearest = [Math.floor(middle), Math.ceil(middle)];
    return sentence((language) => {
      const n = sideText(count, read, language);
      const value = figureText(figure, read(figure), language);
      const result = numberText(middle, 2, language);
      const shown = nearest
        .map(
          (things) => `${String(things)} / ${n} = ${figureText(figure, (scale * things) / base, language)}`,
        )
        .join(language === 'sv' ? ' och ' : ' and ');
      const not =
        language === 'sv'
          ? `inget helt antal; närmast är ${shown}`
          : `not a whole number; nearest are ${shown}`;
      if (scale === 1) return `${n} × ${value} = ${result}, ${not}`;
      return language === 'sv'
        ? `${value} av ${n} är ${result}, ${not}`
        : `${value} of ${n} is ${result}, ${not}`;
    });
  },

  overEverybody(figure: Figure, some: Side, everybody: Side, things: number, read: Reading): Sentence {
    return sentence((language) => {
      const product = numberText(amountOf(some, read).low * read(figure), 2, language);
      const all = numberText(amountOf(everybody, read).low, 0, language);
      const few = sideText(some, read, language);
      const value = figureText(figure, read(figure), language);
      const sum = numberText(things, 0, language);
      return language === 'sv'
        ? `${few} × ${value} = ${product}, inget helt antal; ${sum} / ${all} = ${value} är medelvärdet över alla ${all}, och över de ${few} är det ${sum} / ${few}`
        : `${few} × ${value} = ${product}, not a whole number; ${sum} / ${all} = ${value} is the mean over all ${all}, and over the ${few} it is ${sum} / ${few}`;
    });
  },

  sameDenominator(first: MeanOver, second: MeanOver, read: Reading): Sentence {
    return sentence((language) => {
      const one = (mean: MeanOver) => {
        const sum = sideText(mean.sum, read, language);
        const value = figureText(mean.figure, read(mean.figure), language);
        const persons = numberText((mean.persons.low + mean.persons.high) / 2, 0, language);
        return language === 'sv'
          ? `${sum} med ${value} per person ger ${persons} personer`
          : `${sum} at ${value} a person makes ${persons} persons`;
      };
      return `${one(first)}, ${language === 'sv' ? 'men' : 'but'} ${one(second)}`;
    });
  },
};

/** The least decimals, from `least` to `most`, that show a value as exactly as `most` would. */
function neededDecimals(value: number, least: number, most: number): number {
  for (let decimals = least; decimals < most; decimals++) {
    if (Math.abs(roundHalfAway(value, decimals) - roundHalfAway(value, most)) < 10 ** -(most + 2))
      return decimals;
  }
  return most;
}

interface MeanOver {
  readonly figure: Figure;
  readonly sum: Side;
  readonly persons: Interval;
}

/** `300 + 182 + 579 = 1 061 (Tabell 2)`. */
export function sideText(side: Side, read: Reading, language: Language): string {
  const named = side.name ? ` (${side.name[language]})` : '';
  const amount = amountOf(side, read);
  const decimals = Math.max(0, ...side.figures.map((figure) => figure.decimals));
  const sum = numberText((amount.low + amount.high) / 2, decimals, language);
  if (side.figures.length <= 1) {
    const range = amount.low !== amount.high && side.figures.length === 0;
    const text = range
      ? `${numberText(amount.low, 0, language)}–${numberText(amount.high, 0, language)}`
      : sum;
    return text + named;
  }
  const terms = side.figures.map((figure) => numberText(read(figure), figure.decimals, language));
  const shown = terms.length > MOST_TERMS ? [...terms.slice(0, 3), '…', terms.at(-1)!] : terms;
  return `${shown.join(' + ')} = ${sum}${named}`;
}

function bracketed(text: string): string {
  return text.includes(' + ') ? `(${text})` : text;
}
