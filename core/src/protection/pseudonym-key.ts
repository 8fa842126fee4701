/**
 * The key to pseudonyms as a file: a line that says what it is and in which version, a few words to whoever comes upon
 * it, and the key in hexadecimal digits. Kept apart from the results, it is what makes a code a code.
 */
import { fail, succeed, type Outcome } from '../problem.ts';
import { utf8 } from '../utf8.ts';
import { PSEUDONYM_KEY_BYTES } from './pseudonym.ts';

const TITLE = 'ISU-nyckel';
const VERSION = '1';

const WORDS = [
  'Nyckel till pseudonymer. Den som har nyckeln kan ta reda på vilken person en kod står för.',
  'Förvara den skild från resultaten och lämna inte ut den. Samma nyckel ger samma koder även nästa år.',
  'Key to pseudonyms. Whoever has it can find out which person a code stands for.',
  'Keep it apart from the results and do not hand it out. The same key gives the same codes next year too.',
];

/** A key of one's own in fewer characters could be guessed. */
const FEWEST_CHARACTERS = 16;

/** The text of a key file. The host gives 32 random bytes of its own, from `crypto.getRandomValues`. */
export function makePseudonymKey(random: Uint8Array): string {
  if (random.length !== PSEUDONYM_KEY_BYTES) throw new RangeError(`A key of ${random.length} bytes, not 32.`);
  if (new Set(random).size === 1) throw new RangeError('A key of one byte repeated is not random.');
  const digits = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [`${TITLE} ${VERSION}`, ...WORDS.map((words) => `# ${words}`), digits, ''].join('\n');
}

/**
 * The key in the text of a key file: the product's own kind, or one line of at least 16 characters by itself (64
 * hexadecimal digits are read as the bytes they stand for, anything else as it is written). Line ends, blank lines, spaces between digits and their case do not
 * matter.
 */
export function parsePseudonymKey(text: string): Outcome<Uint8Array> {
  const content = text
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ line: line.trim(), number: i + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const [title, ...rows] = content;
  // A key from elsewhere, such as a password manager: one line by itself.
  if (content.length === 1 && title!.line.length >= FEWEST_CHARACTERS) return succeed(bytesOf(title!.line));
  const version = title && /^isu-nyckel\s+(\S+)$/i.exec(title.line)?.[1];
  if (!version) {
    return fail(
      'not-a-key-file',
      `Det här är ingen nyckelfil: första raden ska vara ”${TITLE} ${VERSION}”. Välj filen som skapades när nyckeln gjordes.`,
      `This is not a key file: its first line must be “${TITLE} ${VERSION}”. Choose the file that was written when the key was made.`,
    );
  }
  if (version !== VERSION) {
    return fail(
      'key-file-version',
      `Nyckelfilen har version ${version}, men den här programversionen läser bara version ${VERSION}. Uppdatera programmet.`,
      `The key file has version ${version}, but this version of the product reads version ${VERSION} only. Update the product.`,
    );
  }
  for (const { line, number } of rows) {
    const odd = /[^0-9a-f\s]/i.exec(line);
    if (odd) {
      return fail(
        'key-character',
        `Rad ${number} i nyckelfilen har tecknet ”${odd[0]}”; en nyckel har bara 0–9 och a–f. Hämta filen från säkerhetskopian.`,
        `Line ${number} of the key file has the character “${odd[0]}”; a key has only 0–9 and a–f. Take the file from the backup.`,
      );
    }
  }
  const digits = rows.map(({ line }) => line.replace(/\s/g, '')).join('');
  if (digits.length !== 2 * PSEUDONYM_KEY_BYTES) {
    return fail(
      'key-length',
      `Nyckeln i nyckelfilen har ${digits.length} tecken; den ska ha 64. Hämta filen från säkerhetskopian.`,
      `The key in the key file has ${digits.length} characters; it must have 64. Take the file from the backup.`,
    );
  }
  return succeed(fromDigits(digits));
}

function fromDigits(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g)!, (pair) => parseInt(pair, 16));
}

function bytesOf(line: string): Uint8Array {
  if (/^[0-9a-f]+$/i.test(line) && line.length === 2 * PSEUDONYM_KEY_BYTES) return fromDigits(line);
  return utf8(line);
}
