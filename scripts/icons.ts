import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { provideTools } from './test/tools.ts'

const ICONS = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
]

/** Renders appPackage/icons/*.svg to the PNG files of the package, which are committed. */
export async function main(): Promise<number> {
  const executablePath = provideTools().get('chromium')
  if (!executablePath) throw new Error('Chromium is needed to draw the icons: set CHROMIUM to its path')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const { name, size } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const svg = readFileSync(`appPackage/icons/${name}.svg`, 'utf8')
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
    await page.screenshot({ path: `appPackage/${name}.png`, omitBackground: true })
  }
  await browser.close()
  return 0
}
