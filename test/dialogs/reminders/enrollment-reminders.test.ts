import assert from 'node:assert/strict'
import { type Language, languages, loadTranslations } from '../../../locales/index.ts'
import type { Command } from '../../../src/core/company/command.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import type { EnrollmentFacts } from '../../../src/core/enrollment/enrollment.ts'
import { addDays } from '../../../src/core/time/calendar.ts'
import type { Documents } from '../../../src/store/ports.ts'
import { frontier } from '../../core/example.ts'
import { assertShows, buttonsOf, headingOf, Rehearsal, textOf } from '../../support/bot/rehearsal.ts'
import { worldIn } from '../../support/bot/rehearse.ts'
import { chatAfter, day, recently } from '../../support/past/reminded-past.ts'
import { contact, facts, type Past, situationAfter } from '../../support/past/situations.ts'

const joined = { situation: 'no-cost', enrolledOn: '2026-10-05' } as const
const inPremium = { situation: 'premium', enrolledOn: '2026-10-05' } as const
const submitted = { situation: 'not-enrolled', submittedOn: '2026-10-08' } as const
const renewedOnce: Command = { type: 'RenewEnrollment', anniversary: '2027-10-05' }

/** A Global admin who recorded this of a company in Frontier Accelerate, in October 2026, on a later morning. */
function chatOn(
  date: string,
  enrollment: EnrollmentFacts | undefined,
  language: Language = 'en',
  further: Past['commands'] = [],
) {
  const recorded: Past['commands'] = enrollment ? [[45, { type: 'RecordEnrollment', facts: enrollment }]] : []
  const past: Past = {
    role: 'global-admin',
    program: frontier.id,
    commands: [...recorded, ...further],
    listening: { timeZone: 'Europe/Paris' },
  }
  return new Rehearsal(situationAfter(past), Date.parse(`${date}T09:00Z`), language)
}

/** Sales, with nothing else that is due. */
const salesOf = (billedSalesUsd: number): Facts => ({
  ...facts,
  liveOffer: 'unknown',
  profiles: [{ name: 'Contoso', listingClass: 'transact', billedSalesUsd }],
})
const selling: Past['commands'] = [
  [40, { type: 'RecordEligibility', facts: salesOf(60_000) }],
  [40, { type: 'AssignContact', contact }],
]

/** Replaces some documents. */
function keep(chat: Rehearsal, documents: Partial<Documents>): Rehearsal {
  chat.situation = { ...chat.situation, documents: { ...chat.situation.documents, ...documents } }
  return chat
}

/** Records something elsewhere. */
function record(chat: Rehearsal, command: Command): void {
  const world = worldIn(chat.situation, chat.language, { now: chat.now })
  world.apply(command)
  keep(chat, { company: world.company })
}

/** The company as it was before anybody was asked for its program. */
function unasked(chat: Rehearsal): Rehearsal {
  const { company } = chat.situation.documents
  assert.ok(company)
  const { enrollment: _, ...rest } = company
  return keep(chat, { company: rest })
}

const translationsFor = loadTranslations()
const closedText = (chat: Rehearsal) => chat.results.map(textOf).join('\n')
/** The keys of all snoozed topics. */
const snoozedIn = (chat: Rehearsal) => Object.keys(chat.recipient?.snoozed ?? {})

for (const language of languages) {
  const translations = translationsFor(language)
  const { t, date } = translations
  const button = (name: string) => t(`reminder.buttons.${name}`)
  const typed = {
    en: {
      renewed: ["It's renewed!", 'yes', 'we renewed', 'done'],
      other: ['something else', 'It shows something else', 'not renewed'],
      no: 'no',
      tomorrow: 'remind me tomorrow',
      verified: 'yes, it is verified',
      notYet: 'not yet',
    },
    fr: {
      renewed: ["C'est renouvelé !", 'oui', 'nous avons renouvelé', 'c’est fait'],
      other: ['autre chose', 'Elle montre autre chose', 'pas renouvelé'],
      no: 'non',
      tomorrow: 'rappelle-moi demain',
      verified: 'oui, il est vérifié',
      notYet: 'pas encore',
    },
  }[language]

  describe(`a reminder of the enrollment in ${language}`, () => {
    const renewals = [
      ['no-cost', joined, '2027-09-21', 'renew-no-cost'],
      ['premium', inPremium, '2027-09-21', 'renew-premium'],
      ['no-cost, after the anniversary', joined, '2027-10-12', 'check-renewal'],
    ] as const
    for (const [name, enrollment, on, what] of renewals) {
      const reminded = async () => {
        const chat = chatOn(on, enrollment, language)
        const card = await chat.remind()
        assert.equal(headingOf(card), t(`reminder.${what}.title`, { on: date('2027-10-05') }))
        return chat
      }

      describe(`of the renewal: ${name}`, () => {
        it('asks for the outcome, or to be put off', async () => {
          const { card } = await reminded()
          assert.deepEqual(
            buttonsOf(card).filter((title) => title !== t('common.open-portal')),
            ['renewed', 'not-renewed', 'tomorrow', 'next-week'].map(button),
          )
        })

        it('records the renewal with a click, and says so on the closed card', async () => {
          const chat = await reminded()
          const receipt = await chat.press(button('renewed'))
          assert.equal(headingOf(receipt), t('reminder.renewal-noted.title'))
          assertShows(receipt, date('2028-10-05'))
          assert.equal(chat.company?.enrollment?.renewedFor, '2027-10-05')
          assert.deepEqual(chat.results.map(buttonsOf), [[]])
          assert.equal(headingOf(chat.results[0]), t('my-rewards.due.check-renewal'))
          assertShows(chat.results[0], `✓ ${t('reminder.outcomes.renewed', { date: date('2027-10-05') })}`)
        })

        for (const words of typed.renewed)
          it(`takes "${words}"`, async () => {
            const chat = await reminded()
            await chat.say(words)
            assert.equal(chat.company?.enrollment?.renewedFor, '2027-10-05')
            assert.equal(chat.results.length, 1)
          })

        it('does not come again once it is answered', async () => {
          const chat = await reminded()
          await chat.press(button('renewed'))
          for (let days = 1; days < 100; days += 1) {
            chat.now += day
            assert.equal(await chat.remind(), undefined)
          }
        })

        for (const way of [button('not-renewed'), ...typed.other])
          it(`leads with "${way}" to the question about the program, and closes with its answer`, async () => {
            const chat = await reminded()
            const isButton = way === button('not-renewed')
            const asked = await (isButton ? chat.press(way) : chat.say(way))
            assert.equal(headingOf(asked), t('which-program.ask.title'))
            await chat.press(t('which-program.ask.next'), asked, { situation: 'page-missing' })
            assert.equal(chat.company?.enrollment?.situation, 'page-missing')
            const situation = t('which-program.ask.options.situation.page-missing')
            assert.ok(closedText(chat).includes(`✓ ${t('reminder.outcomes.situation', { situation })}`))
          })

        it('can be put off by click and by words', async () => {
          for (const put of [button('tomorrow'), typed.tomorrow]) {
            const chat = await reminded()
            await (put === typed.tomorrow ? chat.say(put) : chat.press(put))
            assert.deepEqual(snoozedIn(chat), [`renewal|${enrollment.situation}|2027-10-05`])
            chat.now += day
            assert.ok(await chat.remind())
          }
        })
      })
    }

    it('asks whether the renewal went through, and takes a no', async () => {
      const chat = chatOn('2027-10-12', joined, language)
      await chat.remind()
      assert.equal(headingOf(await chat.say(typed.no)), t('which-program.ask.title'))
    })

    it('of a new term comes once, and can be answered too', async () => {
      const chat = chatOn('2028-10-05', joined, language, [[0, renewedOnce]])
      const card = await chat.remind()
      assert.equal(headingOf(card), t('reminder.new-term.title', { on: date('2028-10-05') }))
      await chat.press(button('renewed'))
      assert.equal(chat.company?.enrollment?.renewedFor, '2028-10-05')
    })

    it('says when an anniversary passed without an answer', async () => {
      const chat = chatOn('2027-10-12', joined, language)
      const card = await chat.remind()
      chat.now += 60 * day
      const late = await chat.press(button('renewed'), card)
      assert.equal(headingOf(late), t('reminder.over.title'))
      assertShows(late, t('reminder.outcomes.over', { subject: t('reminder.short.check-renewal') }))
    })

    describe('that asks for the program', () => {
      const reminded = async () => {
        const chat = unasked(chatAfter(recently, {}, language))
        chat.now += 2 * day
        const card = await chat.remind()
        const company = t('common.your-company')
        assert.equal(headingOf(card), t('reminder.which-program.title', { company }))
        return chat
      }

      it('leads to the guide, and closes with its answer', async () => {
        const chat = await reminded()
        const asked = await chat.press(t('which-program.name'))
        await chat.press(t('which-program.ask.next'), asked, { situation: 'rewards' })
        const situation = t('which-program.ask.options.situation.rewards')
        assert.ok(closedText(chat).includes(`✓ ${t('reminder.outcomes.situation', { situation })}`))
      })

      it('can be put off', async () => {
        const chat = await reminded()
        await chat.say(typed.tomorrow)
        assert.deepEqual(snoozedIn(chat), ['which-program||'])
      })
    })

    describe('of the verification', () => {
      const reminded = async () => {
        const chat = chatOn('2026-10-15', submitted, language)
        const card = await chat.remind()
        assert.equal(headingOf(card), t('reminder.verification.title'))
        assertShows(card, date('2026-10-08'))
        return chat
      }

      for (const way of [button('yes'), typed.verified])
        it(`goes on to the enrollment with "${way}"`, async () => {
          const chat = await reminded()
          const receipt = await (way === typed.verified ? chat.say(way) : chat.press(way))
          assert.equal(headingOf(receipt), t('reminder.verified.title'))
          assert.ok(buttonsOf(receipt).includes(t('join-program.name')))
          assertShows(chat.results[0], `✓ ${t('reminder.outcomes.yes')}`)
        })

      for (const way of [button('not-yet'), typed.notYet])
        it(`says what to look at with "${way}", and asks again`, async () => {
          const chat = await reminded()
          const advice = await (way === typed.notYet ? chat.say(way) : chat.press(way))
          assertShows(advice, t('reminder.unverified.text', { again: date('2026-10-20') }))
          chat.now = Date.parse('2026-10-20T09:00Z')
          assert.equal(headingOf(await chat.remind()), t('reminder.verification.title'))
        })

      it('closes with what Partner Center shows then', async () => {
        const chat = await reminded()
        await chat.say(t('which-program.name'))
        await chat.press(t('which-program.ask.next'), chat.card, { situation: 'premium' })
        const situation = t('which-program.ask.options.situation.premium')
        assert.ok(closedText(chat).includes(`✓ ${t('reminder.outcomes.situation', { situation })}`))
      })
    })

    describe('of the review of the tier', () => {
      const reminded = async () => {
        const chat = chatOn('2027-08-06', joined, language, selling)
        const card = await chat.remind()
        assert.equal(headingOf(card), t('reminder.tier-review.title', { on: date('2027-10-05') }))
        assert.ok(buttonsOf(card).includes(t('check-eligibility.name')))
        return chat
      }

      it('closes when the sales are counted again', async () => {
        const chat = await reminded()
        chat.now += day
        record(chat, { type: 'RecordEligibility', facts: salesOf(9000) })
        await chat.remind()
        const said = t('reminder.outcomes.estimated', { date: date('2027-08-07') })
        assert.ok(closedText(chat).includes(`✓ ${said}`))
      })

      it('can be put off', async () => {
        const chat = await reminded()
        await chat.press(button('next-week'))
        assert.deepEqual(snoozedIn(chat), ['tier-review||2027-10-05'])
      })
    })

    for (const { id, on, noticeOn } of frontier.announcedChanges ?? [])
      it(`of an announced change says what changes: ${id}`, async () => {
        const certified: Facts = { ...salesOf(60_000), softwareDesignation: 'yes' }
        const chat = chatOn(noticeOn, joined, language, [
          ...selling,
          [39, { type: 'RecordEligibility', facts: certified }],
        ])
        const card = await chat.remind()
        assert.equal(headingOf(card), t('reminder.announced-change.title', { on: date(on) }))
        chat.now = Date.parse(`${addDays(on, 1)}T09:00Z`)
        await chat.remind()
        const subject = t('reminder.short.announced-change')
        assert.ok(closedText(chat).includes(t('reminder.outcomes.over', { subject })))
      })

    describe('that an earlier version sent', () => {
      const key = 'program-move|frontier-accelerate-2026|2027-03-02'
      const reminded = () => {
        const chat = chatOn('2026-10-09', joined, language)
        const { roster } = chat.situation.documents
        const who = roster?.people['person-1'] ?? assert.fail()
        const card = { delivery: 'd1', at: chat.now - day, ladders: [key] }
        const kept = {
          told: { [key]: { rung: 0, at: 1 } },
          snoozed: { [key]: chat.now + day },
          cards: [card],
        }
        const people = { 'person-1': { ...who, ...kept } }
        return keep(chat, { roster: { schema: 1, people } })
      }
      const yes = {
        type: 'Action.Submit',
        title: 'X',
        data: { run: 'reminder', with: `yes:d1:${key}` },
      } as const

      it('says that it is no longer open, and loses its buttons', async () => {
        const chat = reminded()
        const answer = await chat.press('X', { type: 'AdaptiveCard', body: [], actions: [yes] })
        assert.equal(headingOf(answer), t('reminder.over.title'))
        assertShows(answer, t('reminder.outcomes.unknown'))
        assert.deepEqual(chat.results.map(buttonsOf), [[]])
        assert.equal(headingOf(chat.results[0]), t('reminder.closed.earlier'))
      })

      it('is tidied away with the next message', async () => {
        const chat = reminded()
        await chat.say(typed.tomorrow)
        const { told, snoozed, cards } = chat.recipient ?? assert.fail()
        assert.deepEqual([told, snoozed, cards], [{}, {}, []])
        assert.ok(closedText(chat).includes(t('reminder.outcomes.unknown')))
      })
    })

    describe('on the page of reminders', () => {
      it('is the nearest of its kind alone', async () => {
        const chat = chatOn('2026-11-23', joined, language, selling)
        const page = textOf(await chat.say(t('reminders.name')))
        assert.equal(page.split(t('my-rewards.due.tier-review')).length, 2)
        assert.equal(page.split(t('my-rewards.due.renew-no-cost')).length, 2)
      })

      it('is the one that was asked, until that is over', async () => {
        const chat = chatOn('2027-10-12', joined, language)
        await chat.remind()
        const page = await chat.say(t('reminders.name'))
        assertShows(page, t('my-rewards.due.check-renewal'))
        assertShows(page, t('reminders.asked', { date: date('2027-10-12') }))
        assert.ok(!textOf(page).includes('2028'))
        chat.now = Date.parse('2027-12-05T09:00Z')
        assertShows(await chat.say(t('reminders.name')), '2028')
      })
    })

    it('comes with the day that it looks ahead to, where several come at once', async () => {
      const card = await chatOn('2027-09-21', joined, language, selling).remind()
      const by = t('my-rewards.by', { date: date('2027-10-05') })
      assert.equal(textOf(card).split(by).length, 3)
      assert.ok(buttonsOf(card).includes(`1 · ${t('reminder.short.tier-review')}`))
    })
  })
}

describe('a renewal that is reserved to authorized people', () => {
  it('says who may record it', async () => {
    const authorized: Command = { type: 'NameTeam', members: [{ id: 'person-2', name: 'Grace' }] }
    const chat = chatOn('2027-09-21', joined, 'en', [[1, authorized]])
    await chat.remind()
    assertShows(await chat.press('It’s renewed'), 'Grace')
    assert.equal(chat.company?.enrollment?.renewedFor, undefined)
  })
})
