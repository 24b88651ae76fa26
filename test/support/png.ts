import { inflateSync } from 'node:zlib'

/** Bytes per pixel of the two colour types that we use: RGB and RGBA, 8 bits each. */
const depths = new Map([
  [2, 3],
  [6, 4],
])

export interface Png {
  width: number
  height: number
  /** Each pixel's red, green, blue and, where the picture has transparency, alpha; 0 to 255. */
  pixels: readonly (readonly number[])[]
}

/** Reads a PNG of 8-bit RGB or RGBA that is not interlaced. Throws for anything else. */
export function readPng(bytes: Uint8Array): Png {
  const file = Buffer.from(bytes)
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG')
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const depth = depths.get(file.readUInt8(25))
  if (file.readUInt8(24) !== 8 || depth === undefined || file.readUInt8(28) !== 0)
    throw new Error('not a plain PNG')
  const raw = inflateSync(Buffer.concat(dataOf(file)))
  const rows = unfiltered(raw, width * depth, depth)
  return { width, height, pixels: rows.flatMap((row) => inPixels(row, depth)) }
}

function dataOf(file: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) !== 'IDAT') continue
    parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  return parts
}

/** Undoes the row filters: each byte was stored as its distance from a neighbour (PNG specification, 9.2). */
function unfiltered(raw: Buffer, rowLength: number, depth: number): number[][] {
  const rows: number[][] = []
  for (let at = 0; at < raw.length; at += rowLength + 1) {
    const [filter = 0, ...stored] = raw.subarray(at, at + rowLength + 1)
    const above = rows.at(-1) ?? []
    const row: number[] = []
    for (const [index, byte] of stored.entries()) {
      const neighbours = {
        left: row[index - depth] ?? 0,
        up: above[index] ?? 0,
        corner: above[index - depth] ?? 0,
      }
      row.push((byte + predicted(filter, neighbours)) % 256)
    }
    rows.push(row)
  }
  return rows
}

function predicted(filter: number, { left, up, corner }: Record<'left' | 'up' | 'corner', number>): number {
  return [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [dLeft, dUp, dCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (dLeft <= dUp && dLeft <= dCorner) return left
  return dUp <= dCorner ? up : corner
}

function inPixels(row: readonly number[], depth: number): number[][] {
  return Array.from({ length: row.length / depth }, (_, index) =>
    row.slice(index * depth, (index + 1) * depth),
  )
}
