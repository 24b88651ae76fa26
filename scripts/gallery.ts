import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../locales/index.ts'
import { launchChromium } from '../test/browser/chromium.ts'
import { indexPage, type Picture } from './gallery/index-page.ts'
import { SheetPage } from './gallery/sheet-page.ts'
import { type Shot, shotsIn } from './gallery/shots.ts'
import { provideTools } from './test/tools.ts'

const folder = 'dist/gallery'

/**
 * Draws every card and state of one sample company, in each language, theme and two widths, to dist/gallery. Arguments:
 * words of headings; by default all. Resolves to the exit code.
 */
export async function main(args: readonly string[] = []): Promise<number> {
  process.env.CHROMIUM ??= provideTools().get('chromium')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const browser = await launchChromium()
  const sheet = await SheetPage.open(browser)
  const pictures: Picture[] = []
  for (const language of languages) {
    const shots = (await shotsIn(language)).filter(({ title }) => isWanted(title, args))
    for (const [at, shot] of shots.entries()) pictures.push(await pictureOf(sheet, shot, at))
  }
  await browser.close()
  writeFileSync(join(folder, 'index.html'), indexPage(pictures))
  console.log(`${pictures.length} pictures are in ${folder}; open ${join(folder, 'index.html')}.`)
  return 0
}

const isWanted = (title: string, words: readonly string[]): boolean =>
  words.length === 0 || words.some((word) => title.toLowerCase().includes(word.toLowerCase()))

async function pictureOf(sheet: SheetPage, { title, situation, language, card }: Shot, at: number) {
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
  const file = `${language}-${String(at).padStart(4, '0')}-${name}.png`
  return { file, title, situation, language, heights: await sheet.picture(card, join(folder, file)) }
}
