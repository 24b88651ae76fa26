import { activateBenefits } from './activate-benefits.ts'
import { answerPages } from './answers/pages.ts'
import { assignContact } from './assign-contact.ts'
import { associateTenant } from './associate-tenant.ts'
import { checkEligibility } from './check-eligibility.ts'
import { followUp } from './follow-up.ts'
import { history } from './history.ts'
import { joinCompany } from './join-company.ts'
import { companyData, myData } from './my-data.ts'
import { myRewards } from './my-rewards.ts'
import { otherTenants } from './other-tenants.ts'
import type { Page } from './page.ts'
import { pages } from './pages.ts'
import { programNotVisible } from './program-not-visible.ts'
import { reminder } from './reminder.ts'
import { reminderSettings } from './reminder-settings.ts'
import { reminders } from './reminders.ts'
import { rewardsTeam } from './rewards-team.ts'
import type { Guide } from './steps/step.ts'
import { technicalHelp } from './technical-help.ts'
import { welcomeBack } from './welcome-back.ts'

/** Everything that a person can ask for. A guide is its file and its line here. */
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
    rewardsTeam,
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
