import type { Actor } from '../../../src/core/company/company-event.ts'
import { nameOf } from '../../engine/people-names.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'

/** Tells whether a tenant is not named to the person: one that joined learns of others only that there are some. */
export const isHidden = ({ ownTenant }: CompanyView, tenant: string | undefined): boolean =>
  ownTenant !== undefined && tenant !== undefined && tenant !== ownTenant

/** Name of the person who recorded something, unless that is of a tenant that is not named to the reader. */
export const actorNamed = (world: CompanyView & Localization, by: Actor): string =>
  isHidden(world, by.tenant)
    ? world.translations.t('history.of-another-tenant')
    : nameOf(world.translations, by)
