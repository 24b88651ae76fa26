import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** Tells whether the typed or piped input is exactly the requested word. */
export async function isConfirmed(question: string, word: string, input: Readable, output: Writable) {
  output.write(question)
  const lines = createInterface({ input })
  try {
    for await (const line of lines) return line.trim() === word
    return false
  } finally {
    lines.close()
  }
}
