/** The visual in its frame as the page has it: what it has been given, what it has said, and how to tell it more. */
import type { Wells } from 'isu-powerbi-host';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  CallLine,
  Filters,
  FromFrame,
  Objects,
  ReportSetting,
  ToFrame,
  VisualParts,
} from './messages.ts';
import type { SheetModel } from './model-of-sheet.ts';
import { pauseWhile } from './use-model.ts';
import { VisualLink } from './visual-link.ts';

export interface VisualState {
  readonly objects: Objects;
  readonly filters: Filters;
  /** The latest first. */
  readonly calls: readonly CallLine[];
}

export type Tooltip = Extract<FromFrame, { kind: 'tooltip' }>;

export interface VisualHandlers {
  readonly fault: (message: string) => void;
  readonly save: (name: string, content: string) => void;
}

export interface UsedVisual {
  readonly state: VisualState;
  readonly tooltip: Tooltip | null;
  /** For the frame, when it has loaded. */
  readonly takeFrame: (frame: HTMLIFrameElement) => void;
  readonly send: (message: ToFrame) => void;
}

const MOST_CALLS = 200;
const NOTHING: VisualState = { objects: {}, filters: [], calls: [] };

export function useVisual(
  parts: VisualParts | null,
  setting: ReportSetting,
  model: SheetModel | null,
  wells: Wells,
  handlers: VisualHandlers,
): UsedVisual {
  const [link, setLink] = useState<VisualLink | null>(null);
  const [state, setState] = useState(NOTHING);
  const [tooltip, setTooltip] = useState<Tooltip | null>(null);
  const [given, setGiven] = useState<SheetModel | null>(null);
  const told = useRef(handlers);
  told.current = handlers;

  const hear = useCallback((message: FromFrame) => {
    switch (message.kind) {
      case 'state':
        setState((before) => after(before, message));
        break;
      case 'tooltip':
        setTooltip(message.at === null || message.lines.length === 0 ? null : message);
        break;
      case 'export':
        told.current.save(message.name, message.content);
        break;
      case 'fault':
        told.current.fault(message.message);
    }
  }, []);
  const takeFrame = (frame: HTMLIFrameElement) => {
    link?.end();
    setGiven(null);
    setLink(parts && new VisualLink(frame, parts, setting, hear));
  };

  useEffect(() => link?.send({ kind: 'setting', setting }), [link, setting]);
  useEffect(() => {
    if (!link || !model) return;
    let isWanted = true;
    void link
      .sendModel(
        model,
        pauseWhile(() => isWanted),
      )
      .then((isWhole) => {
        if (isWhole) setGiven(model);
      });
    return () => {
      isWanted = false;
    };
  }, [link, model]);
  useEffect(() => {
    if (given !== null) link?.send({ kind: 'wells', wells });
  }, [link, given, wells]);
  useEffect(() => () => link?.end(), [link]);

  const send = useCallback((message: ToFrame) => link?.send(message), [link]);
  return { state, tooltip, takeFrame, send };
}

/** Equal filters stay the same object, so that nobody looks at the rows again. */
function after(before: VisualState, now: Extract<FromFrame, { kind: 'state' }>): VisualState {
  const isSame = JSON.stringify(before.filters) === JSON.stringify(now.filters);
  return {
    objects: now.objects,
    filters: isSame ? before.filters : now.filters,
    calls: [...now.calls.toReversed(), ...before.calls].slice(0, MOST_CALLS),
  };
}
