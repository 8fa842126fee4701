/**
 * The tab Power BI: a report of one tile, in which the packaged visual runs, fed from the workbook. What is chosen here is
 * chosen in Power BI by the report builder; what the visual filters is filtered in the workbook's grid.
 */
import { formatNumber, type Language } from 'isu-core';
import type { ExcelHost } from 'isu-excel-host';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { saveFile } from '../page/save-file.ts';
import type { WorkbookWatch } from '../workbook/workbook-watch.ts';
import { CallsPart } from './calls-part.tsx';
import { FieldsPart } from './fields-part.tsx';
import { FormatPart } from './format-part.tsx';
import { HostPart } from './host-part.tsx';
import { Menu } from './menu.tsx';
import { LOCALES, THEMES, type ReportSetting, type VisualParts } from './messages.ts';
import { visibleSheets } from './model-of-sheet.ts';
import { sheetFilter, type SheetFilter } from './sheet-filter.ts';
import { Tile } from './tile.tsx';
import { useModel } from './use-model.ts';
import { useVisual } from './use-visual.ts';
import { fieldsTaken, wellsOf, type ChosenFields } from './wells.ts';
import { powerBiWords } from './words/words.ts';

export interface ReportFilter extends SheetFilter {
  readonly clear: () => void;
}

interface PowerBiPaneProps {
  readonly host: ExcelHost;
  readonly watch: WorkbookWatch;
  readonly language: Language;
  readonly filterSheet: (filter: ReportFilter | null) => void;
  /** What went wrong, in words. */
  readonly refuse: (sentence: string) => void;
}

/** The smallest that Power BI has, and usual ones. */
const SIZES = [
  [150, 100],
  [320, 240],
  [640, 400],
  [1280, 720],
] as const;
const FILL = 'fill';
const CSV = 'text/csv;charset=utf-8';

const PANELS = ['fields', 'format', 'host', 'calls'] as const;
type Panel = (typeof PANELS)[number];

export default function PowerBiPane({ host, watch, language, filterSheet, refuse }: PowerBiPaneProps) {
  const words = powerBiWords(language);
  const parts = useParts();
  const { place, model, takeSheet } = useModel(host);
  const sheets = useVisibleSheets(host, watch);
  const [fields, setFields] = useState<{ readonly sheet: string; readonly chosen: ChosenFields } | null>(
    null,
  );
  const [size, setSize] = useState<string>(FILL);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [panel, setPanel] = useState<Panel | null>(null);
  const [report, setReport] = useState<Omit<ReportSetting, 'width' | 'height'>>({
    locale: language === 'sv' ? 'sv-SE' : 'en-US',
    theme: 'light',
    windowRows: 30_000,
    fetching: 'all',
  });
  const tile = useMemo(() => tileSize(size, room), [size, room]);
  const setting = useMemo((): ReportSetting => ({ ...report, ...tile }), [report, tile]);
  const change = (changed: Partial<ReportSetting>) => setReport((before) => ({ ...before, ...changed }));

  const sheetId = place?.sheet.id;
  const chosen = useMemo(
    () => (fields && fields.sheet === sheetId ? fields.chosen : place ? fieldsTaken(place) : {}),
    [fields, sheetId, place],
  );
  const capabilities = parts === 'missing' ? undefined : parts?.capabilities;
  const wells = useMemo(
    () => (capabilities && place ? wellsOf(chosen, capabilities, place) : {}),
    [chosen, capabilities, place],
  );
  const { state, tooltip, takeFrame, send } = useVisual(
    parts === 'missing' ? null : parts,
    setting,
    model,
    wells,
    {
      fault: (message) => refuse(words.fault(message)),
      save: (name, content) => saveFile(name, content, CSV),
    },
  );
  const clear = useCallback(() => send({ kind: 'clear-filter' }), [send]);
  const filter = useMemo(() => {
    if (!model) return null;
    const found = sheetFilter(state.filters, model, chosen['person']);
    return found && { ...found, clear };
  }, [state.filters, model, chosen, clear]);
  useEffect(() => filterSheet(filter), [filter, filterSheet]);
  useEffect(() => () => filterSheet(null), [filterSheet]);
  useEffect(() => {
    // Who filters is shown what is filtered; whoever then turns to another sheet is let go there.
    const { workbook, user } = host;
    if (filter && workbook.activeSheet !== filter.sheet) user.activateSheet(filter.sheet.name);
  }, [host, state.filters]);

  if (parts === null) return null;
  if (parts === 'missing') return <p className="instead">{words.missing}</p>;
  if (!place) return <p className="instead">{words.empty}</p>;
  return (
    <div className="power-bi">
      <div className="report-bar">
        <Menu label={words.size} value={size} options={sizeOptions(words)} choose={setSize} />
        <Menu
          label={words.theme}
          value={report.theme}
          options={THEMES.map((value) => ({ value, text: words.themes[value] }))}
          choose={(theme) => change({ theme })}
        />
        <Menu
          label={words.locale}
          value={report.locale}
          options={LOCALES.map((value) => ({ value, text: words.locales[value] }))}
          choose={(locale) => change({ locale })}
        />
        <div className="panel-buttons">
          {PANELS.map((each) => (
            <button
              key={each}
              type="button"
              aria-expanded={panel === each}
              aria-controls={panel === each ? 'report-panel' : undefined}
              onClick={() => setPanel(panel === each ? null : each)}
            >
              {words.parts[each]}
            </button>
          ))}
        </div>
      </div>
      {panel !== null && (
        <div
          className="report-panel"
          id="report-panel"
          role="region"
          aria-label={words.parts[panel]}
          tabIndex={0}
        >
          {drawPanel(panel, parts)}
        </div>
      )}
      <Tile
        size={tile}
        theme={report.theme}
        tooltip={tooltip}
        takeFrame={takeFrame}
        measure={setRoom}
        words={words}
      />
    </div>
  );

  function drawPanel(which: Panel, visual: VisualParts) {
    switch (which) {
      case 'fields':
        return (
          <FieldsPart
            parts={visual}
            place={place!}
            sheets={sheets}
            chosen={chosen}
            choose={(role, field) =>
              setFields({ sheet: place!.sheet.id, chosen: { ...chosen, [role]: field } })
            }
            takeSheet={takeSheet}
            words={words}
            language={language}
          />
        );
      case 'format':
        return (
          <FormatPart
            parts={visual}
            objects={state.objects}
            format={(object, property, value) => send({ kind: 'format', object, property, value })}
            words={words}
            language={language}
          />
        );
      case 'host':
        return (
          <HostPart
            setting={report}
            change={change}
            formatNumber={(value) => formatNumber(value, 'integer', language)}
            words={words}
          />
        );
      case 'calls':
        return <CallsPart calls={state.calls} words={words} />;
    }
  }
}

function sizeOptions({ fill, pixels }: ReturnType<typeof powerBiWords>) {
  return [
    { value: FILL, text: fill },
    ...SIZES.map(([width, height]) => ({ value: sizeKey(width, height), text: pixels(width, height) })),
  ];
}

function sizeKey(width: number, height: number): string {
  return `${String(width)}x${String(height)}`;
}

function tileSize(size: string, room: { readonly width: number; readonly height: number }) {
  const [width, height] = SIZES.find(([w, h]) => sizeKey(w, h) === size) ?? [room.width, room.height];
  return { width, height };
}

/** What the package holds; `missing` where none is served. */
function useParts(): VisualParts | 'missing' | null {
  const [parts, setParts] = useState<VisualParts | 'missing' | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    fetch('power-bi/visual.json', { signal: asked.signal })
      .then(async (answer) => setParts(answer.ok ? ((await answer.json()) as VisualParts) : 'missing'))
      .catch(() => {
        if (!asked.signal.aborted) setParts('missing');
      });
    return () => asked.abort();
  }, []);
  return parts;
}

function useVisibleSheets(host: ExcelHost, watch: WorkbookWatch) {
  const key = useSyncExternalStore(watch.subscribe, () =>
    JSON.stringify(visibleSheets(host.workbook).map(({ id, name }) => [id, name])),
  );
  return useMemo(() => visibleSheets(host.workbook), [host, key]);
}
