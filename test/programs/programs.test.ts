import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
const frontier = programs.of('frontier-accelerate-2026')

/** Marketplace Rewards of 2024, as plain JSON, after a change. */
const changed = (change: (program: Program) => unknown): unknown => changedOf(rewards, change)
/** Frontier Accelerate, as plain JSON, after a change. */
const changedFrontier = (change: (program: Program) => unknown): unknown => changedOf(frontier, change)

function changedOf(original: Program, change: (program: Program) => unknown): Program {
  const program = structuredClone(original)
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

  it('start new companies with the program of today', () => {
    assert.equal(programs.default.id, 'frontier-accelerate-2026')
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
        ['azure-sponsorship', 100_000],
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

  it('say when Marketplace Rewards ended, and when it changed before', () => {
    assert.match(rewards.name.en, /until September 2026/)
    assert.match(programs.of('marketplace-rewards-2023').name.en, /until December 2023/)
  })

  it('name Partner Center’s buttons as its pages do', () => {
    const { benefitsTab, editContact, assignUser, activate, submitRequest } = rewards.buttons
    assert.deepEqual(
      [benefitsTab, editContact, assignUser, activate, submitRequest].map((button) => [
        button?.label.en,
        button?.label.fr,
      ]),
      [
        ['Marketing benefits', 'Avantages marketing'],
        ['Add, update, or change', 'Ajouter, mettre à jour ou modifier'],
        ['Assign user', 'Attribuer l’utilisateur'],
        ['Activate', 'Activer'],
        ['Submit request', 'Envoyer la demande'],
      ],
    )
  })

  it('keep the name of the tab that people saw in 2021 beside that of today', () => {
    assert.deepEqual(rewards.buttons.benefitsTab?.elsewhere, [
      { en: 'Sales and Marketing benefits', fr: 'Avantages commerciaux et marketing' },
    ])
  })

  it('say everything that people read in French too', () => {
    const texts = all.flatMap(({ name, sources, tiers, benefits, buttons, links, enrollment }) => [
      name,
      ...Object.values(sources).map(({ title }) => title),
      ...tiers.map((tier) => tier.name),
      ...benefits.flatMap(({ title, what, where = title }) => [title, what, where]),
      ...Object.values(buttons).flatMap(({ label, elsewhere = [] }) => [label, ...elsewhere]),
      ...Object.values(links).flatMap(({ menu }) => menu ?? []),
      ...(enrollment ? [...enrollment.paths, ...enrollment.stages].map((part) => part.name) : []),
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
      const [certainty] = claimOf('azure-sponsorship')
      assert.ok(certainty === 'inferred' || certainty === 'secondary')
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

describe('Frontier Accelerate', () => {
  const { benefits, tiers, allowances, enrollment } = frontier

  it('has only the thresholds that are published, and says where others lie between', () => {
    assert.deepEqual(
      tiers.map(({ minimumUsd, unpublishedAbove, needsSoftwareDesignation }) => [
        minimumUsd,
        unpublishedAbove ?? false,
        needsSoftwareDesignation ?? false,
      ]),
      [
        [0, true, false],
        [25_000, true, false],
        [100_000, true, false],
        [8_000_000, false, true],
        [20_000_000, false, true],
        [40_000_000, false, true],
      ],
    )
  })

  it('belongs to whoever is on a path, or sees the page and is not enrolled', () => {
    assert.deepEqual(
      (['no-cost', 'premium', 'rewards', 'not-enrolled', 'page-missing'] as const).map(
        (situation) => programs.in(situation)?.id,
      ),
      [frontier.id, frontier.id, rewards.id, frontier.id, undefined],
    )
  })

  it('has 25 benefits, of which eight are for Premium alone', () => {
    const premium = benefits.filter(({ paths }) => paths?.join() === 'premium').map(({ id }) => id)
    assert.deepEqual(
      [benefits.length, premium],
      [
        25,
        [
          'fam-technical-consultations',
          'fam-engagement-manager',
          'fam-dev-tools',
          'fam-dev-credits',
          'fam-marketing-center-pro',
          'fam-cosell-readiness',
          'fam-demand-generation',
          'fam-marketing-package',
        ],
      ],
    )
  })

  it('has no benefit that needs a marketing contact, as nobody knows whether there is one', () => {
    assert.deepEqual(
      benefits.filter(({ prerequisites }) => prerequisites.includes('marketing-contact')),
      [],
    )
  })

  it('asks for a certified software designation wherever it is the stage after Grow', () => {
    const lacking = benefits.filter(
      ({ stages, prerequisites }) =>
        stages?.join() === 'differentiate' && !prerequisites.includes('software-designation'),
    )
    assert.deepEqual(lacking, [])
  })

  it('names no amount that it has not as a fact with a source of its own, and the same in French', () => {
    const amountsIn = (sentence = '') =>
      [...sentence.matchAll(/\d{1,3}(?:[\u202f,]\d{3})+/g)].map(([amount]) =>
        Number(amount.replace(/\D/g, '')),
      )
    const known = [
      ...benefits.flatMap(({ upTo }) => upTo?.usd ?? []),
      ...(allowances ?? []).map(({ upToUsd }) => upToUsd),
    ]
    const named = benefits.flatMap(({ what }) => amountsIn(what.en))
    assert.deepEqual(
      benefits.flatMap(({ what }) => amountsIn(what.fr)),
      named,
    )
    assert.deepEqual(named.toSorted(), known.toSorted())
  })

  it('says of amounts that Microsoft only spoke of that it said so on video', () => {
    const spoken = [
      ...benefits.flatMap(({ upTo }) => (upTo?.source === 'fam-video' ? [upTo.usd] : [])),
      ...(allowances ?? []).map(({ upToUsd }) => upToUsd),
    ].map((usd) => usd.toLocaleString('en'))
    const silent = benefits.filter(
      ({ what }) =>
        spoken.some((amount) => what.en.includes(amount)) &&
        !(what.en.includes('on video') && what.fr?.includes('en vidéo')),
    )
    assert.deepEqual(silent, [])
    assert.match(frontier.sources['fam-video']?.title.en ?? '', /on video/)
  })

  it('lets a company that misses a renewal fall where Microsoft says', () => {
    assert.deepEqual(
      enrollment?.paths.map(({ id, renewal }) => [id, renewal.at, renewal.opensDaysBefore, renewal.ifMissed]),
      [
        ['no-cost', 'first-anniversary', null, 'not-enrolled'],
        ['premium', 'every-anniversary', 30, 'no-cost'],
      ],
    )
  })

  it('claims no name of a button of enrollment, contact and activation as seen in it', () => {
    const { enroll, editContact, assignUser, activate, viewAllBenefits } = frontier.buttons
    const claimed = [editContact, assignUser, activate, viewAllBenefits].filter(
      (button) => button && button.source !== 'carried-over',
    )
    assert.deepEqual([enroll, claimed], [undefined, []])
  })

  it('leads to its page by the menu, as nobody knows an address', () => {
    const { rewards: page, home } = frontier.links
    assert.deepEqual(
      [page.url, page.menu?.en],
      [home.url, 'Membership > Frontier Accelerate for Marketplace'],
    )
  })

  it('lets nobody but a Global admin enroll', () => {
    assert.deepEqual(
      frontier.roles.enroll.map(({ role, certainty }) => [role, certainty]),
      [['global-admin', 'secondary']],
    )
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
      Object.assign(buttons.activate ?? {}, { source: 'hearsay' }),
      Object.assign(sponsorship.mca, { source: 'hearsay' }),
    ])
    assert.deepEqual(issues(value), [
      'roles.assignContact.0.source',
      'rules.enrolment',
      'buttons.activate.source',
      'sponsorship.mca.source',
    ])
  })

  it('for a source of a path, stage, amount, allowance or other part of Frontier Accelerate that is not listed', () => {
    const hearsay = { source: 'hearsay' }
    const value = changedFrontier((program) => {
      const { enrollment, allowances, benefits, coSell, announcedChanges, sponsorshipRequests } = program
      Object.assign(enrollment ?? {}, hearsay)
      Object.assign(enrollment?.verifiedBy[2] ?? {}, hearsay)
      Object.assign(enrollment?.paths[1] ?? {}, hearsay)
      Object.assign(enrollment?.stages[2] ?? {}, hearsay)
      Object.assign(allowances?.[3] ?? {}, hearsay)
      Object.assign(benefits.find(({ upTo }) => upTo)?.upTo ?? {}, hearsay)
      Object.assign(coSell ?? {}, { commitmentsSource: 'hearsay' })
      Object.assign(announcedChanges?.[0] ?? {}, hearsay)
      Object.assign(sponsorshipRequests ?? {}, hearsay)
      Object.assign(program.citations ?? {}, { waits: 'hearsay' })
    })
    assert.deepEqual(issues(value).sort(), [
      'allowances.3.source',
      'announcedChanges.0.source',
      'benefits.3.upTo.source',
      'citations.waits',
      'coSell.commitmentsSource',
      'enrollment.paths.1.source',
      'enrollment.source',
      'enrollment.stages.2.source',
      'enrollment.verifiedBy.2.source',
      'sponsorshipRequests.source',
    ])
  })

  it('for a citation of a fact that it does not have', () => {
    const value = changedFrontier(({ citations }) =>
      Object.assign(citations ?? {}, { 'benefits.case-study.recurrence': 'fam-grow' }),
    )
    assert.deepEqual(issues(value), ['citations.benefits.case-study.recurrence'])
  })

  it('for a path or stage of a benefit that the program does not have', () => {
    const value = changed(({ benefits: [first, second] }) => [
      Object.assign(first ?? {}, { paths: ['premium'] }),
      Object.assign(second ?? {}, { stages: ['grow'] }),
    ])
    assert.deepEqual(issues(value), ['benefits.0', 'benefits.1'])
  })

  it('for an allowance of a stage that the program does not have, or a second one for a purpose there', () => {
    const value = changedFrontier(({ enrollment, allowances }) => {
      enrollment?.stages.pop()
      Object.assign(allowances?.[1] ?? {}, { purpose: 'adoption' })
    })
    assert.deepEqual(
      issues(value).filter((path) => path.startsWith('allowances')),
      ['allowances.1.stage', 'allowances.2.stage', 'allowances.3.stage'],
    )
  })

  it('for two paths, stages or announced changes of one id', () => {
    const value = changedFrontier(({ enrollment, announcedChanges }) => {
      Object.assign(enrollment?.paths[1] ?? {}, { id: 'no-cost' })
      Object.assign(enrollment?.stages[1] ?? {}, { id: 'build-and-publish' })
      announcedChanges?.push(...announcedChanges)
    })
    assert.deepEqual(
      issues(value).filter((path) => path.endsWith('.id')),
      ['enrollment.paths.1.id', 'enrollment.stages.1.id', 'announcedChanges.1.id'],
    )
  })

  it('for a validity of grants that leaves amounts out or does not ascend', () => {
    const value = changedFrontier(({ sponsorshipRequests }) =>
      Object.assign(sponsorshipRequests ?? {}, {
        validity: [
          { fromUsd: 100, days: 90 },
          { fromUsd: 100, days: 180 },
        ],
      }),
    )
    assert.deepEqual(issues(value), [
      'sponsorshipRequests.validity.0.fromUsd',
      'sponsorshipRequests.validity.1.fromUsd',
    ])
  })

  it('for a source without a day to look at it again', () => {
    const value = changed(({ sources }) =>
      Object.assign(sources['roles-page'] ?? {}, { lookAgainOn: undefined }),
    )
    assert.deepEqual(issues(value), ['sources.roles-page.lookAgainOn'])
  })

  it('for a situation that Partner Center does not show', () => {
    const value = changed((program) => Object.assign(program, { situations: ['rewards', 'expelled'] }))
    assert.deepEqual(issues(value), ['situations.1'])
  })

  it('for a role that Partner Center does not have', () => {
    const value = changed(({ roles }) => Object.assign(roles.assignContact[0] ?? {}, { role: 'owner' }))
    assert.deepEqual(issues(value), ['roles.assignContact.0.role'])
  })

  it('for two benefits of one id', () => {
    const value = changed(
      ({ benefits: [first, second] }) => first && second && Object.assign(second, { id: first.id }),
    )
    assert.deepEqual(
      issues(value).filter((path) => path.endsWith('.id')),
      ['benefits.1.id'],
    )
  })

  it('for tiers that do not ascend', () => {
    const value = changed(({ tiers }) => Object.assign(tiers[5] ?? {}, { minimumUsd: 900_000 }))
    assert.deepEqual(issues(value), ['tiers.5.minimumUsd'])
  })

  it('for a tier without an amount', () => {
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
    const value = changed(({ buttons }) => Object.assign(buttons.activate ?? {}, { translated: ['de'] }))
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
    changed((program) => Object.assign(program, { id: 'alone', default: true, situations: [] }, changes))

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

  it('stops when two programs are for one situation', () => {
    write('alone', alone({ situations: ['rewards', 'premium'] }))
    write('another', alone({ id: 'another', default: false, situations: ['premium'] }))
    assert.throws(load, /situations: expected only one program file to have 'premium'/)
  })

  it('stops at a file that still names what programs once had', () => {
    write('alone', alone({ successor: 'another', tierThresholdsKnown: true }))
    assert.throws(load, /alone\.json\n.*Unrecognized keys: "successor", "tierThresholdsKnown"/)
  })
})
