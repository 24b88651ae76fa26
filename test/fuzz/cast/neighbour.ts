import { keepYear, liveYear } from '../../support/past/company-year.ts'
import { uuidV4 } from '../../support/wire-ids.ts'
import { marked, markerOf } from '../watch/marker.ts'
import { type Settings, withStore } from '../watch/store.ts'

const day = 86_400_000

/** A company of the crowd with a year of history: its people have something that others must not read. */
export async function prepareNeighbour(settings: Settings): Promise<string> {
  const tenant = uuidV4()
  const people = ['Nora', 'Noel'].map((first, index) => ({
    id: uuidV4(),
    name: marked(first, markerOf(tenant)),
    email: marked(`${first.toLowerCase()}@x`, markerOf(tenant)),
    phone: `+3319900${index}5588`,
  }))
  await withStore(settings, (store) =>
    keepYear(store, tenant, liveYear(tenant, people, Date.now() - 370 * day)),
  )
  return tenant
}
