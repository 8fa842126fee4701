/**
 * The views' colours, from the theme of the report that the visual stands in. In high contrast there are four colours
 * and no shades: what is otherwise told by colour is then told by outline, dash and shape.
 */
import { contrast, mixed, standingOut } from 'isu-charts';

export interface ViewColours {
  readonly ink: string;
  /** Axis labels, second figures. */
  readonly quiet: string;
  readonly grid: string;
  readonly ground: string;
  readonly persons: string;
  readonly actualisations: string;
  /** The same where they are not what the eye should go to. */
  readonly palePersons: string;
  readonly paleActualisations: string;
  /** By type: application, report, LOB, other, unknown. */
  readonly types: Readonly<Record<'application' | 'report' | 'lob' | 'other' | 'unknown', string>>;
  /** What is selected, and what has the focus, in high contrast. */
  readonly selected: string;
  readonly link: string;
  readonly isHighContrast: boolean;
}

/** What a host's palette has: powerbi.extensibility.ISandboxExtendedColorPalette, as far as it is needed. */
export interface HostPalette {
  readonly isHighContrast?: boolean;
  readonly foreground: { readonly value: string };
  readonly background: { readonly value: string };
  readonly foregroundSelected: { readonly value: string };
  readonly hyperlink: { readonly value: string };
  getColor(key: string): { readonly value: string };
}

/** Shapes on the ground stand out by this much at least (WCAG 2.2, 1.4.11), small text by more (1.4.3). */
const SHAPE = 3;
const TEXT = 4.5;

/** The keys under which the theme's colours are asked for: the same in every report, so that a measure keeps its colour. */
export const COLOUR_KEYS = ['persons', 'actualisations', 'application', 'report', 'lob', 'other'] as const;
export type ColourKey = (typeof COLOUR_KEYS)[number];

/** @param chosen colours that the report builder has chosen in the format pane */
export function viewColours(
  palette: HostPalette,
  chosen: Readonly<Partial<Record<ColourKey, string>>> = {},
): ViewColours {
  const ground = palette.background.value;
  const ink = palette.foreground.value;
  if (palette.isHighContrast) return highContrast(palette);
  const colour = (key: ColourKey) =>
    standingOut(chosen[key] ?? palette.getColor(key).value, ground, ink, SHAPE);
  const persons = colour('persons');
  const actualisations = colour('actualisations');
  const quiet = mixed(ink, ground, 0.35);
  return {
    ink,
    quiet: contrast(quiet, ground) >= TEXT ? quiet : standingOut(quiet, ground, ink, TEXT),
    grid: mixed(ink, ground, 0.86),
    ground,
    persons,
    actualisations,
    palePersons: mixed(persons, ground, 0.5),
    paleActualisations: mixed(actualisations, ground, 0.5),
    types: {
      application: colour('application'),
      report: colour('report'),
      lob: colour('lob'),
      other: colour('other'),
      unknown: standingOut(quiet, ground, ink, SHAPE),
    },
    selected: ink,
    link: palette.hyperlink.value,
    isHighContrast: false,
  };
}

function highContrast({ foreground, background, foregroundSelected, hyperlink }: HostPalette): ViewColours {
  const ink = foreground.value;
  return {
    ink,
    quiet: ink,
    grid: ink,
    ground: background.value,
    persons: ink,
    actualisations: ink,
    palePersons: ink,
    paleActualisations: ink,
    types: { application: ink, report: ink, lob: ink, other: ink, unknown: ink },
    selected: foregroundSelected.value,
    link: hyperlink.value,
    isHighContrast: true,
  };
}
