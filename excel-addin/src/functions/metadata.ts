/** The declarations as the JSON that the manifest points Excel to: one file a language. */
import type { Language } from 'isu-core';
import { DECLARATIONS, FUNCTION_IDS, type Declaration } from './declarations.ts';

/** Docs: "Manually create JSON metadata for custom functions". */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: string;
      readonly dimensionality?: 'matrix';
      readonly optional?: true;
    }[];
    /** Of any type: that is what Excel takes it for where none is named. */
    readonly result: { readonly dimensionality: 'matrix' };
  }[];
}

export function functionsMetadata(language: Language): FunctionsMetadata {
  return {
    functions: FUNCTION_IDS.map((id) => {
      const { description, parameters }: Declaration = DECLARATIONS[id];
      return {
        id,
        name: id,
        description: description[language],
        parameters: parameters.map(({ name, description, type, isRange, isOptional }) => ({
          name: name[language],
          description: description[language],
          type,
          ...(isRange && { dimensionality: 'matrix' as const }),
          ...(isOptional && { optional: true as const }),
        })),
        result: { dimensionality: 'matrix' },
      };
    }),
  };
}
