/** The fenced blocks of code and the links of a Markdown file, so that tests can run what the words promise. */
import { readFileSync } from 'node:fs';

export interface CodeBlock {
  /** `js`, `json`, `text`, …; empty where the fence names none. */
  readonly language: string;
  readonly code: string;
  /** The line of the opening fence, counted from 1. */
  readonly line: number;
}

export function codeBlocks(file: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { language: string; line: number; lines: string[] } | null = null;
  for (const [at, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    const fence = /^```(\w*)\s*$/.exec(text);
    if (open === null) {
      if (fence) open = { language: fence[1]!, line: at + 1, lines: [] };
    } else if (fence) {
      blocks.push({ language: open.language, code: `${open.lines.join('\n')}\n`, line: open.line });
      open = null;
    } else open.lines.push(text);
  }
  if (open !== null) throw new Error(`${file}:${String(open.line)}: the block of code is never closed`);
  return blocks;
}

/** Targets of links and pictures, outside code. */
export function links(file: string): readonly string[] {
  const prose = readFileSync(file, 'utf8')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
}

/** What a link after `#` can name: each heading in small letters, without signs, with hyphens for spaces. */
export function anchors(file: string): readonly string[] {
  const headings = readFileSync(file, 'utf8').matchAll(/^#{1,6} +(.+)$/gm);
  return [...headings].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
