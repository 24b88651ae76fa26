import type { Store } from '../../src/store/ports.ts'
import { live } from '../support/past/company-past.ts'
import type { Script } from './scripts.ts'

/** Gives the company of a script its past, and others theirs where the script needs them. */
export async function livePast(
  store: Store,
  { past, elsewhere = [] }: Script,
  tenant?: string,
): Promise<void> {
  await live(store, past, tenant)
  for (const { tenant: other, past: theirs } of elsewhere) await live(store, theirs, other)
}
