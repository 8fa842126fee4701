/**
 * What is told of a mark when it is pointed at or has the focus: core's figures as the mark has them, through protection;
 * what is highlighted of them; for a person the fields in Knappbeskrivningar. A report page as tooltip is given the
 * persons, so that it shows theirs; in `publication` nobody.
 */
import type powerbi from 'powerbi-visuals-api';
import type { Fact, Mark } from 'isu-charts';
import type { Language } from 'isu-core';
import type { Report } from '../analysis/report.ts';
import type { ScreenPoint } from '../draw/pointing.ts';
import { markId } from '../views/view.ts';
import { hostWords } from '../words/host-words.ts';

type TooltipService = powerbi.extensibility.ITooltipService;
type Item = powerbi.extensibility.VisualTooltipDataItem;

export interface Told {
  readonly items: Item[];
  readonly identities: powerbi.visuals.ISelectionId[];
}

export class Tooltips {
  private readonly service: TooltipService;
  private readonly tell: (mark: Mark) => Told;
  private shown: { readonly id: string; readonly told: Told } | null = null;

  constructor(service: TooltipService, tell: (mark: Mark) => Told) {
    this.service = service;
    this.tell = tell;
  }

  /** A mark that the pointer moves over is told of once; then the tooltip follows. */
  point(mark: Mark | null, { x, y }: ScreenPoint, isTouchEvent: boolean): void {
    if (!mark) {
      this.hide(isTouchEvent);
      return;
    }
    if (!this.service.enabled()) return;
    const id = `${markId(mark)} ${mark.part}`;
    const coordinates = [x, y];
    if (this.shown?.id === id) {
      const { items, identities } = this.shown.told;
      this.service.move({ coordinates, isTouchEvent, dataItems: items, identities });
      return;
    }
    const told = this.tell(mark);
    this.shown = { id, told };
    const { items, identities } = told;
    this.service.show({ coordinates, isTouchEvent, dataItems: items, identities });
  }

  /** What was told is no longer so, or no longer there. */
  hide(isTouchEvent = false): void {
    if (!this.shown) return;
    this.shown = null;
    this.service.hide({ immediately: true, isTouchEvent });
  }
}

/** @param fields what the fields in Knappbeskrivningar say of the mark */
export function itemsOf(mark: Mark, report: Report, language: Language, fields: readonly Fact[]): Item[] {
  const facts = [...mark.facts, ...highlightedFacts(mark, report, language), ...fields];
  const header = headingOf(mark);
  return facts.map(({ label, text }) => ({ displayName: label, value: text, header }));
}

/** Whom or what the facts are of: a mark's name is its heading and then its facts. */
function headingOf({ name, facts }: Mark): string {
  const [first] = facts;
  const end = first ? name.indexOf(`: ${first.label} ${first.text}`) : -1;
  return end === -1 ? name : name.slice(0, end);
}

function highlightedFacts({ kind, key }: Mark, { highlighted }: Report, language: Language): readonly Fact[] {
  const words = hostWords(language);
  if (kind === 'group' && highlighted?.groups.ok) {
    const { lines, total } = highlighted.groups.value;
    const line = [...lines, total].find((one) => one.key === key);
    if (!line) return [];
    return [
      { label: words.highlightedPersons, text: `${line.persons.text} (${line.ofPersons.text})` },
      {
        label: words.highlightedActualisations,
        text: `${line.actualisations.text} (${line.ofActualisations.text})`,
      },
    ];
  }
  if (kind === 'year' && highlighted?.years.ok) {
    const year = highlighted.years.value.years.find((one) => one.key === key);
    if (!year) return [];
    return [
      { label: words.highlightedPersons, text: year.persons.text },
      { label: words.highlightedActualisations, text: year.actualisations.text },
    ];
  }
  return [];
}
