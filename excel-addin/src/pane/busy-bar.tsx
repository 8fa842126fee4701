/** What is going on, how far it has come, and the way to stop it. Screen readers are told the activity, not each row. */
import { Button, ProgressBar } from '@fluentui/react-components';
import { formatNumber, type Language } from 'isu-core';
import type { Busy, Said } from './model/pane-state.ts';
import { usePaneState, useSurroundings } from './pane-context.tsx';
import type { PaneWords } from './words/words.ts';

export function BusyBar() {
  const { pane, words, language } = useSurroundings();
  const { busy, said } = usePaneState();
  return (
    <>
      <p role="status" className="unseen">
        {busy ? words.busy[busy.activity] : said ? sentence(said, words, language) : ''}
      </p>
      {busy && (
        <div className="busy">
          <div className="busy-told">
            <span>{words.busy[busy.activity]}</span>
            <span className="quiet">{progressTold(busy, words, language)}</span>
          </div>
          <ProgressBar
            aria-label={words.busy[busy.activity]}
            thickness="large"
            {...(busy.progress && { value: busy.progress.done / Math.max(1, busy.progress.of) })}
          />
          {busy.canStop && (
            <Button size="small" onClick={() => pane.stop()}>
              {words.stop}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function progressTold({ activity, progress }: Busy, words: PaneWords, language: Language): string {
  if (progress === null) return '';
  const n = (value: number) => formatNumber(value, 'integer', language);
  return activity === 'writing'
    ? words.writtenSheets(progress.done, progress.of, progress.name ?? '')
    : words.readRows(n(progress.done), n(progress.of));
}

export function sentence(said: Said, { said: words }: PaneWords, language: Language): string {
  const n = (value: number) => formatNumber(value, 'integer', language);
  switch (said.kind) {
    case 'written': {
      const kept = said.kept.length === 0 ? '' : ` ${words.kept(said.kept.join(', '))}`;
      const pages = said.hasPageSetup ? '' : ` ${words.noPageSetup}`;
      return `${words.written} ${words.writtenSheets(said.sheets.length)}${kept}${pages}`;
    }
    case 'columns-added':
      return words.columnsAdded(said.address);
    case 'marked':
      return words.marked(n(said.persons), n(said.rows));
    case 'unmarked':
      return words.unmarked;
    case 'review-made': {
      const ties = said.ties === 0 ? '' : ` ${words.reviewTies(said.ties)}`;
      const kept = said.kept === 0 ? '' : ` ${words.reviewKept(said.kept)}`;
      return `${words.reviewMade(said.persons, said.sheets.length)}${ties}${kept}`;
    }
    case 'stopped':
      return words.stopped;
  }
}
