import assert from 'node:assert/strict'
import { loadTranslations } from '../../locales/index.ts'
import type { Company } from '../../src/core/company/company.ts'
import { newRoster, type Roster } from '../../src/core/reminders/roster.ts'
import { decode, documentKinds } from '../../src/store/documents.ts'
import { headingOf, Rehearsal } from '../support/bot/rehearsal.ts'
import { hour } from '../support/past/reminded-past.ts'
import { recipient } from '../support/past/reminder-cards.ts'
import { OldStore, recordings } from './old-store.ts'

/** A company of before. */
interface Kept {
  readonly company: Company
  readonly roster: Roster
}

const { t } = loadTranslations()('en')
const question = t('which-program.ask.title')
const topic = 'which-program||'
/** Commands of the guides that ask for the program first. */
const guides = ['check-eligibility', 'assign-contact', 'activate-benefits', 'technical-help']

for (const { name, stores } of recordings)
  describe(`the companies recorded on ${name}`, () => {
    let recordedAt: number
    let companies: readonly Kept[]
    /** Those that do not work on the company of another tenant. */
    let own: readonly Kept[]

    before(async function () {
      this.timeout(30_000)
      const store = await OldStore.restore('lmdb', stores)
      recordedAt = store.scenario.at
      companies = await readCompanies(store)
      own = companies.filter(({ company }) => !company.host)
      await store.discard()
    })

    it('are found, with facts and without; nobody has named the program of any', () => {
      const known = own.filter(hasFacts)
      assert.ok(known.length >= 20 && own.length - known.length >= 50 && companies.length > own.length)
      assert.ok(companies.every(({ company }) => company.enrollment === undefined))
    })

    it('open with their records, under their old program', async () => {
      for (const kept of own.map(bySpeaker)) {
        const chat = chatIn(kept, recordedAt)
        await chat.say(t('my-rewards.name'))
        assert.deepEqual(chat.company, kept.company)
        assert.equal(kept.company.program, 'marketplace-rewards-2024')
      }
    })

    it('are asked for it by their next guide, whichever that is, until somebody answers', async () => {
      for (const kept of own.map(bySpeaker)) {
        const chat = chatIn(kept, recordedAt)
        for (const guide of guides)
          assert.equal(headingOf(await chat.say(guide)), question, `${kept.company.tenant}: ${guide}`)
      }
    })

    it('keep program and records with the answer, and are not asked again', async () => {
      for (const [index, kept] of own.map(bySpeaker).entries()) {
        const chat = chatIn(kept, recordedAt)
        await chat.say(guides[index % guides.length] ?? '')
        await chat.press(t('which-program.ask.next'), chat.card, { situation: 'rewards' })
        const { enrollment, ...rest } = chat.company ?? assert.fail()
        assert.equal(enrollment?.situation, 'rewards')
        assert.deepEqual(withoutChain(rest), withoutChain(kept.company))
        for (const guide of guides)
          assert.notEqual(headingOf(await chat.say(guide)), question, `${kept.company.tenant}: ${guide}`)
      }
    })

    it('are reminded of it once where facts are known, and hear no more of it without an answer', async () => {
      let reminded = 0
      for (const kept of own.map(bySpeaker)) {
        const chat = chatIn(kept, recordedAt)
        const told = await remindedOn(chat, 30)
        reminded += told.length
        assert.equal(told.length, hasFacts(kept) ? 1 : 0, kept.company.tenant)
      }
      assert.ok(reminded >= 20)
    })

    it('are not reminded of it after an answer', async () => {
      for (const kept of own.filter(hasFacts).map(bySpeaker)) {
        const chat = chatIn(kept, recordedAt)
        await chat.say('technical-help')
        await chat.press(t('which-program.ask.next'), chat.card, { situation: 'page-missing' })
        assert.deepEqual(await remindedOn(chat, 14), [], kept.company.tenant)
      }
    })
  })

const withoutChain = ({ chain: _, ...company }: Company) => company
const hasFacts = ({ company }: Kept) => (company.eligibility ?? company.portalVerdict) !== undefined

async function readCompanies(store: OldStore): Promise<Kept[]> {
  return store.useKept(async ({ store: kept }) => {
    const all: Kept[] = []
    for (const tenant of store.companies) {
      const { company, roster } = await kept.glance(tenant)
      all.push({ company: company.value ?? assert.fail(tenant), roster: roster.value ?? newRoster })
    }
    return all
  })
}

/** Calls one person `person-1`, and lets the bot write to them. */
function metBy(id: string | undefined, { company, roster }: Kept): Kept {
  const renamed = (document: object) =>
    JSON.stringify(document).replaceAll(JSON.stringify(id ?? 'person-1'), '"person-1"')
  const { people, ...rest } = decode(documentKinds.roster, renamed(roster), 'a roster')
  const { halfway: _, goneSince: __, ...known } = people['person-1'] ?? recipient
  const heard = { ...known, silent: false, address: recipient.address }
  return {
    company: decode(documentKinds.company, renamed(company), 'a company'),
    roster: { ...rest, people: { ...people, 'person-1': heard } },
  }
}

/** As somebody meets it who may speak for the company and told of it. */
const bySpeaker = (kept: Kept): Kept =>
  metBy(
    kept.company.team?.members[0]?.id ??
      kept.company.eligibility?.by.id ??
      Object.keys(kept.roster.people)[0],
    kept,
  )

/** A new chat of that person with the bot of today. */
function chatIn({ company, roster }: Kept, now: number): Rehearsal {
  const person = { schema: 1, name: 'Ada', role: 'partner-admin' } as const
  return new Rehearsal({ documents: { company, roster, person }, log: [] }, now)
}

/** Visits the person every three hours of so many days; the days from now on which the question about the program was new. */
async function remindedOn(chat: Rehearsal, days: number): Promise<number[]> {
  const told: number[] = []
  for (let hours = 0; hours < days * 24; hours += 3) {
    const before = chat.recipient?.told[topic]
    await chat.remind()
    if (chat.recipient?.told[topic]?.at !== before?.at) told.push(Math.floor(hours / 24))
    chat.now += 3 * hour
  }
  return told
}
