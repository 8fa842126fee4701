/** The lathund and its tables as SQL, for an engine that has the rows; what it counts read back into the same result. */
export { analyseInEngine, countInEngine, type PushedDown } from './analyse.ts';
export { dialectOf, DIALECTS, type Dialect, type DialectName } from './dialect.ts';
export type { Answer, AnswerPiece, Engine, EngineSource } from './engine.ts';
export { replaying, sqlScript } from './script.ts';
