import type { Logger } from 'pino'
import { placeOf } from '../../bot/delivery/conversation-keys.ts'
import type { Courier } from '../../bot/delivery/dispatcher.ts'
import { insist } from '../changes/optimistic-retry.ts'
import type { Deletion } from '../core/privacy/deletion.ts'
import { deletionsOf } from '../core/privacy/deletion-orders.ts'
import { pseudonymOf } from '../core/privacy/pseudonym.ts'
import type { Roster } from '../core/reminders/roster.ts'
import { type CompanyFile, fileOf } from '../personal-data/company-file.ts'
import type { Holdings } from '../personal-data/stored-data.ts'
import { sha256 } from '../sha256.ts'
import type { Clock, NewId } from '../store/ports.ts'
import { alterationFor } from './alteration.ts'
import type { TellOthers } from './other-tenants.ts'

export interface ForgettingServices {
  readonly holdings: Holdings
  readonly courier: Pick<Courier, 'takeReceipts'>
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Logger
  /** What a deletion means for other tenants. */
  readonly tellOthers: TellOthers
  /** Milliseconds for which data are kept of people who are gone, and the log of a company that was deleted. */
  readonly retention: number
}

/**
 * Deletes what is due to be deleted in a company. Each deletion is one change of the store, and is ordered in the roster
 * until then: one that was begun is not left half-way. Tells whether something was due by this roster: then the company
 * is another now, whoever changed it.
 */
export async function forgetDue(
  services: ForgettingServices,
  tenant: string,
  roster: Roster | undefined,
): Promise<boolean> {
  if (!roster || !firstDue(services, roster)) return false
  const forgetNext = () => insist('Nothing could be deleted', () => forgetFirst(services, tenant))
  while ((await forgetNext()) === 'done');
  return true
}

/** Undefined when it was overtaken. */
async function forgetFirst(
  services: ForgettingServices,
  tenant: string,
): Promise<'done' | 'nothing due' | undefined> {
  const file = await fileOf(services.holdings.of(tenant))
  const deletion = file.roster && firstDue(services, file.roster.document)
  if (!deletion) return 'nothing due'
  const isDone = await forget(services, tenant, file, deletion).catch((err: unknown) => {
    services.log.error({ err, what: deletion.what }, 'data could not be deleted yet')
    throw err
  })
  return isDone ? 'done' : undefined
}

function firstDue({ clock, retention }: ForgettingServices, roster: Roster): Deletion | undefined {
  return deletionsOf(roster, retention).find(({ due }) => due <= clock())
}

async function forget(
  services: ForgettingServices,
  tenant: string,
  file: CompanyFile,
  deletion: Deletion,
): Promise<boolean> {
  const { holdings, courier, clock, newId, log, retention, tellOthers } = services
  await tellOthers(tenant, file, deletion)
  const alteration = alterationFor(file, deletion, {
    ...{ tenant, retention, now: clock(), hash: sha256, salt: newId },
    newPseudonym: () => pseudonymOf(newId()),
  })
  // What this process would still tell the store of messages that were sent there.
  for (const record of alteration.remove) {
    if (record.kind !== 'conversation') continue
    courier.takeReceipts(placeOf({ tenant, address: record.document.address }))
  }
  if ((await holdings.alter(alteration)) === 'conflict') return false
  log.info({ what: deletion.what }, 'data were deleted')
  return true
}
