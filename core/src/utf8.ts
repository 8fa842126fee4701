/**
 * Text to UTF-8 and back, by the platform: every host has it (Node, browsers, workers), though the types of the language
 * alone do not name it.
 */
interface Platform {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
}

const platform = globalThis as unknown as Platform;

/** @param text without half surrogate pairs, which would become U+FFFD */
export function utf8(text: string): Uint8Array {
  return new platform.TextEncoder().encode(text);
}

export function fromUtf8(bytes: Uint8Array): string {
  return new platform.TextDecoder().decode(bytes);
}
