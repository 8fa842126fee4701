/** What the report builder has chosen in the format pane that changes no figure. Names are those of capabilities.json. */
import type powerbi from 'powerbi-visuals-api';
import { COLOUR_KEYS, type ColourKey } from '../views/view-colours.ts';
import { VIEWS, type ViewName } from '../views/view.ts';

type Objects = powerbi.DataViewObjects | undefined;

const COLOUR = /^#[0-9a-f]{6}$/i;

export function shownView(objects: Objects): ViewName {
  const shown = objects?.['view']?.['shown'];
  return VIEWS.find((name) => name === shown) ?? 'groups';
}

export function labelsOf(objects: Objects): boolean {
  return objects?.['labels']?.['show'] !== false;
}

/** Those that are colours; the theme's stand for the others. */
export function chosenColours(objects: Objects): Readonly<Partial<Record<ColourKey, string>>> {
  const chosen: Partial<Record<ColourKey, string>> = {};
  for (const key of COLOUR_KEYS) {
    const fill = objects?.['colours']?.[key] as powerbi.Fill | undefined;
    const colour = fill?.solid?.color;
    if (typeof colour === 'string' && COLOUR.test(colour)) chosen[key] = colour;
  }
  return chosen;
}
