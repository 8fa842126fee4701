/** What a function knows beside its arguments. */
import type { Language } from 'isu-core';
import type { KeptLathunds } from './lathund-of-columns.ts';

export interface Surroundings {
  readonly language: Language;
  /** The local calendar day, ISO. */
  readonly today: string;
  readonly dateSystem: 1900 | 1904;
  readonly lathunds: KeptLathunds;
  /** The key to pseudonyms that is open in the pane. */
  readonly pseudonymKey: () => Uint8Array | null;
}
