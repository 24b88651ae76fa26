import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { mocha } from './test/mocha.ts'
import { provideTools } from './test/tools.ts'

const FOLDER = 'docs/screenshots'
/** Up to 256 colours, fewer if they look the same: a third of the size written by Chromium. */
const SMALL = { palette: true, quality: 90, dither: 0, effort: 10, compressionLevel: 9 }
/** Test people who go through all guides and receive proactive cards. */
const PEOPLE = [
  'test/browser/clicking.test.ts',
  'test/browser/typing.test.ts',
  'test/browser/reminders.test.ts',
]

/** Photographs every card of the browser tests in every language and theme; resolves to the exit code. */
export async function main(): Promise<number> {
  const chromium = provideTools().get('chromium')
  if (!chromium) throw new Error('Chromium is needed for pictures: set CHROMIUM to its path')
  rmSync(FOLDER, { recursive: true, force: true })
  const { failed } = await mocha({ patterns: PEOPLE, env: { CHROMIUM: chromium, SCREENSHOTS: FOLDER } })
  for (const file of pictures()) writeFileSync(file, await sharp(file).png(SMALL).toBuffer())
  console.log(`The pictures are in ${FOLDER}.`)
  return failed === 0 ? 0 : 1
}

function pictures(): string[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.png')).map((file) => join(FOLDER, file))
}
