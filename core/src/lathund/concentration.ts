/** How much of the work concerns how few: Lorenz curve, Gini, and the shares of the most frequent. */
import { gini } from '../statistics/gini.ts';
import { lorenz, type LorenzPoint } from '../statistics/lorenz.ts';
import { topShares, type TopShare } from '../statistics/top-shares.ts';
import type { Lathund } from './lathund.ts';

/** How unevenly actualisations fall on persons. */
export interface Concentration {
  readonly gini: number | null;
  /** The most frequent 1, 5, 10 and 20 % of the persons. */
  readonly top: readonly TopShare[];
  readonly lorenz: readonly LorenzPoint[];
}

const TOP = [0.01, 0.05, 0.1, 0.2];

export function concentrationOf({ actualisations }: Lathund): Concentration {
  return {
    gini: gini(actualisations),
    top: topShares(actualisations, TOP),
    lorenz: lorenz(actualisations),
  };
}
