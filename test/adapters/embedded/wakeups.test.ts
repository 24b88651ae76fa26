import { rm } from 'node:fs/promises'
import { type Embedded, openEmbedded } from '../../../src/adapters/embedded/embedded-store.ts'
import { describeWakeups, type WakeupsPlace } from '../wakeups-contract.ts'
import { makeFolder } from './place.ts'

async function makePlace(): Promise<WakeupsPlace> {
  const folder = await makeFolder()
  let opened: Embedded | undefined
  return {
    open: async (clock) => {
      opened = await openEmbedded(folder, clock)
      const { store, wakeups } = opened
      return { wakeups, close: () => store.close() }
    },
    discard: async () => {
      await opened?.store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

describeWakeups('the embedded store', makePlace)
