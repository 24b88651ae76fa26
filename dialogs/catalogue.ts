import { activateBenefits } from './activate-benefits.ts'
import { assignContact } from './assign-contact.ts'
import { followUp } from './follow-up.ts'
import type { Guide } from './guide.ts'
import type { Page } from './page.ts'
import { pages } from './pages.ts'

/** Everything that a person can ask for. A guide is its file and its line here. */
export const catalogue: { readonly guides: readonly Guide[]; readonly pages: readonly Page[] } = {
  guides: [activateBenefits, followUp, assignContact],
  pages,
}
