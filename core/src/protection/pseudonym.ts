/**
 * Pseudonyms: codes in place of persons, such as `K7QF-2M9X-4TDA-8RHC`. The same person and the same key give the same
 * code in every host and every year; without the key a code cannot be led back to a person, not even by trying every
 * personal identity number there is. With it that takes minutes, so codes are still personal data.
 *
 * The code is the first 80 bits of HMAC-SHA-256 (RFC 2104, FIPS 180-4) of the person's key in UTF-8, written with
 * Crockford's 32 characters, which leave out I, L, O and U. Among a million persons the odds that any two share a code
 * are n² / 2⁸¹: one in two million million, where 60 bits would give one in two million and 40 bits one in three.
 */

import { utf8 } from '../utf8.ts';

/** As much of WebCrypto as is used here; Node and the browsers both have it. */
interface Subtle {
  importKey(
    format: 'raw',
    key: Uint8Array,
    algorithm: { readonly name: 'HMAC'; readonly hash: 'SHA-256' },
    extractable: boolean,
    uses: readonly 'sign'[],
  ): Promise<unknown>;
  sign(algorithm: 'HMAC', key: unknown, data: Uint8Array): Promise<ArrayBuffer>;
}
interface Platform {
  readonly crypto?: { readonly subtle?: Subtle };
}

export const PSEUDONYM_KEY_BYTES = 32;

const CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 10;
/** Signing is asynchronous: so many at a time keep the machine busy without a million promises in memory. */
const AT_A_TIME = 1024;

/**
 * A code for each person, in the same order. The key is what `parsePseudonymKey` gives.
 *
 * @example
 * await pseudonyms(['201701012393'], key); // ['RZQA-J7QD-23CJ-2Q4D'], with the key 00 01 02 … 1f
 */
export async function pseudonyms(persons: readonly string[], key: Uint8Array): Promise<string[]> {
  if (key.length === 0) throw new RangeError('A key of no bytes.');
  const platform = globalThis as unknown as Platform;
  const subtle = platform.crypto?.subtle;
  // Browsers give WebCrypto to pages over https and on localhost only.
  if (!subtle) throw new Error('WebCrypto is missing: the page must be served over https.');
  const signer = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const codes: string[] = [];
  for (let from = 0; from < persons.length; from += AT_A_TIME) {
    const some = persons.slice(from, from + AT_A_TIME);
    const digests = await Promise.all(some.map((person) => subtle.sign('HMAC', signer, utf8(person))));
    for (const digest of digests) codes.push(spelled(new Uint8Array(digest, 0, CODE_BYTES)));
  }
  return codes;
}

/** Five bits a character, the highest first, four characters a group. */
function spelled(bytes: Uint8Array): string {
  let code = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      if (code.length % 5 === 4) code += '-';
      code += CHARACTERS[(held >> bits) & 31]!;
    }
    held &= (1 << bits) - 1;
  }
  return code;
}
