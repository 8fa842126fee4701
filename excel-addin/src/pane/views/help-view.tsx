/** Hjälp: what the lathund does, what it touches, and what leaves the computer. */
import { useSurroundings } from '../pane-context.tsx';

export default function HelpView() {
  const { help } = useSurroundings().words;
  return (
    <>
      {help.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <h2>{help.privacyTitle}</h2>
      <p>{help.privacy}</p>
      <h2>{help.methodTitle}</h2>
      <p>{help.method}</p>
    </>
  );
}
