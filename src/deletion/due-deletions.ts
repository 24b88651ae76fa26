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
import { alterationFor } from './alteration.ts'
import type { NotifyOtherTenants } from './other-tenants.ts'

export interface DeletionServices {
  readonly storedData: StoredData
  /** What this process would still tell the store of messages. */
  readonly dispatcher: { takeReceipts(place: ConversationKeys): unknown }
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Logger
  /** What a deletion means for other tenants. */
  readonly notifyOtherTenants: NotifyOtherTenants
  /** Milliseconds for which data are kept of people who are gone, and the log of a company that was deleted. */
  readonly retention: number
}

/**
 * Deletes what is due to be deleted in a company. Each deletion is one change of the store, and is ordered in the roster
 * until then: one that was begun is not left half-way. Tells whether something was due by this roster: then the company
 * is another now, whoever changed it.
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

/** Undefined when it was overtaken. */
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
  const alteration = alterationFor(file, deletion, {
    ...{ tenant, retention, now: clock(), hash: sha256, salt: newId },
    newPseudonym: () => pseudonymOf(newId()),
  })
  // What this process would still tell the store of messages that were sent there.
  for (const record of alteration.remove) {
    if (record.kind !== 'conversation') continue
    dispatcher.takeReceipts(conversationKeysOf({ tenant, address: record.document.address }))
  }
  if ((await storedData.alter(alteration)) === 'conflict') return false
  log.info({ what: deletion.what }, 'data were deleted')
  return true
}
