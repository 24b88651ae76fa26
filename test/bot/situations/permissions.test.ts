import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { catalogue } from '../../../dialogs/catalogue.ts'
import { loadTranslations } from '../../../locales/index.ts'
import { type Command, commandSchema } from '../../../src/core/company/command.ts'
import { type Role, roles } from '../../../src/core/people/person.ts'
import { permission } from '../../../src/core/program/permission.ts'
import { type Action, actions } from '../../../src/core/program/program-vocabulary.ts'
import { programs, rewards } from '../../core/example.ts'
import { headingOf, textOf } from '../../support/bot/rehearsal.ts'
import { type Rehearsed, rehearse, type Situation, worldIn } from '../../support/bot/rehearse.ts'
import {
  ada,
  ben,
  contact,
  facts,
  type Past,
  request,
  self,
  situationAfter,
} from '../../support/past/situations.ts'

const { t } = loadTranslations()('en')
const tables = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8')
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''))
/** The rows of the table whose first column is called so. */
function rowsOf(title: string): string[][] {
  const [, table = ''] = tables.split(`| ${title} |`)
  const [, , ...lines] = (table.split('\n\n')[0] ?? '').split('\n')
  return lines.filter((line) => line.startsWith('|')).map(cellsOf)
}

/** A guide without a row of its own may be opened by everybody. */
const opened = ['yes', 'yes', 'yes', '-', 'nothing', 'its own']
function rowsOfGuides(): string[][] {
  const rows = rowsOf('Guide')
  const named = rows.map(([name]) => name)
  const others = catalogue.guides.filter(({ id }) => !named.includes(id))
  return [...rows, ...others.map(({ id }) => [id, ...opened])]
}

const admin = { id: 'person-4', name: 'Dee', role: 'global-admin' } as const
const guest = { id: 'guest.example/person-5', name: 'Eve', tenant: 'guest.example' }
const known: Past['commands'] = [
  [60, { type: 'RecordEligibility', facts: { ...facts, profiles: [...facts.profiles] } }, admin],
  [50, { type: 'AssignContact', contact }, admin],
  [20, { type: 'ActivateBenefit', benefit: 'press-release-support' }, admin],
  [5, { type: 'RequestTechnicalHelp', request }, admin],
  [4, { type: 'AssociateTenant', tenant: 'fabrikam.com' }, admin],
  [3, { type: 'VerifyTenant', tenant: 'fabrikam.com' }, admin],
]
const led = (...members: (typeof self)[]): Past['commands'] => [
  [3, { type: 'NameTeam', members: [...members, admin] }, admin],
  [0, { type: 'InviteTenant', key: 'key' }, admin],
  [0, { type: 'AdmitTenant', invitation: 'key' }, guest],
]
/** By the column that they are in. */
const standings = [[], led(self), led(ada, ben)].map((team) => ({ commands: [...known, ...team] }))
const declared: readonly (Role | undefined)[] = [undefined, ...roles]
/** Every standing with every role. */
const cases = standings.flatMap((past, column) =>
  declared.map((role) => ({ column, role, situation: situationAfter({ ...past, ...(role && { role }) }) })),
)
const program = rewards
const mayNot = (action: string, role: Role | undefined) =>
  isAction(action) && permission(program, action, role).answer === 'no'
const isAction = (text: string): text is Action => actions.some((action) => action === text)
/** Expected refusal by the docs: authorization before role. */
function written([, ...cells]: string[], column: number, role: Role | undefined): string {
  const cell = cells[column] ?? ''
  return cell === 'yes' && mayNot(cells[3] ?? '', role) ? 'role' : cell
}

const other: Command = { type: 'UpdateBenefit', benefit: 'press-release-support', state: 'contacted' }
const commands: Readonly<Record<Command['type'] | 'UpdateBenefit withdrawn', Command>> = {
  RecordEligibility: { type: 'RecordEligibility', facts: { ...facts, profiles: [] } },
  RecordPortalVerdict: { type: 'RecordPortalVerdict', verdict: 'eligible' },
  AssignContact: { type: 'AssignContact', contact: { ...contact, name: 'Hopper' } },
  ActivateBenefit: { type: 'ActivateBenefit', benefit: 'featured-blog' },
  UpdateBenefit: other,
  'UpdateBenefit withdrawn': { ...other, state: 'withdrawn' },
  RequestTechnicalHelp: { type: 'RequestTechnicalHelp', request: { ...request, id: 'request-2' } },
  RecordCaseNumber: { type: 'RecordCaseNumber', request: request.id, caseNumber: '1' },
  RecordAnswer: { type: 'RecordAnswer', request: request.id },
  UpdateRequest: { type: 'UpdateRequest', request: request.id, state: 'returned' },
  AssociateTenant: { type: 'AssociateTenant', tenant: 'tailspin.com' },
  VerifyTenant: { type: 'VerifyTenant', tenant: 'fabrikam.com' },
  FailTenant: { type: 'FailTenant', tenant: 'fabrikam.com', reason: 'guest' },
  ChangeProgram: { type: 'ChangeProgram', to: 'frontier-accelerate-2026' },
  RecordEnrollment: { type: 'RecordEnrollment', facts: { situation: 'not-enrolled' } },
  RenewEnrollment: { type: 'RenewEnrollment', anniversary: '2027-01-01' },
  NameTeam: { type: 'NameTeam', members: [ben] },
  AskForTeam: { type: 'AskForTeam' },
  InviteTenant: { type: 'InviteTenant', key: 'another' },
  AdmitTenant: { type: 'AdmitTenant', invitation: 'nobody has it' },
  JoinCompany: { type: 'JoinCompany', host: { tenant: 'tenant-2', invitation: 'key' } },
  PartTenant: { type: 'PartTenant', tenant: 'guest.example' },
  ReturnHome: { type: 'ReturnHome', host: { tenant: 'tenant-2', invitation: 'key' } },
}
const aboutPermission = ['team', 'no-team', 'role', 'code']
function heardOf(situation: Situation, command: Command): string {
  const refusal = worldIn(situation, 'en').apply(command)
  if (refusal?.refused === 'benefit-locked' && refusal.reasons.some(({ code }) => code === 'role'))
    return 'role'
  return refusal && aboutPermission.includes(refusal.refused) ? refusal.refused : 'yes'
}

/** By the heading that says it. */
const headings = new Map(
  ['team', 'no-team', 'role'].map((reason) => [t(`obstacles.${reason}.title`), reason] as const),
)
const click = (row: string) => {
  const [run = '', argument] = row.split(' ')
  return { run, ...(argument && { with: argument }) }
}
/** Result of a guide or page; asked for their role, the person repeats the earlier one. */
async function heard(situation: Situation, row: string, role: Role | undefined): Promise<string> {
  const turn = await rehearse(situation, 'en', { value: click(row) })
  const asks = turn.sent.find((card) => headingOf(card) === t('role.title'))
  const { data } = asks?.actions[0] ?? {}
  const value = { ...data, choice: role ?? 'unknown' }
  const { sent } = asks ? await rehearse(turn.situation, 'en', { value }) : turn
  return sent.map((card) => headings.get(headingOf(card))).find((reason) => reason !== undefined) ?? 'yes'
}

describe('who may do what, by docs/permissions.md', () => {
  const ways = [...rowsOfGuides(), ...rowsOf('Page')]
  const marks = [contact.email, 'fabrikam.com', request.title, ada.id, 'Dee', 'tenant-1']
  const inGroup = { id: 'group-1', isGroup: true, conversationType: 'groupChat' }
  const showsNothing = ({ cards, texts, situation }: Rehearsed, before: Situation) => {
    const said = [...cards.map((card) => textOf(card)), ...texts].join('\n')
    const found = marks.filter((mark) => said.includes(mark))
    assert.deepEqual([found, situation.log.length], [[], before.log.length])
  }

  it('has a row for every command and page, and for no guide that there is not', () => {
    const types = commandSchema.options.map((option) => option.shape.type.value)
    const rows = rowsOf('Command').map(([name]) => name)
    assert.deepEqual(rows, [
      ...types.flatMap((type) => (type === 'UpdateBenefit' ? [type, `${type} withdrawn`] : type)),
    ])
    const ids = [...catalogue.guides, ...catalogue.pages].map(({ id }) => id)
    const standing = ['answers.remove-tenant', 'company.contact']
    const listed = ids.filter((id) => !/^(answers|company)\./.test(id) || standing.includes(id))
    assert.deepEqual([...new Set(ways.map(([name]) => click(name ?? '').run))].sort(), listed.sort())
    const cells = [...rowsOf('Command'), ...ways].map(([, , , , , group, tenant]) => [group, tenant].join())
    assert.deepEqual([...new Set(cells)], ['nothing,its own'])
  })

  for (const row of rowsOf('Command')) {
    const [name = ''] = row
    it(`lets ${name} be recorded as it says, by every role`, () => {
      const command = Object.entries(commands).find(([each]) => each === name)?.[1] ?? assert.fail(name)
      for (const { column, role, situation } of cases)
        assert.equal(heardOf(situation, command), written(row, column, role), `${column} ${role}`)
    })
  }

  for (const row of ways) {
    const [name = ''] = row
    it(`opens ${name} as described for every role, and not in a group`, async () => {
      for (const { column, role, situation } of cases)
        assert.equal(await heard(situation, name, role), written(row, column, role), `${column} ${role}`)
      for (const past of standings) {
        const situation = situationAfter({ ...past, role: 'global-admin' })
        const what = { conversation: inGroup, value: click(name), text: name.replaceAll('-', ' ') }
        const turn = await rehearse(situation, 'en', what)
        showsNothing(turn, situation)
        assert.deepEqual(turn.situation.documents.roster, situation.documents.roster)
      }
    })
  }

  it('lets another tenant work on its own company, whatever its cards say', async () => {
    const situation = situationAfter({ commands: [...known, ...led(self)], role: 'global-admin' })
    const elsewhere = new Map([['tenant-2', situationAfter({ commands: [], role: 'global-admin' })]])
    for (const [name = ''] of ways) {
      const value = { ...click(name), tenant: 'tenant-1', company: 'tenant-1', person: self.id }
      const channelData = { tenant: { id: 'tenant-2' } }
      const turn = await rehearse(situation, 'en', { value, channelData }, { elsewhere })
      assert.equal(turn.tenant, 'tenant-2')
      showsNothing(turn, { documents: {}, log: [] })
    }
  })

  it('names the roles of every version of the program', () => {
    const rows = rowsOf('Program version').map(([id = '', action = '', may = '', unsure = '']) => {
      const list = (cell: string) => (cell === '-' ? [] : cell.split(', '))
      return { id, action, may: list(may), unsure: list(unsure) }
    })
    for (const { id, action, ...grants } of rows) {
      const granted = isAction(action) ? programs.of(id).roles[action] : []
      const rolesOf = (isUnsure: boolean) =>
        granted.filter(({ certainty }) => (certainty === 'unsure') === isUnsure).map((each) => each.role)
      assert.deepEqual(grants, { may: rolesOf(false), unsure: rolesOf(true) }, `${id} ${action}`)
    }
    assert.deepEqual([...new Set(rows.map(({ id }) => id))].sort(), [...programs.byId.keys()].sort())
  })
})
