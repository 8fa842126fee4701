/** The built task pane beside the workbook. It is what Excel would show; only its Excel is another. */
import type { WorkbookWords } from './words/words.ts';

interface PaneFrameProps {
  readonly words: WorkbookWords;
  readonly takeFiles: (files: FileList) => void;
}

export function PaneFrame({ words, takeFiles }: PaneFrameProps) {
  return (
    <iframe
      src="pane/"
      title={words.pane}
      onLoad={({ currentTarget }) => {
        // A file that is dropped on the pane would take its place.
        const inside = currentTarget.contentDocument;
        inside?.addEventListener('dragover', (event) => event.preventDefault());
        inside?.addEventListener('drop', (event) => {
          event.preventDefault();
          if (event.dataTransfer) takeFiles(event.dataTransfer.files);
        });
      }}
    />
  );
}
