import assert from 'node:assert/strict'
import { companyAnswers } from '../../../dialogs/company-answers/pages.ts'
import { otherTenants } from '../../../dialogs/company-answers/tenants.ts'
import { textOf } from '../../support/bot/rehearsal.ts'
import { rehearse, type Situation, worldIn } from '../../support/bot/rehearse.ts'
import {
  ada,
  contact,
  facts,
  type Past,
  request,
  self,
  situationAfter,
} from '../../support/past/situations.ts'
import { saidBy, shown } from './shown.ts'

const guest = { id: 'guest.example/person-5', name: 'Eve', tenant: 'guest.example' }
const known: Past['commands'] = [
  [60, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }],
  [50, { type: 'AssignContact', contact }],
  [20, { type: 'ActivateBenefit', benefit: 'press-release-support' }],
  [5, { type: 'RequestTechnicalHelp', request }],
  [4, { type: 'AssociateTenant', tenant: 'fabrikam.com' }],
]
const ledBy = (member: typeof self): Past['commands'] => [
  ...known,
  [3, { type: 'NameTeam', members: [member] }],
]
const marks = [contact.email, '612345678', 'fabrikam.com', request.title, '140,000']
const digits = (text: string) => text.replace(/\s/g, '')

describe('who sees the answers about the company', () => {
  const phoneFor = async (commands: Past['commands']) =>
    saidBy(await shown('contact-phone', situationAfter({ role: 'partner-admin', commands }))).text

  it('shows the number of the contact to those who may change it', async () => {
    for (const commands of [known, ledBy(self)])
      assert.match(digits(await phoneFor(commands)), /\+33612345678/)
  })

  it('shows it to nobody else, but who may', async () => {
    const text = await phoneFor(ledBy(ada))
    assert.doesNotMatch(digits(text), /612345678|French/)
    assert.match(text, /^Only authorized people can see this/)
  })

  it('shows no other answer with that number, whoever asks', async () => {
    for (const commands of [known, ledBy(self), ledBy(ada)])
      for (const { id } of companyAnswers.filter((page) => !/\.(contact-phone|everything)$/.test(page.id))) {
        const { text } = saidBy(await shown(id.slice('company.'.length), situationAfter({ commands })))
        assert.doesNotMatch(digits(text), /612345678/, id)
      }
  })

  it('says who is authorized, and whether one is', async () => {
    const text = async (commands: Past['commands']) =>
      saidBy(await shown('authorized', situationAfter({ commands }))).text
    assert.match(await text(ledBy(self)), /^Authorized: Camille Roy\nYou’re one of them/)
    assert.match(await text(ledBy(ada)), /^Authorized: Ada[\s\S]*You aren’t one of them/)
  })

  it('shows nothing in a group, and nothing of one company to another tenant', async () => {
    const situation = situationAfter({ commands: ledBy(self) })
    const conversation = { id: 'group-1', isGroup: true, conversationType: 'groupChat' }
    const elsewhere = new Map([['tenant-2', situationAfter({ commands: [] })]])
    for (const { id } of companyAnswers) {
      const value = { run: id }
      const inGroup = await rehearse(situation, 'en', { conversation, value, text: id })
      const channelData = { tenant: { id: 'tenant-2' } }
      const abroad = await rehearse(situation, 'en', { value, channelData }, { elsewhere })
      for (const { cards, texts } of [inGroup, abroad]) {
        const said = [...cards.map((card) => textOf(card)), ...texts].join('\n')
        assert.deepEqual(
          marks.filter((mark) => said.includes(mark)),
          [],
          id,
        )
      }
    }
  })

  describe('where another tenant has joined', () => {
    const shared = (...commands: Past['commands']) =>
      situationAfter({
        commands: [
          ...commands,
          [0, { type: 'InviteTenant', key: 'key' }],
          [0, { type: 'AdmitTenant', invitation: 'key' }, guest],
        ],
      })
    const ofGuest = (situation: Situation) =>
      new Proxy(worldIn(situation, 'en'), {
        get: (world, key) => (key === 'ownTenant' ? guest.tenant : Reflect.get(world, key, world)),
      })

    it('says with whom the records are shared', async () => {
      const { text } = saidBy(await shown('other-tenants', shared(...ledBy(self))))
      assert.match(text, /records: 1\n[\s\S]*• guest\.example · Added by Eve on November 22, 2026/)
    })

    it('tells its people whose records they share', () => {
      const { section, textValues } = otherTenants(ofGuest(shared(...ledBy(self))))
      assert.deepEqual(
        [section, textValues],
        ['company.other-tenants.guest', { tenant: 'tenant-1', date: 'November 22, 2026' }],
      )
    })
  })
})
