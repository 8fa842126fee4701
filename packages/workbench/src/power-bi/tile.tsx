/** The tile of the report: the frame with the packaged visual, as large as it is wanted, and its tooltip over it. */
import { useEffect, useRef, useState } from 'react';
import type { ReportSetting } from './messages.ts';
import type { Tooltip } from './use-visual.ts';
import type { PowerBiWords } from './words/words.ts';

interface TileProps {
  readonly size: Pick<ReportSetting, 'width' | 'height'>;
  readonly theme: ReportSetting['theme'];
  readonly tooltip: Tooltip | null;
  readonly takeFrame: (frame: HTMLIFrameElement) => void;
  /** How much room there is for the tile, in pixels. */
  readonly measure: (room: { readonly width: number; readonly height: number }) => void;
  readonly words: PowerBiWords;
}

export function Tile({ size, theme, tooltip, takeFrame, measure, words }: TileProps) {
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const element = room.current!;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      // Of a tab that is out of sight there is no size.
      if (width > 0 && height > 0) measure({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);
  return (
    <div className={`tile-room ${theme}`} ref={room}>
      <iframe
        ref={frame}
        className="tile"
        src="power-bi/"
        sandbox="allow-scripts"
        title={words.frame}
        style={size}
        onLoad={({ currentTarget }) => takeFrame(currentTarget)}
      />
      {tooltip && frame.current && <TooltipBox tooltip={tooltip} frame={frame.current} />}
    </div>
  );
}

const APART = 12;

function TooltipBox({ tooltip: { at, lines }, frame }: { tooltip: Tooltip; frame: HTMLIFrameElement }) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const [x, y] = at!;
  useEffect(() => {
    const { left, top } = frame.getBoundingClientRect();
    const { width, height } = box.current!.getBoundingClientRect();
    const fits = (from: number, length: number, whole: number) =>
      from + APART + length <= whole ? from + APART : Math.max(0, from - APART - length);
    setPlace({ left: fits(left + x, width, innerWidth), top: fits(top + y, height, innerHeight) });
  }, [frame, x, y, lines]);
  return (
    <div className="visual-tooltip" role="tooltip" ref={box} style={place}>
      {lines[0]?.header !== undefined && <strong>{lines[0].header}</strong>}
      <dl>
        {lines.map(({ displayName, value, color }, i) => (
          <div key={i}>
            <dt>
              {color !== undefined && <span className="swatch" style={{ background: color }} />}
              {displayName}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
