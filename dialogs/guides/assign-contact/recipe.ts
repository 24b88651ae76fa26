import { guide } from '../../engine/guide.ts'
import { onlyAuthorized } from '../../engine/refusal-obstacle.ts'
import { asksRole, mayNot, roleCard, roleForm } from '../../inputs/role.ts'
import { asksProgram, enrollmentCommands, programCard, programForm } from '../../inputs/which-program.ts'
import { contactPromise, contactWords } from '../../wording/certainty.ts'
import { colleagueForm, colleagueOptions, pickedColleague } from './colleague.ts'
import { contactToConfirm, contactToCopy } from './contact-facts.ts'
import {
  contactForm,
  contactKnown,
  contactOf,
  contactOptions,
  contactProblems,
  isSmallChange,
} from './contact-form.ts'
import { contactNamed } from './named-contact.ts'
import { notEnrolled } from './not-enrolled.ts'
import { contactReceipt } from './receipt.ts'

/** Assigns the company's marketing contact, or changes the one there is. */
export const assignContact = guide('assign-contact', {
  version: 1,
  rank: 20,
  reads: contactNamed,
  reminds: ['contact-missing'],
})
  .require(({ world }) => onlyAuthorized(world))
  .askIf('program', asksProgram, programForm, programCard)
  .record(({ world, answers: { program } }) => enrollmentCommands(world, program))
  .askIf('role', asksRole('assignContact'), roleForm, roleCard)
  .note(({ world, answers }) => answers.role && world.remember({ role: answers.role.choice }))
  .require((scene) => mayNot(scene, 'assignContact') ?? notEnrolled(scene.world))
  .askIf('person', ({ world }) => world.isDirectoryConnected, colleagueForm, {
    card: 'pick-one',
    view: ({ world }) => ({
      textValues: { promise: contactWords(world, 'assign-contact.recorded') },
      sources: [contactPromise(world.program)],
    }),
    offer: async ({ world }) => ({ choice: await colleagueOptions(world) }),
  })
  .ask('form', contactForm, {
    view: ({ world }) => ({
      textValues: { promise: contactWords(world, 'assign-contact.promise') },
      sources: [world.program.rules.contactEmail, contactPromise(world.program)],
    }),
    offer: ({ world }) => contactOptions(world),
    prefill: async ({ world, answers: { person } }) => ({
      ...contactKnown(world),
      ...(await pickedColleague(world, person?.choice)),
    }),
    check: (entered, { world }) => contactProblems(world, entered),
  })
  .branch(({ world, answers: { form } }) =>
    isSmallChange(world, contactOf(form)) ? { to: 'steps' } : undefined,
  )
  .confirm('summary', {
    card: 'summary',
    edit: ['form'],
    view: ({ world, answers: { form } }) => contactToConfirm(world, contactOf(form)),
  })
  .instruct('steps', {
    card: 'steps',
    view: ({ world, answers: { form } }) => contactToCopy(world, contactOf(form)),
  })
  .note(({ world, answers: { form } }) => form.signInEmail && world.remember({ email: form.signInEmail }))
  .record(({ answers: { form } }) => ({ type: 'AssignContact', contact: contactOf(form) }))
  .end('receipt', ({ world, answers: { form } }) => contactReceipt(world, contactOf(form)), 'message')
