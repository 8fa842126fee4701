/** The error that Office.js throws: what `error instanceof OfficeExtension.Error` and `error.code` see. */
import type { Fault } from '../model/fault.ts';

export interface DebugInfo {
  readonly code: string;
  readonly message: string;
  readonly errorLocation?: string;
  readonly statement?: string;
  readonly surroundingStatements?: readonly string[];
  readonly fullStatements?: readonly string[];
  readonly innerError?: DebugInfo | string;
}

export class OfficeError extends Error {
  readonly code: string;
  readonly traceMessages: string[] = [];
  readonly innerError: Error | null;
  readonly debugInfo: DebugInfo;

  constructor(code: string, message: string, errorLocation?: string, statement?: string, innerError?: Error) {
    super(message);
    this.name = 'RichApi.Error';
    this.code = code;
    this.innerError = innerError ?? null;
    this.debugInfo = {
      code,
      message,
      ...(errorLocation !== undefined && { errorLocation }),
      ...(statement !== undefined && {
        statement,
        surroundingStatements: [statement],
        fullStatements: ['Please enable config.extendedErrorLogging to see full statements.'],
      }),
    };
  }

  override toString(): string {
    return `${this.code}: ${this.message}`;
  }

  toJSON(): object {
    return {
      name: this.name,
      code: this.code,
      message: this.message,
      traceMessages: this.traceMessages,
      innerError: this.innerError,
      debugInfo: this.debugInfo,
    };
  }
}

export function errorOfFault(fault: Fault, errorLocation: string, statement: string): OfficeError {
  return new OfficeError(fault.code, fault.message, errorLocation, statement);
}

/** A member that Excel has and this host does not know. */
export function notInThisHost(what: string): Error {
  return new Error(`${what} is not in this host. Its README lists what is.`);
}

export function propertyNotLoaded(className: string, property: string): OfficeError {
  return new OfficeError(
    'PropertyNotLoaded',
    `The property '${property}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
    `${className}.${property}`,
  );
}

export function apiNotFound(member: string, set: string, version: string): OfficeError {
  return new OfficeError(
    'ApiNotFound',
    `The method or property ${member} is part of the ${set} ${version} requirement set, which is not available in this version of Excel.`,
    member,
  );
}

export function invalidArgument(argument: string, errorLocation?: string, innerError?: Error): OfficeError {
  return new OfficeError(
    'InvalidArgument',
    `The argument '${argument}' doesn't work for this situation, is missing, or isn't in the right format.`,
    errorLocation,
    undefined,
    innerError,
  );
}
