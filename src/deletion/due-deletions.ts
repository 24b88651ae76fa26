import type { Logger } from 'pino'
import { untilCommitted } from '../changes/optimistic-retry.ts'
import type { Deletion } from '../core/privacy/deletion.ts'
import { deletionsOf } from '../core/privacy/deletion-orders.ts'
import { pseudonymOf } from '../core/privacy/pseudonym.ts'
import type { Roster } from '../core/reminders/roster.ts'
import { type CompanyFile, companyFileOf } from '../personal-data/company-file.ts'
import type { StoredData } from '../personal-data/stored-data.ts'
import { sha256 } from '../sha256.ts'
import { conversationKeysOf } from '../store/conversation-keys.ts'
import type { Clock, ConversationKeys, NewId } from '../store/ports.ts'
import { eraseFrom } from './erase.ts'
import type { NotifyOtherTenants } from './other-tenants.ts'

/** Dependencies of due deletions. */
export interface DeletionServices {
  readonly storedData: StoredData
  /** Receipts not yet passed to the store. */
  readonly dispatcher: { takeReceipts(chat: ConversationKeys): unknown }
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Logger
  /** Follows up a deletion in other tenants. */
  readonly notifyOtherTenants: NotifyOtherTenants
  /** Milliseconds of retention for data of people who left and for logs of deleted companies. */
  readonly retention: number
}

/**
 * Runs a company's due deletions, each as one change of the store and ordered in the roster until done, so that an
 * interrupted one is repeated. Resolves to whether this roster had a due deletion; then the company must be read
 * again.
 */
export async function runDueDeletions(
  services: DeletionServices,
  tenant: string,
  roster: Roster | undefined,
): Promise<boolean> {
  if (!roster || !firstDue(services, roster)) return false
  const runNext = () => untilCommitted('Nothing could be deleted', () => runFirstDue(services, tenant))
  while ((await runNext()) === 'done');
  return true
}

/** Resolves to undefined on a conflict. */
async function runFirstDue(
  services: DeletionServices,
  tenant: string,
): Promise<'done' | 'nothing due' | undefined> {
  const file = await companyFileOf(services.storedData.of(tenant))
  const deletion = file.roster && firstDue(services, file.roster.document)
  if (!deletion) return 'nothing due'
  const isDone = await forget(services, tenant, file, deletion).catch((err: unknown) => {
    services.log.error({ err, what: deletion.what }, 'data could not be deleted yet')
    throw err
  })
  return isDone ? 'done' : undefined
}

function firstDue({ clock, retention }: DeletionServices, roster: Roster): Deletion | undefined {
  return deletionsOf(roster, retention).find(({ due }) => due <= clock())
}

async function forget(
  services: DeletionServices,
  tenant: string,
  file: CompanyFile,
  deletion: Deletion,
): Promise<boolean> {
  const { storedData, dispatcher, clock, newId, log, retention, notifyOtherTenants } = services
  await notifyOtherTenants(tenant, file, deletion)
  const alteration = eraseFrom(file, deletion, {
    tenant,
    retention,
    now: clock(),
    hash: sha256,
    salt: newId,
    newPseudonym: () => pseudonymOf(newId()),
  })
  // Drops receipts for removed messages.
  for (const record of alteration.remove) {
    if (record.kind !== 'conversation') continue
    dispatcher.takeReceipts(conversationKeysOf({ tenant, address: record.document.address }))
  }
  if ((await storedData.alter(alteration)) === 'conflict') return false
  log.info({ what: deletion.what }, 'data were deleted')
  return true
}
