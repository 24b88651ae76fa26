import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../../bot/main.ts'
import { readConfig } from '../../src/config/config.ts'

describe('a start with a program that there is none of', () => {
  it('is refused before anything is opened, with the setting and what it takes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'program-'))
    try {
      const config = readConfig({ PROGRAM: 'nothing', DATA_DIR: folder, PORT: '0' }, ['--no-chat'])
      await assert.rejects(start(config), { code: 'config', message: /^PROGRAM: expected one of .*-2024/ })
      assert.deepEqual(await readdir(folder), [])
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
