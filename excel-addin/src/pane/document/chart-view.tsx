/** A chart of the document, drawn for the width it is given and drawn again when that changes. */
import { chartPicture, svgNode } from 'isu-charts';
import type { DocumentChart, DocumentTable } from 'isu-core';
import { useEffect, useRef } from 'react';
import { useSurroundings } from '../pane-context.tsx';

const NARROWEST = 150;
const WIDEST = 900;

interface ChartProps {
  readonly chart: DocumentChart;
  readonly table: DocumentTable;
}

export function ChartView({ chart, table }: ChartProps) {
  const { language, chartColours } = useSurroundings();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const figure = frame.current!;
    let drawn = 0;
    const draw = (room: number) => {
      const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, room)));
      if (width === drawn) return;
      drawn = width;
      const height = Math.round(Math.min(420, Math.max(250, width * 0.74)));
      figure.replaceChildren(
        svgNode(chartPicture(chart, table, language, { width, height }, chartColours), document),
      );
    };
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) draw(entry.contentRect.width);
    });
    draw(figure.clientWidth);
    observer.observe(figure);
    return () => observer.disconnect();
  }, [chart, table, language, chartColours]);
  return <figure ref={frame} className="chart" />;
}
