/** What the page and the frame of the visual say to each other. The frame has no origin: it is given all that it needs. */
import type powerbi from 'powerbi-visuals-api';
import type { Capabilities, Wells } from 'isu-powerbi-host';

/** Microsoft's types leave out that a cell may be blank. */
export type ModelValue = powerbi.PrimitiveValue | null;

export interface FormatProperty {
  readonly displayNameKey?: string;
  readonly type: {
    readonly enumeration?: readonly { readonly value: string; readonly displayNameKey: string }[];
    readonly bool?: boolean;
    readonly integer?: boolean;
    readonly text?: boolean;
  };
}

export interface FormatObject {
  readonly displayNameKey?: string;
  readonly properties: Readonly<Record<string, FormatProperty>>;
}

export interface WellRole {
  readonly name: string;
  readonly kind: string;
  readonly displayNameKey?: string;
}

/** What of the package is data, as the server gives it: visual-files.ts. */
export interface VisualParts {
  readonly guid: string;
  readonly version: string;
  readonly capabilities: Omit<Capabilities, 'dataRoles'> & {
    readonly dataRoles: readonly WellRole[];
    readonly objects: Readonly<Record<string, FormatObject>>;
  };
  /** By locale and key. */
  readonly stringResources: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const LOCALES = ['sv-SE', 'en-US'] as const;
export const THEMES = ['light', 'dark', 'contrast-black', 'contrast-white'] as const;
/** What the host does when the visual asks for more rows: sends them; says no after a few windows; sends nothing; begins anew. */
export const FETCHINGS = ['all', 'cut', 'silent', 'restart'] as const;

/** The report that the visual stands in. */
export interface ReportSetting {
  readonly locale: (typeof LOCALES)[number];
  readonly theme: (typeof THEMES)[number];
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly windowRows: number;
  readonly fetching: (typeof FETCHINGS)[number];
}

export type Objects = powerbi.DataViewObjects;
export type Filters = readonly powerbi.IFilter[];

/** A call of the visual to its host, in a line. */
export interface CallLine {
  readonly number: number;
  readonly name: string;
  /** Never a value of the data: how many, or which setting. */
  readonly detail: string;
}

export interface TooltipLine {
  readonly header?: string;
  readonly displayName: string;
  readonly value: string;
  readonly color?: string;
}

export type ToFrame =
  | { readonly kind: 'begin'; readonly parts: VisualParts; readonly setting: ReportSetting }
  | { readonly kind: 'setting'; readonly setting: ReportSetting }
  /** A new model, whose rows come next, some at a time. */
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly columns: readonly (readonly ModelValue[])[] }
  /** All rows have come: the fields are dropped in the wells, and the visual is given its data. */
  | { readonly kind: 'wells'; readonly wells: Wells }
  | {
      readonly kind: 'format';
      readonly object: string;
      readonly property: string;
      readonly value: string | number | boolean | undefined;
    }
  | { readonly kind: 'clear-filter' };

export type FromFrame =
  | {
      readonly kind: 'state';
      readonly calls: readonly CallLine[];
      readonly objects: Objects;
      readonly filters: Filters;
    }
  /** Where in the frame; null: there is none to show. */
  | {
      readonly kind: 'tooltip';
      readonly at: readonly [number, number] | null;
      readonly lines: readonly TooltipLine[];
    }
  | { readonly kind: 'export'; readonly name: string; readonly content: string }
  | { readonly kind: 'fault'; readonly message: string };
