import { crc32, deflateSync } from 'node:zlib'
import { pixelsOf } from './png-pixels.ts'

const MOST_COLOURS = 256
/** Squared, over the three channels. */
const HARDLY_DIFFERENT = 64
const SIGNATURE = '\x89PNG\r\n\x1a\n'

type Colour = number

/** The same picture in its 256 most telling colours, one byte a pixel: less than half the size. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, colours } = pixelsOf(png)
  const palette = mostTelling(colours)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from(SIGNATURE, 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(inRows(colours, palette, width, height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Frequent ones first; what is hardly different from one of them is left out, so that a rare red keeps its place. */
function mostTelling(colours: Uint32Array): Colour[] {
  const counts = new Map<Colour, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette: Colour[] = []
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (palette.length === MOST_COLOURS) break
    if (palette.every((each) => distance(each, colour) > HARDLY_DIFFERENT)) palette.push(colour)
  }
  return palette
}

/** Each pixel as its place in the palette; each row begins with a byte that says "not filtered". */
function inRows(colours: Uint32Array, palette: readonly Colour[], width: number, height: number): Buffer {
  const places = new Map(palette.map((colour, place) => [colour, place]))
  const rows = Buffer.alloc((width + 1) * height)
  for (const [at, colour] of colours.entries()) {
    const place = places.get(colour) ?? nearest(colour, palette)
    places.set(colour, place)
    rows[at + Math.floor(at / width) + 1] = place
  }
  return rows
}

function nearest(colour: Colour, palette: readonly Colour[]): number {
  const distances = palette.map((each) => distance(colour, each))
  return distances.indexOf(Math.min(...distances))
}

function distance(a: Colour, b: Colour): number {
  const others = channels(b)
  return channels(a).reduce((sum, channel, at) => sum + (channel - (others[at] ?? 0)) ** 2, 0)
}

const channels = (colour: Colour): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
