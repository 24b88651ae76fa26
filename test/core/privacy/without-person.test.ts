import assert from 'node:assert/strict'
import fc from 'fast-check'
import { audit } from '../../../src/core/company/audit.ts'
import { newCompany } from '../../../src/core/company/company.ts'
import { type LoggedEvent, loggedEventSchema } from '../../../src/core/company/company-event.ts'
import { replay } from '../../../src/core/company/evolve.ts'
import { eraser, tracesOf } from '../../../src/core/privacy/traces.ts'
import { companyWithout, entryWithout, leavingGuest } from '../../../src/core/privacy/without-person.ts'
import { sha256 } from '../../../src/sha256.ts'
import { type Employee, liveYear } from '../../support/past/company-year.ts'
import { by, contact, rewards } from '../example.ts'
import { deal, wish } from '../sponsorship/sponsoring.ts'

const employee = (name: string, index: number): Employee => ({
  ...{ id: `person-${index}`, name, email: `${index}.${name.split(' ')[0]}@contoso.example` },
  phone: `+3369876543${index}`,
})
const start = Date.UTC(2025, 10, 24, 9)
const names = fc.uniqueArray(
  fc.constantFrom('Adalinde', 'Benvolio K.', 'Cy (D)', 'Zoë Ünal', 'Question', 'X*'),
  { minLength: 2, maxLength: 4 },
)

describe('taking a person out of a log', () => {
  it('leaves a document equal to the log’s, and a valid chain, for any person', () => {
    fc.assert(
      fc.property(names, (all) => {
        const people = all.map(employee)
        const year = liveYear('tenant-1', people, start)
        for (const { id, name, email } of people) {
          const traces = tracesOf([id], { name, email }, year.log)
          const leaving = { traces, pseudonym: 'deleted-1' }
          const log = year.log.map((entry) => entryWithout(entry, leaving, sha256))
          assert.equal(audit(companyWithout(year.company, leaving), log, sha256).fault, undefined)
          assert.ok(!JSON.stringify(log).includes(`"${id}"`))
        }
      }),
      { numRuns: 10 },
    )
  })

  const entry = (event: LoggedEvent['event'], who: LoggedEvent['by'] = by): LoggedEvent => ({
    ...{ at: '2026-11-22T09:00:00.000Z', program: rewards.id },
    by: who,
    event,
  })
  const assigned = entry({ type: 'ContactAssigned', contact })
  const graceLeaves = (log: readonly LoggedEvent[]) => {
    const traces = tracesOf(['person-2'], { name: 'Grace' }, log)
    const leaving = { traces, pseudonym: 'deleted-1' }
    return log.map((each) => entryWithout(each, leaving, sha256))
  }

  it('takes the contact, where that is the person by name, and keeps who recorded it', () => {
    const [left] = graceLeaves([assigned])
    assert.ok(left?.event.type === 'ContactAssigned')
    const { name, email, phone, signInEmail } = left.event.contact
    assert.deepEqual([name, email, phone], ['deleted-1', 'deleted-1', 'deleted-1'])
    assert.deepEqual([signInEmail, left.by], [contact.signInEmail, by])
  })

  it("takes the contact's extension, and the number with it in what others wrote", () => {
    const reachable = { ...contact, phone: '+33142685300', extension: '12' }
    const colleague = {
      ...contact,
      name: 'Bob',
      email: 'bob@contoso.example',
      phone: '+33142685300',
      extension: '13',
    }
    const failed = (reason: string) => entry({ type: 'TenantFailed', tenant: 'x.example', reason })
    const log = [
      entry({ type: 'ContactAssigned', contact: reachable }),
      entry({ type: 'ContactAssigned', contact: colleague }),
      failed('call 01 42 68 53 00 ext. 12, or 0142685300 poste 13'),
    ]
    const [left, other, words] = graceLeaves(log).map(({ event }) => event)
    assert.ok(left?.type === 'ContactAssigned' && other?.type === 'ContactAssigned')
    assert.deepEqual([left.contact.phone, left.contact.extension], ['deleted-1', 'deleted-1'])
    assert.deepEqual([other.contact.phone, other.contact.extension], ['+33142685300', '13'])
    assert.equal(words?.type === 'TenantFailed' && words.reason, 'call deleted-1, or 0142685300 poste 13')
  })

  it('takes a person out of a request for sponsorship, wherever people wrote something', () => {
    const asked = entry({
      type: 'TechnicalHelpRequested',
      request: {
        ...wish,
        title: 'Grace Ltd',
        accountTeam: 'Grace',
        dealId: 'D-1 of Grace',
        requestedOn: '2026-11-02',
        deal: { ...deal, customer: 'Grace Ltd' },
        trials: { offer: 'Grace Cloud', expected: 1, converted: 0 },
      },
    })
    const [left] = graceLeaves([asked])
    assert.ok(!JSON.stringify(left).includes('Grace'))
    assert.ok(left?.event.type === 'TechnicalHelpRequested' && left.event.request.kind === 'sponsorship')
    assert.deepEqual(
      [left.event.request.deal?.closedOn, left.event.request.amountUsd],
      [deal.closedOn, wish.amountUsd],
    )
  })

  it('leaves the bot without that contact', () => {
    const forgotten = entry({ type: 'PersonForgotten', person: 'deleted-1' })
    const company = replay(newCompany('tenant-1', rewards.id), [...graceLeaves([assigned]), forgotten])
    assert.equal(company.contact, undefined)
  })

  it('takes a contact by address, who never wrote', () => {
    const leaving = {
      traces: tracesOf([contact.email.toUpperCase()], undefined, [assigned]),
      pseudonym: 'deleted-1',
    }
    const left = JSON.stringify(entryWithout(assigned, leaving, sha256))
    assert.deepEqual(
      [contact.name, contact.email, contact.phone].filter((mark) => left.includes(mark)),
      [],
    )
  })

  it('removes the name that others gave an authorized person who never wrote', () => {
    const named = entry({ type: 'TeamNamed', members: [{ id: 'person-2', name: 'Amazing Grace' }] })
    const asked = entry({ type: 'TeamAsked', person: { id: 'person-2', name: 'Gracie' } })
    const left = JSON.stringify(graceLeaves([named, asked]))
    assert.deepEqual(
      ['Amazing', 'Gracie'].filter((mark) => left.includes(mark)),
      [],
    )
  })

  it('keeps a contact who is another person', () => {
    const other = entry({ type: 'ContactAssigned', contact: { ...contact, name: 'Edsger' } })
    assert.deepEqual(graceLeaves([other]), [other])
  })
})

describe('taking a guest out of a log', () => {
  const grace = { id: 'tenant-2/person-9', name: 'Grace', tenant: 'tenant-2' }
  const start = newCompany('tenant-1', rewards.id)
  const request = {
    ...{
      id: 'r-1',
      kind: 'technical' as const,
      title: 'Ask Grace',
      description: 'Grace is at 06 11 22 33 44',
    },
    ...{ phase: 'design' as const, solution: 'cloud' as const, product: 'P', country: 'FR', language: 'fr' },
    ...{ phone: '+33611223344', timeZone: 'UTC', requestedOn: '2026-11-22' },
  }
  const log = (
    [
      [by, { type: 'ContactAssigned', contact: { ...contact, name: 'Grace' } }],
      [by, { type: 'TeamNamed', members: [by, grace] }],
      [
        { id: 'person-5', name: 'Grace' },
        { type: 'TechnicalHelpRequested', request: { ...request, id: 'r-0', phone: '+33655555555' } },
      ],
      [grace, { type: 'TechnicalHelpRequested', request }],
    ] as const
  ).map(
    ([who, event]): LoggedEvent =>
      loggedEventSchema.parse({ at: '2026-11-22T09:00:00.000Z', program: rewards.id, by: who, event }),
  )
  const traces = tracesOf([grace.id], { name: 'Grace', email: contact.email }, log)
  const leaving = leavingGuest(traces, 'deleted-1')
  const left = log.map((entry) => entryWithout(entry, leaving, sha256))

  it('leaves to others what their tenant calls them, too, and the contact', () => {
    assert.deepEqual([left[0], left[2]], [log[0], log[2]])
  })

  it('takes them out of the authorized people, and out of what they wrote', () => {
    const text = JSON.stringify([left[1], left[3]])
    for (const mark of [grace.id, 'Grace', '33611223344', '06 11']) assert.ok(!text.includes(mark), mark)
  })

  it('leaves a document that the log makes', () => {
    assert.deepEqual(replay(start, left), companyWithout(replay(start, log), leaving))
  })
})

describe('finding a person in a text', () => {
  const traces = {
    ids: ['p-1'],
    names: ['Zoë Ünal'],
    emails: ['zoe@contoso.example'],
    phones: ['+33612345678'],
  } as const
  const erase = eraser({ ...traces, ids: ['p-1'] }, '…')

  for (const [text, left] of [
    ['Call ZOË  ünal, please', 'Call …, please'],
    ['<Zoe@Contoso.example>', '<…>'],
    ['06 12 34 56 78 or +33612345678', '… or …'],
    ['(06)12.34.56-78!', '…!'],
    ['Zoë Ünalski and Zoë', 'Zoë Ünalski and Zoë'],
    ['order 061234567890', 'order 061234567890'],
    ['p-1, not p-12', '…, not p-12'],
    ['Zoë Ünal.x@other.example', 'Zoë Ünal.x@other.example'],
  ] as const)
    it(`makes "${left}" of "${text}"`, () => assert.equal(erase(text), left))
})
