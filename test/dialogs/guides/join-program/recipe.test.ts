import assert from 'node:assert/strict'
import { whatToMend } from '../../../../dialogs/guides/join-program/account.ts'
import { languages, loadTranslations } from '../../../../locales/index.ts'
import type { Command } from '../../../../src/core/company/command.ts'
import type { EnrollmentFacts } from '../../../../src/core/enrollment/enrollment.ts'
import { loadPrograms } from '../../../../src/programs/index.ts'
import { rewards } from '../../../core/example.ts'
import { actionsOf } from '../../../support/bot/card-actions.ts'
import { assertShows, buttonsOf, headingOf, Rehearsal, textOf } from '../../../support/bot/rehearsal.ts'
import { worldIn } from '../../../support/bot/rehearse.ts'
import { inputsIn } from '../../../support/bot/walk.ts'
import { chatInFrontier } from '../../../support/past/frontier-past.ts'
import { day, monday } from '../../../support/past/reminded-past.ts'
import { ada, type Past, situationAfter } from '../../../support/past/situations.ts'

const program = loadPrograms().default
const recorded = (facts: EnrollmentFacts): Past['commands'] => [[3, { type: 'RecordEnrollment', facts }]]
const notEnrolled = recorded({ situation: 'not-enrolled' })
const filledIn = ({ card }: Rehearsal, id: string) =>
  inputsIn(card?.body).find((each) => each.id === id)?.value

/** A person of a company with this past who begins the guide. */
async function begun(past: Past['commands'] = notEnrolled): Promise<Rehearsal> {
  const chat = chatInFrontier(past)
  await chat.say('join the program')
  return chat
}

/** Goes on to the choice of a path, with all in order. */
async function ready(): Promise<Rehearsal> {
  const chat = await begun()
  await chat.press('All four are true')
  await chat.press('Next', chat.card, { account: 'global', verified: 'authorized' })
  return chat
}

/** Goes on to the question what came of it. */
async function sent(path = 'No-cost'): Promise<Rehearsal> {
  const chat = await ready()
  await chat.press(path)
  await chat.press('Done')
  return chat
}

describe('joining the program: who may', () => {
  it('asks which program the company is in, once', async () => {
    const chat = await begun([])
    assert.equal(headingOf(chat.card), 'Which program are you in?')
    assert.equal(
      headingOf(await chat.press('Next', chat.card, { situation: 'not-enrolled' })),
      'Does the program fit you?',
    )
    await chat.say('cancel')
    await chat.say('start over')
    await chat.press('Yes, start over')
    assert.equal(headingOf(await chat.say('join the program')), 'Does the program fit you?')
  })

  it('gives others than Global admins a text to forward', async () => {
    const chat = chatInFrontier(notEnrolled)
    chat.role = 'partner-admin'
    assert.equal(headingOf(await chat.say('join the program')), 'Ask a Global admin to enroll')
    assertShows(chat.card, program.links.enroll.url)
    assertShows(chat.card, 'personal or location account')
    assert.deepEqual(buttonsOf(chat.card), ['My rewards'])
  })

  it('asks again for a role that is only declared', async () => {
    const chat = chatInFrontier(notEnrolled, {})
    await chat.say('join the program')
    assert.equal(headingOf(chat.card), 'What is your role in Partner Center?')
    assert.equal(
      headingOf(await chat.press('Next', chat.card, { choice: 'account-admin' })),
      'Ask a Global admin to enroll',
    )
    assert.equal(
      headingOf(await chat.press('I have a different role')),
      'What is your role in Partner Center?',
    )
  })

  it('is for authorized people, once there are any', async () => {
    const team: Command = { type: 'NameTeam', members: [ada] }
    const chat = await begun([...notEnrolled, [2, team]])
    assert.equal(headingOf(chat.card), 'Only authorized people can do this')
  })
})

describe('joining the program: what the form asks', () => {
  for (const [met, missing] of [
    ['product,cloud,marketplace', 'Business customers'],
    ['business,cloud,marketplace', 'Custom projects, consulting, and managed services'],
    ['business,product,marketplace', 'must be built on it'],
    ['business,product,cloud', 'have to be published yet'],
  ] as const)
    it(`stops early, and says why: only ${met}`, async () => {
      const chat = await begun()
      const card = await chat.press('Only the selected ones', chat.card, { met })
      assert.equal(headingOf(card), 'Not yet, I’m afraid')
      assertShows(card, missing)
      assert.equal(
        textOf(card)
          .split('\n')
          .filter((line) => line.startsWith('**')).length,
        1,
      )
      assert.equal(headingOf(await chat.press('Start over')), 'Does the program fit you?')
    })

  it('goes on with all four, ticked or typed', async () => {
    for (const answer of [
      (chat: Rehearsal) =>
        chat.press('Only the selected ones', chat.card, { met: 'business,product,cloud,marketplace' }),
      (chat: Rehearsal) => chat.say('all'),
    ])
      assert.equal(headingOf(await answer(await begun())), 'Is the account ready?')
  })

  it('takes neither an empty list nor a mere “ok” for an answer', async () => {
    const chat = await begun()
    await chat.press('Only the selected ones', chat.card, { met: '' })
    assertShows(chat.card, 'Select what’s true for you')
    assert.equal(headingOf(await chat.say('ok')), 'Does the program fit you?')
  })
})

describe('joining the program: the account', () => {
  for (const [account, verified, said] of [
    ['other', 'authorized', 'Personal and location accounts'],
    ['unknown', 'authorized', 'PartnerGlobal'],
    ['global', 'pending', 'usually takes 3 to 5 business days'],
    ['global', 'unknown', 'The status must be **Authorized**'],
  ] as const)
    it(`waits until it is in order: ${account}, ${verified}`, async () => {
      const chat = await begun()
      await chat.press('All four are true')
      const card = await chat.press('Next', chat.card, { account, verified })
      assert.equal(headingOf(card), 'This comes first')
      assertShows(card, said)
      assert.equal(headingOf(await chat.press('It’s in order now')), 'Which path?')
    })
})

describe('joining the program: the verification of the account', () => {
  for (const [language, roles, source, yours] of [
    [
      'en',
      'Compliance admin, Microsoft AI Cloud Partner Program partner admin',
      'Compliance admin in Partner Center',
      'Your role can.',
    ],
    [
      'fr',
      'Administrateur de conformité, Administrateur partenaire du programme',
      'Administrateur de conformité de l',
      'Votre rôle le permet.',
    ],
  ] as const)
    it(`is for more roles than the enrollment, which the card names with their sources: ${language}`, () => {
      const world = worldIn(situationAfter({ role: 'global-admin', commands: [] }), language)
      const mended = (verified: 'pending' | 'authorized') => {
        const { view, sources } = whatToMend(world, { account: 'unknown', verified })
        return { text: JSON.stringify(view), sources: JSON.stringify(sources) }
      }
      const { text, sources } = mended('pending')
      for (const words of [roles, yours]) assert.ok(text.includes(words), text)
      assert.ok(sources.includes(source) && sources.includes('"certainty":"official"'), sources)
      assert.ok(!mended('authorized').text.includes(roles))
    })
})

describe('joining the program: the path', () => {
  it('has a default, the price of Premium, and how sure that is', async () => {
    const { card } = await ready()
    assert.deepEqual(buttonsOf(card).slice(0, 2), ['No-cost', 'Premium'])
    assert.equal(card?.actions[0]?.style, 'positive')
    for (const words of [
      'Our advice',
      'about $1,500 a year plus tax',
      loadTranslations()('en').t('common.certainty.secondary'),
      'checkout shows your price',
    ])
      assertShows(card, words)
  })

  it('needs a means of payment even where nothing is charged', async () => {
    const chat = await ready()
    assertShows(chat.card, 'Both need a billing profile with a payment method')
    assertShows(await chat.press('No-cost'), 'You aren’t charged.')
  })

  it('is taken in numbered steps, with the page, without inventing names of buttons', async () => {
    const chat = await ready()
    const card = await chat.press('Premium')
    assertShows(card, 'Select **Premium**.')
    assertShows(card, 'Membership > Frontier Accelerate for Marketplace')
    assertShows(card, 'hasn’t published what the buttons there are called')
    assert.ok(actionsOf(card).some(({ url }) => url === program.links.enroll.url))
  })
})

describe('joining the program: what came of it', () => {
  const next = (chat: Rehearsal, choice: string, on = '') =>
    chat.press('Next', chat.card, { choice, day: on })

  it('is suggested: the chosen path, today', async () => {
    const chat = await sent()
    assert.deepEqual([filledIn(chat, 'choice'), filledIn(chat, 'day')], ['no-cost', '2026-11-23'])
  })

  it('is recorded with its day, and the dates that follow from it', async () => {
    const chat = await sent()
    const card = await next(chat, 'no-cost', '2026-11-20')
    assert.equal(headingOf(card), 'You’re in: no-cost path')
    assertShows(card, 'November 20, 2027 · Renew once for $0')
    assertShows(card, 'I’ll remind you on')
    assert.deepEqual(
      [chat.company?.enrollment?.situation, chat.company?.enrollment?.enrolledOn, chat.company?.program],
      ['no-cost', '2026-11-20', 'frontier-accelerate-2026'],
    )
  })

  it('is the path that Microsoft shows, whatever was chosen, with the opening of its renewal', async () => {
    const chat = await sent()
    const card = await next(chat, 'premium', '2026-11-20')
    assert.equal(headingOf(card), 'You’re in: Premium path')
    assertShows(card, 'October 21, 2027 · Premium can be renewed from this day')
    assertShows(card, 'November 20, 2027 · Renew by this day')
  })

  it('counts from today where no day is given', async () => {
    const chat = await sent()
    await next(chat, 'no-cost')
    assert.equal(chat.company?.enrollment?.enrolledOn, '2026-11-23')
  })

  it('takes no day that is still to come', async () => {
    const chat = await sent()
    assertShows(await next(chat, 'no-cost', '2026-12-24'), 'That day is in the future')
    assert.equal(chat.company?.enrollment?.situation, 'not-enrolled')
  })

  it('may be awaited: the bot comes back, and then asks what came of it', async () => {
    const chat = await sent()
    const card = await next(chat, 'waiting', '2026-11-20')
    assert.equal(headingOf(card), 'Waiting for Microsoft')
    assertShows(card, 'I’ll remind you on')
    assert.equal(chat.company?.enrollment?.submittedOn, '2026-11-20')
    chat.now = monday + 7 * day
    assert.equal(headingOf(await chat.remind()), 'Is your account verified?')
    await chat.press('Yes')
    assert.equal(headingOf(await chat.press('Join the program')), 'How did it go?')
    assert.deepEqual([filledIn(chat, 'choice'), filledIn(chat, 'day')], ['', ''])
    assert.equal(
      inputsIn(chat.card?.body)[0]?.choices?.some(({ value }) => value === 'later'),
      false,
    )
    await next(chat, 'waiting')
    assert.equal(chat.company?.enrollment?.submittedOn, '2026-11-20')
  })

  it('may be a rejection, which ends the wait and says what to look at', async () => {
    const chat = await begun(recorded({ situation: 'not-enrolled', submittedOn: '2026-11-18' }))
    const card = await next(chat, 'rejected')
    assert.equal(headingOf(card), 'You can send it again')
    assertShows(card, 'not custom services')
    assert.equal(chat.company?.enrollment?.submittedOn, undefined)
    assert.equal(headingOf(await chat.press('Start over')), 'Does the program fit you?')
  })

  it('may be put off, and nothing is recorded', async () => {
    const chat = await sent()
    const before = chat.situation.log.length
    assert.equal(headingOf(await next(chat, 'later')), 'Whenever you’re ready')
    assert.equal(chat.situation.log.length, before)
  })
})

describe('joining the program out of Marketplace Rewards', () => {
  const inRewards = () => {
    const commands = recorded({ situation: 'rewards' })
    return new Rehearsal(situationAfter({ program: rewards.id, role: 'global-admin', commands }), monday)
  }

  it('asks first whether Microsoft has moved the company', async () => {
    const chat = inRewards()
    assert.equal(headingOf(await chat.say('join the program')), 'You may already be in')
    assertShows(chat.card, 'It hasn’t published when')
  })

  it('goes by the roles of the program to be joined', async () => {
    const chat = inRewards()
    chat.role = 'partner-admin'
    await chat.say('join the program')
    assert.equal(headingOf(await chat.press('We aren’t in. Continue')), 'Ask a Global admin to enroll')
  })

  it('moves the company to the rules of that program', async () => {
    const chat = inRewards()
    await chat.say('join the program')
    await chat.press('We aren’t in. Continue')
    await chat.press('All four are true')
    await chat.press('Next', chat.card, { account: 'global', verified: 'authorized' })
    assertShows(chat.card, 'about $1,500 a year plus tax')
    await chat.press('No-cost')
    await chat.press('Done')
    await chat.press('Next', chat.card, { choice: 'waiting', day: '2026-11-20' })
    assert.deepEqual(
      [chat.company?.program, chat.company?.enrollment?.submittedOn],
      [program.id, '2026-11-20'],
    )
  })
})

describe('a company that is in the program', () => {
  const noCost = recorded({ situation: 'no-cost', enrolledOn: '2026-10-05' })
  const premium = recorded({ situation: 'premium', enrolledOn: '2026-10-05' })

  it('hears its path and what comes next', async () => {
    const { card } = await begun(noCost)
    assert.equal(headingOf(card), 'You’re already in')
    for (const words of ['No-cost path', 'October 5, 2026', 'Renew once for $0, by October 5, 2027'])
      assertShows(card, words)
    assertShows((await begun(premium)).card, 'Renew Premium between September 5, 2027 and October 5, 2027')
  })

  it('hears that the no-cost path renews by itself once it was renewed', async () => {
    const { card } = await begun([
      [3, { type: 'RecordEnrollment', facts: { situation: 'no-cost', enrolledOn: '2025-12-01' } }],
      [2, { type: 'RenewEnrollment', anniversary: '2026-12-01' }],
    ])
    assertShows(card, 'Renews automatically on December 1, 2027')
  })

  it('hears what is missing where no day is known', async () => {
    const chat = await begun(recorded({ situation: 'no-cost' }))
    assertShows(chat.card, 'Tell me the enrollment date')
    assert.equal(
      headingOf(await chat.press('Partner Center shows something else')),
      'Which program are you in?',
    )
  })

  it('goes to Premium: what that costs, the steps, and the path that shows then', async () => {
    const chat = await begun(noCost)
    const card = await chat.press('Move to Premium')
    assert.equal(headingOf(card), 'Move to Premium')
    assertShows(card, 'about $1,500 a year plus tax')
    assertShows(card, 'hasn’t published whether you can change paths before the anniversary')
    await chat.press('Done')
    assert.deepEqual(
      inputsIn(chat.card?.body)[0]?.choices?.map(({ value }) => value),
      ['premium', 'no-cost'],
    )
    assert.equal(filledIn(chat, 'day'), '2026-10-05')
    await chat.press('Next', chat.card, { choice: 'premium', day: '2026-11-20' })
    assert.equal(chat.company?.enrollment?.situation, 'premium')
  })

  it('leaves Premium by not renewing it', async () => {
    const chat = await begun(premium)
    const card = await chat.press('Leave Premium')
    assert.equal(headingOf(card), 'Leaving Premium')
    assertShows(card, 'October 5, 2027 · Renew by this day')
    assert.equal(chat.company?.enrollment?.situation, 'premium')
  })

  it('may be in it unknowingly, and is led to the page first', async () => {
    const chat = await begun(recorded({ situation: 'page-missing' }))
    assert.equal(headingOf(chat.card), 'You may already be in')
    assert.equal(headingOf(await chat.press('I can’t find the page')), 'Why can’t you see the program?')
  })
})

describe('joining the program in every language', () => {
  for (const language of languages)
    it(`leads to its receipt in ${language}`, async () => {
      const { t } = loadTranslations()(language)
      const chat = chatInFrontier(notEnrolled, { language, role: 'global-admin' })
      await chat.say(t('join-program.name'))
      await chat.press(t('join-program.conditions.all'))
      await chat.press(t('join-program.account.next'), chat.card, {
        account: 'global',
        verified: 'authorized',
      })
      await chat.press(t('join-program.path.options.choice.no-cost'))
      await chat.press(t('join-program.steps.done'))
      await chat.press(t('join-program.outcome.next'), chat.card, { choice: 'no-cost', day: '2026-11-20' })
      assert.equal(headingOf(chat.card), t('join-program.receipts.no-cost.title'))
    })
})
