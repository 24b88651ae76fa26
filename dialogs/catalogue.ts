import { answerPages } from './answers/pages.ts'
import { companyAnswers } from './company-answers/pages.ts'
import type { Page } from './engine/page.ts'
import type { Guide } from './engine/step.ts'
import { salesEstimate } from './guides/check-eligibility/sales-estimate.ts'
import * as guides from './guides/index.ts'
import { history } from './pages/history/page.ts'
import { companyData, myData } from './pages/my-data/page.ts'
import { myRewards } from './pages/my-rewards/page.ts'
import { pages as notUnderstood } from './pages/not-understood.ts'
import { otherTenants } from './pages/other-tenants/page.ts'
import { pages } from './pages/short-pages.ts'
import { welcomeBack } from './pages/welcome-back/page.ts'
import { remindMe } from './reminders/remind-me.ts'
import { reminders } from './reminders/reminder-list-page.ts'
import { reminder } from './reminders/reminder-page.ts'

/** All guides and pages. A new guide needs its folder and a line in guides/index.ts. */
export const catalogue: { readonly guides: readonly Guide[]; readonly pages: readonly Page[] } = {
  guides: Object.values(guides),
  pages: [
    ...pages,
    ...notUnderstood,
    welcomeBack,
    myRewards,
    history,
    reminders,
    reminder,
    remindMe,
    myData,
    companyData,
    otherTenants,
    salesEstimate,
    ...answerPages,
    ...companyAnswers,
  ],
}
