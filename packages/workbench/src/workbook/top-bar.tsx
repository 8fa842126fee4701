/** What the page is, and what one can do with the workbook as a whole. */
import type { Language } from 'isu-core';
import { useRef } from 'react';
import type { WorkbookWords } from './words/words.ts';

interface TopBarProps {
  readonly words: WorkbookWords;
  readonly language: Language;
  readonly takeFiles: (files: FileList) => void;
  readonly openSample: () => void;
  readonly openReviewSample: () => void;
  readonly save: () => void;
  readonly changeLanguage: (language: Language) => void;
}

export function TopBar(props: TopBarProps) {
  const { words, language, takeFiles, openSample, openReviewSample, save, changeLanguage } = props;
  const file = useRef<HTMLInputElement>(null);
  const other: Language = language === 'sv' ? 'en' : 'sv';
  const filePage = language === 'en' ? 'fil/?lang=en' : 'fil/';
  return (
    <header>
      <div className="said">
        <h1>{words.title}</h1>
        <p>
          {words.what} {words.staysHere}
        </p>
      </div>
      <nav aria-label={words.title}>
        <a href={filePage}>{words.toFilePage}</a>
        <a
          href={other === 'en' ? '?lang=en' : './'}
          lang={other}
          hrefLang={other}
          className="language"
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            changeLanguage(other);
          }}
        >
          {words.otherLanguage}
        </a>
      </nav>
      <div className="deeds">
        <button type="button" onClick={() => file.current?.click()} title={words.fileKinds}>
          {words.openFile}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label={words.openFile}
          accept=".xlsx,.xls,.csv,.txt,.tsv,.htm,.html"
          onChange={({ currentTarget }) => {
            if (currentTarget.files && currentTarget.files.length > 0) takeFiles(currentTarget.files);
            currentTarget.value = '';
          }}
        />
        <button type="button" onClick={openSample}>
          {words.openSample}
        </button>
        <button type="button" onClick={openReviewSample}>
          {words.openReviewSample}
        </button>
        <button type="button" className="strong" onClick={save}>
          {words.save}
        </button>
      </div>
    </header>
  );
}
