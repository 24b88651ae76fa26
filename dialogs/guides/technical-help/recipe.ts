import { guide } from '../../engine/guide.ts'
import { asksProgram, enrollmentCommands, programCard, programForm } from '../../inputs/which-program.ts'
import { caseFollowUp } from './case-follow-up/recipe.ts'
import { helpNamed } from './named-help.ts'
import { whereHelpIs } from './premium-only.ts'
import { request } from './request/recipe.ts'
import { sponsorship } from './sponsorship/recipe.ts'
import { thingsToDo, wayTo, whatForm } from './what-to-do.ts'

/** Guides a request for technical help or Azure sponsorship, and records its case number. */
export const technicalHelp = guide('technical-help', {
  version: 1,
  rank: 50,
  reads: helpNamed,
  reminds: ['technical', 'sponsorship-request', 'sponsorship-answer', 'sponsorship-end', 'allowance-end'],
})
  .askIf('program', asksProgram, programForm, programCard)
  .record(({ world, answers: { program } }) => enrollmentCommands(world, program))
  .ask('what', whatForm, {
    card: 'choice',
    takesNamed: true,
    view: ({ world }) => whereHelpIs(world),
    offer: ({ world }) => ({ choice: thingsToDo(world) }),
    go: wayTo,
  })
  .include(request)
  .include(caseFollowUp)
  .include(sponsorship)
