import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** Whether what is typed, or comes from a file, is exactly the word asked for. */
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
