import { inflateSync } from 'node:zlib'

export interface Pixels {
  width: number
  height: number
  /** 0xRRGGBB, row by row. */
  colours: Uint32Array
}

/** Reads what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced. */
export function pixelsOf(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const depth = png.readUInt8(25) === 6 ? 4 : 3
  const bytes = unfilter(inflateSync(Buffer.concat(dataOf(png))), width * depth, depth)
  const colours = new Uint32Array(width * height)
  for (let at = 0; at < colours.length; at += 1) colours[at] = bytes.readUIntBE(at * depth, 3)
  return { width, height, colours }
}

function dataOf(png: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) !== 'IDAT') continue
    parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return parts
}

/** Each byte was stored as its distance from a neighbour (PNG specification, 9.2); a byte before each row says which. */
function unfilter(raw: Buffer, length: number, depth: number): Buffer {
  const rows = raw.length / (length + 1)
  const bytes = Buffer.alloc(length * rows)
  for (let row = 0; row < rows; row += 1) {
    const filter = raw[row * (length + 1)] ?? 0
    for (let column = 0; column < length; column += 1) {
      const at = row * length + column
      const left = column < depth ? 0 : (bytes[at - depth] ?? 0)
      const up = bytes[at - length] ?? 0
      const corner = column < depth ? 0 : (bytes[at - length - depth] ?? 0)
      bytes[at] = (raw[at + row + 1] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return bytes
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  return filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)]
  const toCorner = Math.abs(left + up - 2 * corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
