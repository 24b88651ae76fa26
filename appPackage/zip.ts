import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { languages } from '../locales/index.ts'
import { appManifest, localization } from './app-manifest.ts'
import { readWords } from './words.ts'

/** Returns the bytes of the package to side-load; the same input gives the same bytes. */
export function zipPackage(botId: string): Uint8Array {
  const words = languages.map(
    (language) => [`${language}.json`, json(localization(readWords(language)))] as const,
  )
  const icons = ['color.png', 'outline.png'].map(
    (name) => [name, readFileSync(new URL(name, import.meta.url))] as const,
  )
  const files = { 'manifest.json': json(appManifest(botId)), ...Object.fromEntries([...words, ...icons]) }
  return zipSync(files, { level: 9, mtime: '2026-01-01T00:00:00' })
}

function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`)
}
