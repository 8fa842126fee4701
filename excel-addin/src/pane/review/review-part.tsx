/** The review's part of the pane, fetched when it is asked for: one desk for as long as the pane is open. */
import { openReviewBook } from '../../office/review-book.ts';
import type { Pane } from '../model/pane.ts';
import { useSurroundings } from '../pane-context.tsx';
import { paneWords } from '../words/words.ts';
import { ReviewDesk } from './model/review-desk.ts';
import { ReviewPane } from './review-pane.tsx';

/** What could not be written is there when the user comes back. */
const desks = new WeakMap<Pane, ReviewDesk>();

export default function ReviewPart() {
  const { pane, language } = useSurroundings();
  return (
    <ReviewPane
      desk={deskOf(pane)}
      language={language}
      leave={() => void pane.show('steps')}
      toSelection={() => void pane.select()}
      toTables={() => void pane.show('review-tables')}
    />
  );
}

function deskOf(pane: Pane): ReviewDesk {
  const desk =
    desks.get(pane) ??
    new ReviewDesk({
      openBook: openReviewBook,
      faultWords: { sv: paneWords('sv').fault, en: paneWords('en').fault },
      onFault: reportError,
    });
  desks.set(pane, desk);
  return desk;
}
