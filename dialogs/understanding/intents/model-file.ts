import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import type { IntentModel } from './model.ts'

/** Where the model lies that `npm run train` makes. */
export const modelFile = new URL('intents.model.br', import.meta.url)

/** Files of this quality are an eighth larger than the smallest, and are read in half the time. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

const headerSchema = z.strictObject({
  /** SHA-256 of the examples. */
  examples: z.string(),
  targets: z.array(z.string()),
  features: z.array(z.string()),
  rarities: z.array(z.number()),
  scale: z.number(),
})

/** A model and the examples that it was made of. */
export interface KeptModel {
  readonly examples: string
  readonly model: IntentModel
}

/** Writes a model: a line of JSON, then the weights, compressed. */
export function writeModel({ examples, model: { weights, ...rest } }: KeptModel, file = modelFile): void {
  const header = Buffer.from(`${JSON.stringify({ examples, ...rest })}\n`)
  writeFileSync(file, brotliCompressSync(Buffer.concat([header, Buffer.from(weights.buffer)]), quality))
}

/** Reads a model. Throws an Error that says what to run where the file is missing or damaged. */
export function readModel(file = modelFile): KeptModel {
  try {
    const bytes = brotliDecompressSync(readFileSync(file))
    const end = bytes.indexOf('\n')
    const { examples, ...header } = headerSchema.parse(JSON.parse(bytes.toString('utf8', 0, end)))
    return { examples, model: { ...header, weights: new Int8Array(bytes.subarray(end + 1)) } }
  } catch (cause) {
    throw new Error(`${file.pathname} cannot be read: run npm run train`, { cause })
  }
}
