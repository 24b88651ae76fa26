import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../bot/main.ts'
import { openRedisArchive } from '../src/adapters/redis/archive/archive.ts'
import type { ArchiveRecord, RecordOf } from '../src/archive/record.ts'
import { readConfig } from '../src/config/config.ts'
import { redisUrlSchema } from '../src/config/redis-url.ts'
import type { Command } from '../src/core/company/command.ts'
import type { Actor } from '../src/core/company/company-event.ts'
import { createLog } from '../src/process/log.ts'
import { contact, seller } from '../test/core/example.ts'
import { GuidedPerson } from '../test/guides/guided-person.ts'
import { scriptsIn } from '../test/guides/scripts.ts'
import { startConnector } from '../test/support/connector/fake-connector.ts'
import { activated, assigned, type Deed, live, noted, told } from '../test/support/past/company-past.ts'

const tenant = '0b0f7c4e-5d0c-4d3e-9f53-2c9a5d1e7a10'
const associated = 'contoso.onmicrosoft.com'

const admin: Actor = { id: 'person-2', name: 'Alex Wilber', role: 'global-admin' }

const request = {
  type: 'RequestTechnicalHelp',
  request: {
    id: '7f4c2f0a-31f0-4f7a-a6a5-6a7a4be2a6f1',
    kind: 'technical',
    phase: 'design',
    solution: 'hybrid',
    product: 'Azure Arc',
    title: 'One policy for all servers',
    description:
      'We manage 40 servers in two data centres. Which design do you advise, and what does it cost?',
    country: 'FR',
    phone: '+33612345678',
    language: 'fr-FR',
    timeZone: 'Europe/Paris',
  },
} as const satisfies Command

const benefitYear = (benefit: string, daysAgo: number): Deed[] => [
  [daysAgo, activated(benefit)],
  [daysAgo - 6, noted(benefit, 'contacted')],
  [daysAgo - 20, noted(benefit, 'in-progress')],
  [daysAgo - 60, noted(benefit, 'completed')],
]

/** Commands recorded by several people of an active company in a year. */
const year: readonly Deed[] = [
  [360, { type: 'AssociateTenant', tenant: associated }, admin],
  [357, { type: 'VerifyTenant', tenant: associated }, admin],
  [350, told(seller(300_000))],
  [350, { type: 'RecordPortalVerdict', verdict: 'eligible' }],
  [349, assigned],
  ...benefitYear('listing-optimization', 340),
  ...benefitYear('featured-blog', 330),
  [250, request],
  [249, { type: 'RecordCaseNumber', request: request.request.id, caseNumber: '2603020040001234' }],
  [240, { type: 'RecordAnswer', request: request.request.id }],
  ...benefitYear('press-release-support', 200),
  [170, told(seller(450_000))],
  [170, { type: 'RecordPortalVerdict', verdict: 'eligible' }],
  [160, { type: 'AssignContact', contact: { ...contact, name: 'Alan', email: 'alan@contoso.example' } }],
  ...benefitYear('social-promotion', 120),
]

/** Records of a typical company. */
export interface Typical {
  readonly company: RecordOf<'company'>
  readonly log: readonly RecordOf<'log'>[]
  readonly person: RecordOf<'person'>
  readonly conversation: RecordOf<'conversation'>
  /** Longest id of an incoming activity. */
  readonly activity: string
}

/** Runs a guide in Teams and returns the stored records, with a company's year. */
export async function typical(redisUrl: string): Promise<Typical> {
  const records = await recordsAfterGuide(redisUrl)
  const only = <K extends ArchiveRecord['kind']>(kind: K) => ofKind(records, kind)
  const [company] = only('company')
  const person = only('person')[0]
  const conversation = only('conversation')[0]
  const activity = only('handled').sort((one, other) => other.activity.length - one.activity.length)[0]
  if (!company || !person || !conversation || !activity) throw new Error('the bot has kept too little')
  return { company, log: withRealActor(only('log')), person, conversation, activity: activity.activity }
}

/** Uses the channel's actor of the guide's own event instead of the short ids of past events. */
function withRealActor(log: readonly RecordOf<'log'>[]): RecordOf<'log'>[] {
  const by = log.at(-1)?.document.event.by
  return log.map((record) => {
    const { event, schema } = record.document
    return { ...record, document: { schema, event: { ...event, by: by ?? event.by } } }
  })
}

function ofKind<K extends ArchiveRecord['kind']>(records: readonly ArchiveRecord[], kind: K): RecordOf<K>[] {
  return records.filter((record): record is RecordOf<K> => record.kind === kind)
}

async function recordsAfterGuide(redisUrl: string): Promise<ArchiveRecord[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'redis-bytes-'))
  const env = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', REDIS_URL: redisUrl }
  const connector = await startConnector({ personality: 'teams' })
  const bot = await start(readConfig(env, ['--no-chat']))
  try {
    await live(bot.store, year, tenant)
    await followGuide(connector, `http://127.0.0.1:${bot.port}/api/messages`)
  } finally {
    await bot.stop()
    await connector.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return readAll(redisUrl)
}

type Connector = Awaited<ReturnType<typeof startConnector>>

async function followGuide(connector: Connector, botUrl: string): Promise<void> {
  const script = scriptsIn('en').find(({ guide }) => guide === 'technical-help')
  if (!script) throw new Error('there is no script of the guide')
  await new GuidedPerson(connector, botUrl, script, { tenantId: tenant }).follows(script)
}

async function readAll(redisUrl: string): Promise<ArchiveRecord[]> {
  const options = { clock: Date.now, log: createLog('silent') }
  const archive = await openRedisArchive(redisUrlSchema.parse(redisUrl), options)
  const records: ArchiveRecord[] = []
  for await (const record of archive.records()) records.push(record)
  await archive.close()
  return records
}
