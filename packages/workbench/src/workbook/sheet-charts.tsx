/** The charts that lie on a sheet, drawn where they stand and as large as they are. */
import { chartPicture, svgNode } from 'isu-charts';
import type { Language } from 'isu-core';
import type { Chart } from 'isu-excel-host';
import { memo, use, useEffect, useRef, useSyncExternalStore } from 'react';
import { chartOfCells, type ChartOfCells } from './chart-of-cells.ts';
import { SheetContext } from './sheet-context.ts';
import { pixels } from './sheet-shape.ts';

export function SheetCharts({ left, top, language }: { left: number; top: number; language: Language }) {
  const { sheet, watch } = use(SheetContext)!;
  const key = useSyncExternalStore(watch.subscribe, () => sheet.charts.map(({ id }) => id).join());
  if (key === '') return null;
  return (
    <div role="row" className="charts" style={{ left, top }}>
      {sheet.charts.map((chart) => (
        <SheetChart key={chart.id} chart={chart} language={language} />
      ))}
    </div>
  );
}

function SheetChart({ chart, language }: { chart: Chart; language: Language }) {
  const { watch, words } = use(SheetContext)!;
  const last = useRef<{ readonly key: string; readonly drawn: ChartOfCells | null } | null>(null);
  const drawn = useSyncExternalStore(watch.subscribe, () => {
    const now = chartOfCells(chart, words);
    const key = JSON.stringify(now);
    if (last.current?.key !== key) last.current = { key, drawn: now };
    return last.current.drawn;
  });
  const place = useSyncExternalStore(watch.subscribe, () =>
    [chart.left, chart.top, chart.width, chart.height].map(pixels).join(),
  );
  const [left, top, width, height] = place.split(',').map(Number);
  return (
    <div role="gridcell" className="chart" style={{ left, top, width, height }}>
      {drawn && <Picture drawn={drawn} width={width!} height={height!} language={language} />}
    </div>
  );
}

interface PictureProps {
  readonly drawn: ChartOfCells;
  readonly width: number;
  readonly height: number;
  readonly language: Language;
}

const Picture = memo(function Picture({ drawn, width, height, language }: PictureProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const picture = chartPicture(drawn.chart, drawn.table, language, { width, height }, drawn.colours);
    holder.current?.replaceChildren(svgNode(picture, document));
  }, [drawn, width, height, language]);
  return <div ref={holder} />;
});
