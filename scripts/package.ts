import { mkdirSync, writeFileSync } from 'node:fs'
import { placeholderBotId } from '../appPackage/app-manifest.ts'
import { zipPackage } from '../appPackage/zip.ts'

const FILE = 'dist/rewards-guide.zip'

/** Builds the Teams app package for the bot named by MicrosoftAppId. */
export async function main(): Promise<number> {
  const botId = process.env.MicrosoftAppId || placeholderBotId
  mkdirSync('dist', { recursive: true })
  writeFileSync(FILE, zipPackage(botId))
  console.log(`${FILE} is ready for bot ${botId}.`)
  if (botId === placeholderBotId)
    console.log('That is a placeholder: set MicrosoftAppId to side-load the package.')
  return 0
}
