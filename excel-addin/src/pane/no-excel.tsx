/** What stands here when there is no Excel. */
import type { PaneWords } from './words/words.ts';

export function NoExcel({ words, hasOffice }: { readonly words: PaneWords; readonly hasOffice: boolean }) {
  const { title, text, how, noOffice } = words.noExcel;
  return (
    <main className="no-excel">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>{how}</p>
      {!hasOffice && <p>{noOffice}</p>}
    </main>
  );
}
