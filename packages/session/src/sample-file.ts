/** The made-up register as a file that could have been dropped. */
import { csvChunks, sampleRegister } from 'isu-sample-register';
import type { NamedFile } from './file-text.ts';

/** The period of the report that the sample is made after. */
export const SAMPLE_PERIOD = { from: '2017-01-01', to: '2022-06-30' } as const;

export function sampleFile(): NamedFile {
  const chunks = [...csvChunks(sampleRegister())];
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { name: 'soderhamn-exempel.csv', bytes };
}
