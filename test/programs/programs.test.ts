import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Program } from '../../src/core/program/program.ts'
import { programSchema } from '../../src/core/program/program-schema.ts'
import { loadPrograms } from '../../src/programs/index.ts'
import { ProgramError } from '../../src/programs/program-error.ts'

const programs = loadPrograms()
const all = [...programs.byId.values()]
const rewards = programs.of('marketplace-rewards-2024')
const text = readFileSync(
  new URL('../../src/programs/marketplace-rewards-2024.json', import.meta.url),
  'utf8',
)

/** The default program, as plain JSON, after a change. */
const changed = (change: (program: Program) => unknown): unknown => {
  const program = programSchema.parse(JSON.parse(text))
  change(program)
  return program
}

const issues = (value: unknown) =>
  (programSchema.safeParse(value).error?.issues ?? []).map(({ path }) => path.join('.'))

describe('the program files', () => {
  it('hold the two versions of Marketplace Rewards and what came after', () => {
    assert.deepEqual([...programs.byId.keys()].sort(), [
      'frontier-accelerate-2026',
      'marketplace-rewards-2023',
      'marketplace-rewards-2024',
    ])
  })

  it('start new companies with Marketplace Rewards as it is since December 2023', () => {
    assert.equal(programs.default.id, 'marketplace-rewards-2024')
  })

  it('have all benefits of the catalogue', () => {
    assert.deepEqual(
      rewards.benefits.map(({ id, unlockUsd }) => [id, unlockUsd]),
      [
        ['listing-optimization', 0],
        ['press-release-support', 0],
        ['featured-placement', 25_000],
        ['featured-blog', 25_000],
        ['to-seller-webinar', 100_000],
        ['social-promotion', 100_000],
        ['test-drive-support', 500_000],
        ['guest-blog-post', 500_000],
        ['azure-sponsorship', 1_000_000],
        ['executive-endorsement', 1_000_000],
        ['engagement-manager', null],
        ['technical-presales-deployment', null],
        ['self-serve-toolkit', 0],
      ],
    )
  })

  it('claim only the outer thresholds as Microsoft’s since December 2023', () => {
    assert.deepEqual(
      rewards.tiers.map(({ minimumUsd, certainty }) => [minimumUsd, certainty]),
      [
        [0, 'official'],
        [25_000, 'inferred'],
        [100_000, 'inferred'],
        [500_000, 'inferred'],
        [1_000_000, 'inferred'],
        [4_000_000, 'official'],
      ],
    )
  })

  it('publish no threshold for the program of 2026', () => {
    const { tierThresholdsKnown, tiers } = programs.of('frontier-accelerate-2026')
    assert.deepEqual([tierThresholdsKnown, tiers.map(({ minimumUsd }) => minimumUsd)], [false, [null, null]])
  })

  it('name Partner Center’s buttons as its pages do', () => {
    const { benefitsTab, editContact, assignUser, activate, submitRequest } = rewards.buttons
    assert.deepEqual(
      [benefitsTab, editContact, assignUser, activate, submitRequest].map(({ label }) => [
        label.en,
        label.fr,
      ]),
      [
        ['Sales and Marketing benefits', 'Avantages commerciaux et marketing'],
        ['Add, update, or change', 'Ajouter, mettre à jour ou modifier'],
        ['Assign user', 'Attribuer l’utilisateur'],
        ['Activate', 'Activer'],
        ['Submit request', 'Envoyer la demande'],
      ],
    )
  })

  it('say everything that people read in French too', () => {
    const texts = all.flatMap(({ name, tiers, benefits, buttons }) => [
      name,
      ...tiers.map((tier) => tier.name),
      ...benefits.flatMap(({ title, what }) => [title, what]),
      ...Object.values(buttons).flatMap(({ label, elsewhere = [] }) => [label, ...elsewhere]),
    ])
    assert.deepEqual(
      texts.filter(({ fr }) => fr === undefined),
      [],
    )
  })

  it('cite every source that they list', () => {
    const idle = all.flatMap(({ sources, ...program }) => {
      const rest = JSON.stringify(program)
      return Object.keys(sources).filter((key) => !rest.includes(`"${key}"`))
    })
    assert.deepEqual(idle, [])
  })

  it('date as Microsoft’s own text only what has a date, or say that it has none', () => {
    const classic = all.filter(({ id }) => id.startsWith('marketplace-rewards'))
    const dayless = classic.flatMap(({ asOf, sources }) =>
      Object.entries(sources).filter(([, each]) => each.certainty === 'official' && each.date === asOf),
    )
    const silent = dayless.filter(
      ([, { title }]) =>
        !/undated.*its beginning was read/.test(title.en ?? '') || !/sans date/.test(title.fr ?? ''),
    )
    assert.deepEqual(
      silent.map(([key]) => key),
      [],
    )
  })

  it('claim of benefits no more than the catalogue', () => {
    for (const program of [rewards, programs.of('marketplace-rewards-2023')]) {
      const claimOf = (wanted: string) => {
        const { certainty, source } = program.benefits.find(({ id }) => id === wanted) ?? {}
        return [certainty, source]
      }
      assert.deepEqual(claimOf('test-drive-support'), ['inferred', 'incentives-slide'])
      assert.deepEqual(claimOf('azure-sponsorship'), ['inferred', 'incentives-slide'])
      assert.deepEqual(claimOf('self-serve-toolkit'), ['official', 'benefits-page-2021'])
    }
  })

  it('hold the week and the three months that the sentences about dates speak of', () => {
    const benefits = all.flatMap((program) => program.benefits)
    const days = benefits.flatMap(({ followUp }) =>
      followUp?.by === 'rewards-team' ? [followUp.withinDays] : [],
    )
    const months = benefits.flatMap(({ expiresAfterMonths = {} }) => Object.values(expiresAfterMonths))
    assert.deepEqual([[...new Set(days)], [...new Set(months)]], [[7], [3]])
  })

  it('do not know a program of another name', () => {
    assert.throws(() => programs.of('azure-rewards'), { name: 'ProgramError', code: 'unknown' })
  })
})

describe('a program file is refused', () => {
  it('for a source that is not listed', () => {
    const value = changed(({ benefits: [first] }) => first && Object.assign(first, { source: 'hearsay' }))
    assert.deepEqual(issues(value), ['benefits.0.source'])
  })

  it('for a source of a role, a rule, a button or a sponsorship answer that is not listed', () => {
    const value = changed(({ roles, rules, buttons, sponsorship }) => [
      Object.assign(roles.assignContact[0] ?? {}, { source: 'hearsay' }),
      Object.assign(rules, { enrolment: 'hearsay' }),
      Object.assign(buttons.activate, { source: 'hearsay' }),
      Object.assign(sponsorship.mca, { source: 'hearsay' }),
    ])
    assert.deepEqual(issues(value), [
      'roles.assignContact.0.source',
      'buttons.activate.source',
      'sponsorship.mca.source',
      'rules.enrolment',
    ])
  })

  it('for a role that Partner Center does not have', () => {
    const value = changed(({ roles }) => Object.assign(roles.assignContact[0] ?? {}, { role: 'owner' }))
    assert.deepEqual(issues(value), ['roles.assignContact.0.role'])
  })

  it('for two benefits of one id', () => {
    const value = changed(
      ({ benefits: [first, second] }) => first && second && Object.assign(second, { id: first.id }),
    )
    assert.deepEqual(issues(value), ['benefits.1.id'])
  })

  it('for tiers that do not ascend', () => {
    const value = changed(({ tiers }) => Object.assign(tiers[5] ?? {}, { minimumUsd: 900_000 }))
    assert.deepEqual(issues(value), ['tiers.5.minimumUsd'])
  })

  it('for a tier without an amount where thresholds are known', () => {
    const value = changed(({ tiers }) => Object.assign(tiers[5] ?? {}, { minimumUsd: null }))
    assert.deepEqual(issues(value), ['tiers.5.minimumUsd'])
  })

  it('for a benefit that no tier unlocks', () => {
    const value = changed(({ benefits: [first] }) => first && Object.assign(first, { unlockUsd: 400_000 }))
    assert.deepEqual(issues(value), ['benefits.0.unlockUsd'])
  })

  it('for an expiry of a listing class that the benefit is not for', () => {
    const value = changed(({ benefits }) =>
      Object.assign(benefits[2] ?? {}, { expiresAfterMonths: { trial: 3 } }),
    )
    assert.deepEqual(issues(value), ['benefits.2.expiresAfterMonths.trial'])
  })

  it('for a link to another host than Microsoft’s', () => {
    const value = changed(({ links }) => Object.assign(links.rewards, { url: 'https://rewards.example/' }))
    assert.deepEqual(issues(value), ['links.rewards.url'])
  })

  it('for a link that is not secure', () => {
    const value = changed(({ links }) =>
      Object.assign(links.home, { url: 'http://partner.microsoft.com/dashboard' }),
    )
    assert.deepEqual(issues(value), ['links.home.url'])
  })

  it('for a button in a language that its label does not have', () => {
    const value = changed(({ buttons }) => Object.assign(buttons.activate, { translated: ['de'] }))
    assert.deepEqual(issues(value), ['buttons.activate.translated'])
  })

  it('for an unknown field', () => {
    const value = changed(({ benefits: [first] }) => first && Object.assign(first, { unlockEur: 5 }))
    assert.deepEqual(issues(value), ['benefits.0'])
  })
})

describe('loading the programs', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'programs-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const write = (id: string, value: unknown) =>
    writeFileSync(join(folder, `${id}.json`), typeof value === 'string' ? value : JSON.stringify(value))
  const load = () => loadPrograms(pathToFileURL(`${folder}/`))
  const alone = (changes: object = {}) =>
    changed((program) => Object.assign(program, { id: 'alone', successor: undefined }, changes))

  it('takes one more program from one more file', () => {
    write('alone', alone())
    write('another', alone({ id: 'another', default: false }))
    assert.deepEqual([...load().byId.keys()].sort(), ['alone', 'another'])
  })

  it('stops at a wrong file, naming file, field and what was expected', () => {
    write('alone', alone({ asOf: 'yesterday' }))
    assert.throws(load, (error: unknown) => {
      assert.ok(error instanceof ProgramError)
      assert.match(error.message, /alone\.json\n {2}asOf: .*date/i)
      return true
    })
  })

  it('stops at a file that is not JSON', () => {
    write('alone', '{')
    assert.throws(load, /alone\.json\n {2}expected JSON/)
  })

  it('stops at a file that is not named after its program', () => {
    write('other', alone())
    assert.throws(load, /other\.json\n {2}id: expected 'other'/)
  })

  it('stops when no program is the default', () => {
    write('alone', alone({ default: false }))
    assert.throws(load, /default: expected one program file to have it/)
  })

  it('stops when two programs are the default', () => {
    write('alone', alone())
    write('another', alone({ id: 'another' }))
    assert.throws(load, /another\.json\n {2}default: expected only alone to have it/)
  })

  it('stops at a successor that does not exist', () => {
    write('alone', alone({ successor: 'nowhere' }))
    assert.throws(load, /alone\.json\n {2}successor: expected one of alone/)
  })

  it('stops at programs that succeed each other in a circle', () => {
    write('alone', alone({ successor: 'another' }))
    write('another', alone({ id: 'another', default: false, successor: 'alone' }))
    assert.throws(load, /successor: expected an end/)
  })
})
