/** The charts of a sheet: bars, columns, lines, areas, pies and rings. A chart of another kind is left out. */
import { cellsOfReference } from '../address.ts';
import {
  LABEL_PARTS,
  type AxisData,
  type ChartCells,
  type ChartData,
  type ChartPlace,
  type ChartWords,
  type LabelsData,
  type LineData,
  type MarkerData,
  type PlotData,
  type SeriesData,
  type TickName,
  type WordLook,
} from '../chart-data.ts';
import type { Colours } from './colours.ts';
import type { Parts } from './parts.ts';
import { child, childrenOf, isOn, numberOr, parseXml, valueOf, type XmlNode } from './xml.ts';

/** English Metric Units a point. */
const EMU = 12_700;

/** Where the cells of the sheet begin, in points: a chart may be anchored between two cells. */
export interface CellPlaces {
  left(column: number): number;
  top(row: number): number;
}

export function readCharts(parts: Parts, path: string, places: CellPlaces, colours: Colours): ChartData[] {
  const relations = parts.relations(path);
  const anchors = parseXml(parts.text(path)).children;
  return anchors.flatMap((anchor) => {
    const frame = child(anchor, 'graphicFrame');
    const data = child(child(frame, 'graphic'), 'graphicData');
    const target = relations.get(child(data, 'chart')?.attributes['id'] ?? '')?.target;
    const place = placeOf(anchor, places);
    if (target === undefined || !place) return [];
    const { name = '', descr = '' } = child(child(frame, 'nvGraphicFramePr'), 'cNvPr')?.attributes ?? {};
    return chartOf(parseXml(parts.text(target)), { name, alternative: descr, place }, colours) ?? [];
  });
}

function placeOf(anchor: XmlNode, places: CellPlaces): ChartPlace | null {
  const points = (text: string | undefined) => numberOr(text, 0) / EMU;
  const size = child(anchor, 'ext')?.attributes ?? {};
  const sized = { width: points(size['cx']), height: points(size['cy']) };
  if (anchor.name === 'absoluteAnchor') {
    const at = child(anchor, 'pos')?.attributes ?? {};
    return { row: 0, column: 0, top: points(at['y']), left: points(at['x']), ...sized };
  }
  const corner = (name: string) => {
    const node = child(anchor, name);
    const number = (part: string) => child(node, part)?.text;
    return {
      row: numberOr(number('row'), 0),
      column: numberOr(number('col'), 0),
      top: points(number('rowOff')),
      left: points(number('colOff')),
    };
  };
  const from = corner('from');
  if (anchor.name === 'oneCellAnchor') return { ...from, ...sized };
  if (anchor.name !== 'twoCellAnchor') return null;
  const to = corner('to');
  return {
    ...from,
    width: places.left(to.column) + to.left - places.left(from.column) - from.left,
    height: places.top(to.row) + to.top - places.top(from.row) - from.top,
  };
}

const SHAPES: Readonly<Record<string, PlotData['shape']>> = {
  barChart: 'column',
  lineChart: 'line',
  areaChart: 'area',
  pieChart: 'pie',
  doughnutChart: 'doughnut',
};

const LEGEND_PLACES = ['b', 't', 'l', 'r', 'tr'] as const;

function chartOf(
  space: XmlNode,
  where: Pick<ChartData, 'name' | 'alternative' | 'place'>,
  colours: Colours,
): ChartData | null {
  const chart = child(space, 'chart');
  const area = child(chart, 'plotArea');
  const plots = (area?.children ?? []).flatMap((node) => plotOf(node, colours) ?? []);
  if (plots.length === 0) return null;
  const looks = new Looks(colours);
  const [legend, category] = [child(chart, 'legend'), child(area, 'catAx') ?? child(area, 'dateAx')];
  const value = child(area, 'valAx');
  const place = valueOf(child(legend, 'legendPos'));
  const shape = child(space, 'spPr');
  const words = looks.words(child(space, 'txPr'), 10);
  return {
    ...where,
    language: valueOf(child(space, 'lang')) ?? 'en-US',
    title: looks.title(child(chart, 'title'), 14),
    legend: legend
      ? {
          at: LEGEND_PLACES.find((each) => each === place) ?? 'r',
          overlays: isOn(valueOf(child(legend, 'overlay'))),
          look: looks.words(child(legend, 'txPr'), 9),
        }
      : null,
    plots,
    axes: category && value ? { category: looks.axis(category), value: looks.axis(value) } : null,
    showsHiddenCells: valueOf(child(chart, 'plotVisOnly')) === '0',
    blanks: blanksOf(valueOf(child(chart, 'dispBlanksAs'))),
    fill: colours.ofFill(child(shape, 'solidFill')),
    outline: looks.line(shape)?.colour ?? null,
    font: { name: words.font ?? 'Calibri', size: words.size },
  };
}

function blanksOf(said: string | undefined): ChartData['blanks'] {
  return said === 'zero' || said === 'span' ? said : 'gap';
}

const GROUPINGS: Readonly<Record<string, PlotData['grouping']>> = {
  stacked: 'stacked',
  percentStacked: 'stacked-to-100',
};

function plotOf(node: XmlNode, colours: Colours): PlotData | null {
  const shape = SHAPES[node.name];
  if (shape === undefined) return null;
  const said = (name: string) => valueOf(child(node, name));
  return {
    shape: shape === 'column' && said('barDir') === 'bar' ? 'bar' : shape,
    grouping: GROUPINGS[said('grouping') ?? ''] ?? 'side-by-side',
    gap: numberOr(said('gapWidth'), 150),
    overlap: numberOr(said('overlap'), 0),
    variesColours: isOn(said('varyColors')),
    series: childrenOf(node, 'ser').map((each) => seriesOf(each, shape, colours)),
  };
}

function seriesOf(node: XmlNode, shape: PlotData['shape'], colours: Colours): SeriesData {
  const looks = new Looks(colours);
  const named = child(child(node, 'tx'), 'strRef');
  const nameCells = cellsOfReference(child(named, 'f')?.text ?? '');
  const cached = child(child(child(named, 'strCache'), 'pt'), 'v')?.text;
  const look = child(node, 'spPr');
  const line = looks.line(look);
  return {
    name: cached ?? child(child(node, 'tx'), 'v')?.text ?? '',
    nameCell: nameCells?.ranges[0] ? { sheetName: nameCells.sheetName, range: nameCells.ranges[0] } : null,
    categories: cellsOf(child(node, 'cat')),
    values: cellsOf(child(node, 'val')),
    colour: shape === 'line' ? (line?.colour ?? null) : colours.ofFill(child(look, 'solidFill')),
    weight: numberOr(child(look, 'ln')?.attributes['w'], 2.25 * EMU) / EMU,
    smooth: isOn(valueOf(child(node, 'smooth'))),
    invertsNegative: isOn(valueOf(child(node, 'invertIfNegative'))),
    marker: markerOf(child(node, 'marker'), shape, colours),
    labels: labelsOf(child(node, 'dLbls'), looks),
  };
}

/** What the cells held when the file was written stands there with them. */
function cellsOf(node: XmlNode | undefined): ChartCells | null {
  const [held] = node?.children ?? [];
  const cells = cellsOfReference(child(held, 'f')?.text ?? '');
  if (!cells) return null;
  const cache = child(held, 'numCache') ?? child(held, 'strCache');
  const values = Array.from({ length: numberOr(valueOf(child(cache, 'ptCount')), 0) }, () => null) as (
    string | number | null
  )[];
  for (const point of childrenOf(cache, 'pt')) {
    const text = child(point, 'v')?.text ?? '';
    values[numberOr(point.attributes['idx'], 0)] = cache?.name === 'numCache' ? Number(text) : text;
  }
  return { ...cells, values, format: child(cache, 'formatCode')?.text ?? 'General' };
}

/** A line without a word about markers has Excel's own. */
function markerOf(node: XmlNode | undefined, shape: PlotData['shape'], colours: Colours): MarkerData | null {
  const symbol = valueOf(child(node, 'symbol')) ?? 'auto';
  if (shape !== 'line' || symbol === 'none') return null;
  const look = child(node, 'spPr');
  return {
    symbol,
    size: numberOr(valueOf(child(node, 'size')), 5),
    fill: colours.ofFill(child(look, 'solidFill')),
    outline: colours.ofFill(child(child(look, 'ln'), 'solidFill')),
  };
}

function labelsOf(node: XmlNode | undefined, looks: Looks): LabelsData | null {
  const shows = LABEL_PARTS.filter((part) => isOn(valueOf(child(node, part))));
  if (!node || shows.length === 0) return null;
  return {
    at: valueOf(child(node, 'dLblPos')) ?? null,
    format: formatOf(child(node, 'numFmt')),
    shows,
    separator: child(node, 'separator')?.text ?? null,
    look: looks.words(child(node, 'txPr'), 9),
  };
}

/** `null` where it is the cells' own. */
function formatOf(node: XmlNode | undefined): string | null {
  const { formatCode, sourceLinked } = node?.attributes ?? {};
  return formatCode === undefined || isOn(sourceLinked) ? null : formatCode;
}

const TICKS = ['none', 'in', 'out', 'cross'] as const;
const TICK_LABELS = ['nextTo', 'low', 'high', 'none'] as const;

/** Looks as drawings write them (ECMA-376, part 1, 21.1). */
class Looks {
  private readonly colours: Colours;

  constructor(colours: Colours) {
    this.colours = colours;
  }

  /** @param node with text of its own, or with the look of text */
  words(node: XmlNode | undefined, usualSize: number): WordLook {
    const paragraph = child(node, 'p');
    const run = child(child(paragraph, 'r'), 'rPr');
    const all = child(child(paragraph, 'pPr'), 'defRPr');
    const said = (name: string) => run?.attributes[name] ?? all?.attributes[name];
    const part = (name: string) => child(run, name) ?? child(all, name);
    return {
      size: numberOr(said('sz'), usualSize * 100) / 100,
      colour: this.colours.ofFill(part('solidFill')) ?? '595959',
      bold: isOn(said('b')),
      ...(isOn(said('i')) && { italic: true }),
      font: part('latin')?.attributes['typeface'] ?? null,
    };
  }

  title(node: XmlNode | undefined, usualSize: number): ChartWords | null {
    const rich = child(child(node, 'tx'), 'rich');
    if (!rich) return null;
    const lines = childrenOf(rich, 'p').map((paragraph) =>
      childrenOf(paragraph, 'r')
        .map((run) => child(run, 't')?.text ?? '')
        .join(''),
    );
    const overlays = isOn(valueOf(child(node, 'overlay')));
    return { text: lines.join('\n'), overlays, look: this.words(rich, usualSize) };
  }

  /** `null` where none is drawn. */
  line(shape: XmlNode | undefined): LineData | null {
    const line = child(shape, 'ln');
    const colour = this.colours.ofFill(child(line, 'solidFill'));
    if (!line || colour === null) return null;
    return { colour, weight: numberOr(line.attributes['w'], 0.75 * EMU) / EMU };
  }

  private gridlines(node: XmlNode | undefined): LineData | null {
    if (!node) return null;
    return this.line(child(node, 'spPr')) ?? { colour: 'D9D9D9', weight: 0.75 };
  }

  axis(node: XmlNode): AxisData {
    const scaling = child(node, 'scaling');
    const number = (from: XmlNode | undefined, name: string) => numberOr(valueOf(child(from, name)), null);
    const tick = (name: string): TickName =>
      TICKS.find((each) => each === valueOf(child(node, name))) ?? 'cross';
    return {
      visible: !isOn(valueOf(child(node, 'delete'))),
      title: this.title(child(node, 'title'), 10),
      minimum: number(scaling, 'min'),
      maximum: number(scaling, 'max'),
      majorUnit: number(node, 'majorUnit'),
      minorUnit: number(node, 'minorUnit'),
      reversed: valueOf(child(scaling, 'orientation')) === 'maxMin',
      isLogarithmic: child(scaling, 'logBase') !== undefined,
      format: formatOf(child(node, 'numFmt')),
      majorGridlines: this.gridlines(child(node, 'majorGridlines')),
      minorGridlines: this.gridlines(child(node, 'minorGridlines')),
      majorTicks: tick('majorTickMark'),
      minorTicks: tick('minorTickMark'),
      labels: TICK_LABELS.find((each) => each === valueOf(child(node, 'tickLblPos'))) ?? 'nextTo',
      line: this.line(child(node, 'spPr')),
      look: this.words(child(node, 'txPr'), 9),
      crossesBetween: valueOf(child(node, 'crossBetween')) !== 'midCat',
    };
  }
}
