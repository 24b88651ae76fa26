import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startConnector } from '../../support/connector/fake-connector.ts'
import type { Grounds } from './grounds.ts'

/** On one machine: a folder for the data, no registration, Teams and the Emulator. */
export async function openPlainGrounds(): Promise<Grounds> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzzed-bot-'))
  const teams = await startConnector({ personality: 'teams' })
  const emulator = await startConnector({ personality: 'emulator' })
  return {
    env: { DATA_DIR: folder },
    entry: ['bot/main.ts', '--no-chat'],
    connectors: [teams, emulator],
    close: async () => {
      await teams.close()
      await emulator.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
