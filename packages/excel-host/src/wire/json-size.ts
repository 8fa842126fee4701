/** How many bytes a value takes as JSON in UTF-8, without making the JSON. */
export function jsonSize(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return textSize(value);
    case 'number':
      return Number.isFinite(value) ? numberSize(value) : 4;
    case 'boolean':
      return value ? 4 : 5;
    case 'object':
      return value === null ? 4 : Array.isArray(value) ? listSize(value) : objectSize(value);
    // What JSON has no word for becomes null.
    case 'undefined':
    case 'function':
    case 'symbol':
    case 'bigint':
      return 4;
  }
}

function numberSize(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    let digits = value < 0 ? 2 : 1;
    for (let rest = Math.abs(value); rest >= 10; rest = Math.floor(rest / 10)) digits++;
    return digits;
  }
  return String(value).length;
}

function textSize(text: string): number {
  let size = text.length + 2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      if (code === 0x22 || code === 0x5c) size++;
      else if (code < 0x20) size += isShortEscape(code) ? 1 : 5;
    } else if (code < 0x800) size++;
    else if (code >= 0xd800 && code <= 0xdfff) size++;
    else size += 2;
  }
  return size;
}

/** \b \t \n \f \r */
function isShortEscape(code: number): boolean {
  return code >= 8 && code <= 13 && code !== 11;
}

function listSize(list: readonly unknown[]): number {
  let size = 1 + Math.max(1, list.length);
  for (const item of list) size += jsonSize(item);
  return size;
}

function objectSize(object: object): number {
  if (object instanceof Date) return 26;
  let size = 1;
  for (const [key, value] of Object.entries(object)) {
    if (value !== undefined) size += textSize(key) + 2 + jsonSize(value);
  }
  return Math.max(2, size);
}
