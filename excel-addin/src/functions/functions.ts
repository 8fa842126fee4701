/** The functions of the namespace ISU, by id. Each asks core; none counts for itself. */
import type { Outcome } from 'isu-core';
import type { Answers } from './cells.ts';
import type { FunctionId } from './declarations.ts';
import { antal, grupp, manader, senaste, tidigaste } from './person-functions.ts';
import { alder, kon, personnummer } from './personnummer-functions.ts';
import { pseudonym } from './pseudonym-function.ts';
import type { Surroundings } from './surroundings.ts';
import { frekvens, personer } from './table-functions.ts';

/** A problem stands for the whole call; what is wrong with one cell stands among the answers. */
export type ExcelFunction = (
  args: readonly unknown[],
  surroundings: Surroundings,
) => Outcome<Answers> | Promise<Outcome<Answers>>;

export const FUNCTIONS: Readonly<Record<FunctionId, ExcelFunction>> = {
  ANTAL: antal,
  TIDIGASTE: tidigaste,
  SENASTE: senaste,
  MANADER: manader,
  GRUPP: grupp,
  PERSONER: personer,
  FREKVENS: frekvens,
  ALDER: alder,
  KON: kon,
  PERSONNUMMER: personnummer,
  PSEUDONYM: pseudonym,
};
