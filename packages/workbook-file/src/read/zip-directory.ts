/**
 * The table of contents of a zip file, and whether its parts are whole.
 *
 * The check is made here because the workbook reader makes none: a flipped bit inside a sheet would otherwise
 * come out as another figure.
 */
import { Inflate } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; workbooks use no other. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the entry's own header starts. */
  readonly offset: number;
  readonly encrypted: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_FIELD = 0x0001;
const IN_ZIP64 = 0xffff_ffff;
const STORED = 0;
const DEFLATED = 8;

/** The entries of a zip file, or `null` where its table of contents is missing or cut off. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) return null;
    entries.push(readEntry(view, bytes, at, nameLength, extraLength));
    at = next;
  }
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, nameLength: number, extraLength: number) {
  const nameStart = at + 46;
  const extra = new DataView(bytes.buffer, bytes.byteOffset + nameStart + nameLength, extraLength);
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size, packedSize, offset] = widen(sizes, extra);
  return {
    name: new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameLength)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: packedSize!,
    size: size!,
    offset: offset!,
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
}

/** Numbers that do not fit in 32 bits stand in an extra field, in the same order, and only those. */
function widen(numbers: readonly number[], extra: DataView): number[] {
  let at = 0;
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== ZIP64_FIELD)
    at += 4 + extra.getUint16(at + 2, true);
  at += 4;
  return numbers.map((number) => {
    if (number !== IN_ZIP64 || at + 8 > extra.byteLength) return number;
    at += 8;
    return Number(extra.getBigUint64(at - 8, true));
  });
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEndOfDirectory(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return null;
}

/** Whether every entry unpacks to the size and the checksum that the table of contents gives for it. */
export function isZipWhole(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  return entries.every((entry) => isEntryWhole(bytes, entry));
}

function isEntryWhole(bytes: Uint8Array, entry: ZipEntry): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) return false;
  const nameStart = entry.offset + 30;
  const nameEnd = nameStart + view.getUint16(entry.offset + 26, true);
  const start = nameEnd + view.getUint16(entry.offset + 28, true);
  if (start + entry.packedSize > bytes.length) return false;
  // Readers go by the entry's own header, which must not tell another tale.
  if (new TextDecoder().decode(bytes.subarray(nameStart, nameEnd)) !== entry.name) return false;
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (entry.method === STORED) return packed.length === entry.size && crc32(packed) === entry.crc;
  return entry.method === DEFLATED && unpacksTo(packed, entry.size, entry.crc);
}

const PUSHED_AT_A_TIME = 1 << 16;

function unpacksTo(packed: Uint8Array, size: number, crc: number): boolean {
  let unpacked = 0;
  let running = 0;
  const inflate = new Inflate((chunk) => {
    unpacked += chunk.length;
    running = crc32(chunk, running);
  });
  try {
    // Piece by piece, so that neither a large sheet nor a zip made to burst stands unpacked in memory.
    for (let at = 0; at < packed.length && unpacked <= size; at += PUSHED_AT_A_TIME)
      inflate.push(packed.subarray(at, at + PUSHED_AT_A_TIME), at + PUSHED_AT_A_TIME >= packed.length);
  } catch {
    return false;
  }
  return unpacked === size && running === crc;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
