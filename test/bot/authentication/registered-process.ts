import { channels } from '../../../bot/authentication/channel.ts'
import { start } from '../../../bot/main.ts'
import { noDirectory } from '../../../src/adapters/unconnected/directory.ts'
import { readConfig } from '../../../src/config/config.ts'
import { createMetrics } from '../../../src/process/metrics.ts'

// The bot as a process of its own, with a registration; ISSUER is the address of the metadata of who signs its tokens.
const channel = { ...channels.public, metadataUrl: process.env.ISSUER ?? '' }
const config = readConfig(process.env, ['--no-chat'])
const running = await start(config, noDirectory, createMetrics(), channel)
process.stdout.write(`Rewards Guide is listening on http://127.0.0.1:${running.port}\n`)
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)))
