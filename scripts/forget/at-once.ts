import { randomUUID } from 'node:crypto'
import type { OpenedStore } from '../../src/adapters/open-store.ts'
import { runDueDeletions } from '../../src/deletion/due-deletions.ts'
import { createNotifyOtherTenants } from '../../src/deletion/other-tenants.ts'
import { createLog } from '../../src/process/log.ts'
import { loadPrograms } from '../../src/programs/index.ts'
import type { Clock } from '../../src/store/ports.ts'

/** Runs a company's due deletions while no bot uses the store. `retention` is in milliseconds. Throws StoreError. */
export async function forgetAtOnce(
  { store, storedData, wakeups }: OpenedStore,
  clock: Clock,
  retention: number,
  tenant: string,
): Promise<void> {
  const services = {
    storedData,
    clock,
    retention,
    newId: randomUUID,
    log: createLog('silent'),
    dispatcher: { takeReceipts: () => [] },
    notifyOtherTenants: createNotifyOtherTenants({
      store,
      storedData,
      wakeups,
      programs: loadPrograms(),
      clock,
      newId: randomUUID,
    }),
  }
  await runDueDeletions(services, tenant, (await store.glance(tenant)).roster.value)
}
