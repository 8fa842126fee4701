/** What an add-in has asked for and `sync` has not yet done. */
import type { ClientObject } from './client-object.ts';
import type { ClientResult } from './client-result.ts';
import type { Query } from './load-option.ts';

export type Action =
  /** Find or make the object that a method promised. */
  | {
      readonly kind: 'make';
      readonly object: ClientObject;
      readonly member: string;
      readonly args: readonly unknown[];
    }
  | {
      readonly kind: 'write';
      readonly object: ClientObject;
      readonly member: string;
      readonly value: unknown;
    }
  | {
      readonly kind: 'call';
      readonly object: ClientObject;
      readonly member: string;
      readonly args: readonly unknown[];
      readonly result: ClientResult<unknown> | null;
    }
  | { readonly kind: 'load'; readonly object: ClientObject; readonly query: Query }
  | {
      readonly kind: 'listen';
      readonly object: ClientObject;
      readonly member: string;
      readonly listen: (target: unknown) => void;
    };

/** The action as an add-in's author would write it, for `debugInfo.statement`. */
export function statementOf(action: Action): string {
  const name = action.object.className.charAt(0).toLowerCase() + action.object.className.slice(1);
  switch (action.kind) {
    case 'write':
      return `${name}.${action.member} = ...;`;
    case 'load':
      return `${name}.load([${action.query.paths.map((path) => `"${path}"`).join(', ')}]);`;
    case 'make':
      return `var ${name} = ${action.member}(${action.args.map(argumentText).join(', ')});`;
    case 'call':
      return `${name}.${action.member}(${action.args.map(argumentText).join(', ')});`;
    case 'listen':
      return `${name}.${action.member}.add(...);`;
  }
}

function argumentText(argument: unknown): string {
  return typeof argument === 'string' || typeof argument === 'number' || typeof argument === 'boolean'
    ? JSON.stringify(argument)
    : '...';
}

/** Where the action failed, as `debugInfo.errorLocation` says it: `Worksheet.getRange`. */
export function locationOf(action: Action): string {
  if (action.kind === 'load') return `${action.object.className}.load`;
  return action.kind === 'make' ? action.member : `${action.object.className}.${action.member}`;
}
