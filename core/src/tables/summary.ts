/** Bilaga 4 tabell 3: the register at a glance. Percent of those whose value is known; referrers of reports. */
import type { Counts, Measure } from './counts.ts';
import { lacking, missingIn } from './group-profile.ts';
import { countCell, meanCell, percentCell, type Table, type TableRow } from './table.ts';

export function summary(counts: Counts): Table {
  const all = counts.count('actualisation', 'all');
  const persons = counts.persons('all');
  const share = (key: string, part: Measure, whole: Measure): TableRow => ({
    key,
    cells: {
      number: countCell(counts.count(part, 'all')),
      percent: percentCell(counts.count(part, 'all'), counts.count(whole, 'all')),
    },
  });
  const rows: TableRow[] = [
    { key: 'actualisations', cells: { number: countCell(all) } },
    { key: 'persons', cells: { number: countCell(persons) } },
    { key: 'actualisations-per-person', cells: { mean: meanCell(all, persons) } },
  ];
  if (counts.has.investigation) {
    const opened = counts.count('investigation', 'all');
    rows.push(
      { key: 'investigations', cells: { number: countCell(opened) } },
      { key: 'investigations-per-person', cells: { mean: meanCell(opened, persons) } },
    );
  }
  if (counts.has.type)
    rows.push(share('applications', 'application', 'type-known'), share('reports', 'report', 'type-known'));
  if (counts.has.lob) rows.push(share('lob', 'lob', 'type-known'));
  rows.push(share('men', 'man', 'sex-known'), share('women', 'woman', 'sex-known'));
  rows.push({
    key: 'mean-age',
    cells: { mean: meanCell(counts.ages('all'), counts.count('age-known', 'all')) },
  });
  rows.push(...meanAgeSpan(counts));
  if (counts.has.referrer) {
    for (const name of counts.referrers) rows.push(share(`referrer:${name}`, `referrer:${name}`, 'report'));
    if (counts.count('referrer-other', 'all').n > 0)
      rows.push(share('referrer-other', 'referrer-other', 'report'));
    if (counts.count('referrer-missing', 'all').n > 0)
      rows.push(share('referrer-missing', 'referrer-missing', 'report'));
  }
  for (const measure of missingIn(counts)) rows.push(share(measure, measure, 'actualisation'));
  return { id: 'summary', columns: ['number', 'percent', 'mean'], rows, lacks: lacking(counts) };
}

/** The lowest and the highest mean age of a calendar year. */
function meanAgeSpan(counts: Counts): TableRow[] {
  const means = counts.years
    .map((year) => meanCell(counts.ages({ year }), counts.count('age-known', { year })))
    .filter(({ value }) => value !== null)
    .sort((a, b) => a.value! - b.value!);
  const lowest = means[0];
  const highest = means.at(-1);
  if (!lowest || !highest) return [];
  return [
    { key: 'mean-age-lowest-year', cells: { mean: lowest } },
    { key: 'mean-age-highest-year', cells: { mean: highest } },
  ];
}
