import { answerPages } from './answers/pages.ts'
import type { Page } from './engine/page.ts'
import type { Guide } from './engine/step.ts'
import { activateBenefits } from './guides/activate-benefits/recipe.ts'
import { assignContact } from './guides/assign-contact/recipe.ts'
import { associateTenant } from './guides/associate-tenant/recipe.ts'
import { authorizedPeople } from './guides/authorized-people/recipe.ts'
import { checkEligibility } from './guides/check-eligibility/recipe.ts'
import { followUp } from './guides/follow-up/recipe.ts'
import { joinCompany } from './guides/join-company/recipe.ts'
import { programNotVisible } from './guides/program-not-visible/recipe.ts'
import { reminderSettings } from './guides/reminder-settings/recipe.ts'
import { technicalHelp } from './guides/technical-help/recipe.ts'
import { history } from './pages/history/page.ts'
import { companyData, myData } from './pages/my-data/page.ts'
import { myRewards } from './pages/my-rewards/page.ts'
import { otherTenants } from './pages/other-tenants/page.ts'
import { pages } from './pages/short-pages.ts'
import { welcomeBack } from './pages/welcome-back/page.ts'
import { reminder } from './reminders/reminder-page.ts'
import { reminders } from './reminders/reminders-page.ts'

/** All guides and pages. A new guide needs its file and a line here. */
export const catalogue: { readonly guides: readonly Guide[]; readonly pages: readonly Page[] } = {
  guides: [
    checkEligibility,
    assignContact,
    activateBenefits,
    followUp,
    technicalHelp,
    associateTenant,
    programNotVisible,
    reminderSettings,
    joinCompany,
    authorizedPeople,
  ],
  pages: [
    ...pages,
    welcomeBack,
    myRewards,
    history,
    reminders,
    reminder,
    myData,
    companyData,
    otherTenants,
    ...answerPages,
  ],
}
