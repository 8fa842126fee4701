/** The cheapest steps, held against HiGHS, which solves the same linear programme with other means. */
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readSystem,
  total,
  type Quantities,
  type Sum,
  type System,
} from '../../src/protection/quantities.ts';
import { cheapestSteps, type Demand, type Effort } from '../../src/protection/simplex.ts';
import { between, crossed, draws, lathundTables, type Draw } from './random-tables.ts';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const unlimited = (): Effort => ({ left: 1e9 });

/** What the cheapest steps cost, by HiGHS: each step is what goes up less what goes down. Null where none will do. */
function leastCost(system: System, { row, by, told, cost }: Demand): number | null {
  const sum = (terms: readonly (readonly [number, number])[]) =>
    terms
      .map(
        ([factor, j]) =>
          `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} u${j} ${factor < 0 ? '+' : '-'} ${Math.abs(factor)} d${j}`,
      )
      .join(' ');
  const termsOf = ({ columns, coefficients }: Demand['row']) =>
    columns.map((j, i) => [coefficients[i]!, j] as const);
  const moves = system.value.map((_, j) => j).filter((j) => cost[j]! < Infinity);
  const model = [
    'Minimize',
    ` ${moves.map((j) => `+ ${cost[j]!} u${j} + ${cost[j]!} d${j}`).join(' ')}`,
    'Subject To',
    ...system.rows.map((one) => ` ${sum(termsOf(one))} = 0`),
    ` ${sum(termsOf(row))} >= ${by}`,
    ...told.map(([j, step]) => ` ${sum([[1, j]])} = ${step}`),
    ...moves.map((j) => ` ${sum([[1, j]])} >= ${system.least[j]! - system.value[j]!}`),
    'Bounds',
    ...system.value.flatMap((_, j) => {
      const most = cost[j]! < Infinity ? '1e9' : '0';
      return [` 0 <= u${j} <= ${most}`, ` 0 <= d${j} <= ${most}`];
    }),
    'End',
  ];
  const solution = highs.solve(model.join('\n'), { output_flag: false });
  if (solution.Status === 'Infeasible') return null;
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`);
  return solution.ObjectiveValue;
}

function costOf(steps: Float64Array, { cost }: Demand): number {
  return steps.reduce((sum, step, j) => sum + (step === 0 ? 0 : cost[j]! * Math.abs(step)), 0);
}

/** What costs little, much or cannot move, drawn for each column. */
function drawnCosts(system: System, draw: Draw, fixed: number): Float64Array {
  return Float64Array.from(system.value, (value) => {
    if (draw() < fixed) return Infinity;
    return draw() < 0.3 ? 0.001 : 1 + Math.round(100 * draw() * Math.log2(2 + value)) / 100;
  });
}

function demandOn(system: System, draw: Draw, fixed: number): Demand {
  const cost = drawnCosts(system, draw, fixed);
  const column = between(draw, 0, system.cells.length - 1);
  const other = between(draw, 0, system.cells.length - 1);
  cost[column] = 0.001;
  const sign = draw() < 0.3 ? -1 : 1;
  const told = draw() < 0.3 && other !== column ? [[other, between(draw, -1, 2)] as const] : [];
  for (const [j] of told) cost[j] = 1;
  return { row: { columns: [column], coefficients: [sign] }, by: between(draw, 1, 6), told, cost };
}

/** What of the steps is not as it must be: below a floor, a row off 0, too small a rise, another step than was told. */
function impossible(system: System, steps: Float64Array, { row, by, told, cost }: Demand): string[] {
  const least = system.least.flatMap((floor, j) =>
    system.value[j]! + steps[j]! < floor - 1e-6 || (cost[j] === Infinity && steps[j] !== 0)
      ? [`column ${j} to ${system.value[j]! + steps[j]!}`]
      : [],
  );
  const rows = system.rows.flatMap((one, r) =>
    Math.abs(total(one, steps)) > 1e-6 ? [`row ${r} off 0`] : [],
  );
  const rise = total(row, steps) < by - 1e-6 ? [`rises ${total(row, steps)}, not ${by}`] : [];
  const other = told.flatMap(([j, step]) =>
    Math.abs(steps[j]! - step) > 1e-6 ? [`column ${j} is told`] : [],
  );
  return [...least, ...rows, ...rise, ...other];
}

const shapes: Readonly<Record<string, (draw: Draw) => Quantities>> = {
  'two directions': (draw) => crossed(draw, { sizes: [between(draw, 2, 6), between(draw, 2, 5)] }),
  'three directions': (draw) => crossed(draw, { sizes: [3, 3, 2] }),
  'groups within the total': (draw) => crossed(draw, { sizes: [6, 3], groups: true }),
  'the tables of the lathund, with limits': (draw) => lathundTables(draw, between(draw, 20, 200), 2),
};

describe('by hand', () => {
  const sum: Sum = [[1, 'a'], [1, 'b'], [1, 'c'], [-1, 'd all']]; // prettier-ignore
  const cells = Object.entries({ a: 3, b: 9, c: 0, 'd all': 12 }).map(([key, value]) => ({
    key,
    value,
    persons: value,
  }));
  const system = readSystem({ cells, equations: [sum] });
  const raise = { columns: [0], coefficients: [1] };

  it('the cheapest of the others falls as much as the one rises', () => {
    const steps = cheapestSteps(
      system,
      { row: raise, by: 4, told: [], cost: Float64Array.of(1, 2, 1, 5) },
      unlimited(),
    );
    expect([...steps!]).toEqual([4, -4, 0, 0]);
  });

  it('what cannot fall further is helped by the next cheapest', () => {
    // b may fall from 9 to 1, and c, being 0, may only rise; the total takes what is left.
    const steps = cheapestSteps(
      system,
      { row: raise, by: 10, told: [], cost: Float64Array.of(1, 2, 1, 5) },
      unlimited(),
    );
    expect([...steps!]).toEqual([10, -8, 0, 2]);
  });

  it('nothing does where all the others stay', () => {
    const cost = Float64Array.of(1, Infinity, Infinity, Infinity);
    expect(cheapestSteps(system, { row: raise, by: 1, told: [], cost }, unlimited())).toBeUndefined();
  });

  it('a step that is told is kept', () => {
    const demand = { row: raise, by: 4, told: [[3, 1]] as const, cost: Float64Array.of(1, 2, 1, 5) };
    expect([...cheapestSteps(system, demand, unlimited())!]).toEqual([4, -3, 0, 1]);
  });

  it('nothing is looked for when no effort is left', () => {
    const demand = { row: raise, by: 4, told: [], cost: Float64Array.of(1, 2, 1, 5) };
    expect(cheapestSteps(system, demand, { left: 0 })).toBeUndefined();
    const effort = unlimited();
    cheapestSteps(system, demand, effort);
    // Two pivots, over five columns each, and what they change in the other row.
    expect(1e9 - effort.left).toBeGreaterThanOrEqual(10);
    expect(1e9 - effort.left).toBeLessThanOrEqual(20);
  });
});

describe.each(Object.entries(shapes))('the cheapest steps in %s', (_, make) => {
  it('are possible, and cost what HiGHS finds to be the least', () => {
    let found = 0;
    let none = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const draw = draws(seed);
      const system = readSystem(make(draw));
      const demand = demandOn(system, draw, seed % 3 === 0 ? 0.4 : 0.05);
      const steps = cheapestSteps(system, demand, unlimited());
      const least = leastCost(system, demand);
      if (least === null || !steps) {
        expect(steps, `seed ${seed}`).toBeUndefined();
        expect(least, `seed ${seed}`).toBeNull();
        none++;
        continue;
      }
      found++;
      expect(impossible(system, steps, demand), `seed ${seed}`).toEqual([]);
      const off = Math.abs(costOf(steps, demand) - least);
      expect(off, `seed ${seed}`).toBeLessThan(1e-6 * Math.max(1, least));
    }
    expect(found).toBeGreaterThan(2);
    expect(none).toBeGreaterThan(0);
  });
});
