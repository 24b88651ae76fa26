import { MicrosoftAppCredentials } from 'botframework-connector'
import { channels } from '../../../bot/authentication/channel.ts'
import { start } from '../../../bot/main.ts'
import { noDirectory } from '../../../src/adapters/unconnected/directory.ts'
import { readConfig } from '../../../src/config/config.ts'
import { createMetrics } from '../../../src/process/metrics.ts'

// The bot with a registration, as a process of its own: it has its tokens without asking Microsoft, and checks those of
// the channel against an issuer on this machine. A stub of sinon would keep each call, and the heap would seem to grow.
MicrosoftAppCredentials.prototype.getToken = async () => 'own'
const channel = { ...channels.public, metadataUrl: process.env.ISSUER_METADATA ?? '' }
const config = readConfig(process.env, ['--no-chat'])
const running = await start(config, noDirectory, createMetrics({ ofProcess: true }), channel)
process.stdout.write(`Rewards Guide is listening on http://127.0.0.1:${running.port}\n`)
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)))
