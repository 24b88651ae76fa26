import { writeFile } from 'node:fs/promises'
import { writeArchive } from '../src/archive/archive-file.ts'
import type { Archive, ArchiveRecord } from '../src/archive/record.ts'
import { storedName } from '../src/archive/stored-name.ts'
import { type Config, readConfig } from '../src/config/config.ts'
import { companyDataOf } from '../src/personal-data/company-export.ts'
import { companyFileOf } from '../src/personal-data/company-file.ts'
import { dataOf } from '../src/personal-data/person-export.ts'
import { openArchive, storeNameOf } from './archive/open-archive.ts'
import { reported, UsageError } from './archive/report.ts'

interface Wanted {
  readonly file: string
  /** Exports one company, or one of its people. */
  readonly company?: string
  readonly person?: { readonly tenant: string; readonly id: string }
}

/** Writes all stored data, or those of one company or person, to a new file. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const wanted = readArguments(args)
    const config = readConfig(process.env, [])
    const archive = await openArchive(config)
    try {
      if (await archive.isEmpty()) throw new UsageError(`No data in ${storeNameOf(config)}`)
      await written(archive, wanted, config)
    } finally {
      await archive.close()
    }
  })
}

function written(archive: Archive, wanted: Wanted, config: Config): Promise<void> {
  const { file, company, person } = wanted
  if (company !== undefined) return exportCompany(archive, file, company)
  return person ? exportPerson(archive, file, person) : exportAll(archive, wanted, config)
}

async function exportAll(archive: Archive, { file }: Wanted, config: Config): Promise<void> {
  const count = await writeArchive(file, archive.records())
  console.log(`${count} records of ${storeNameOf(config)} are in ${file}, with personal data.`)
  if (config.redis) console.log('Complete only if no bot was running; otherwise export again.')
}

async function exportPerson(
  archive: Archive,
  file: string,
  { tenant, id }: NonNullable<Wanted['person']>,
): Promise<void> {
  const data = dataOf(await companyFileOf(ofCompany(archive.records(), tenant)), tenant, id)
  if (!data.person && !data.reminders && data.records.length === 0)
    throw new UsageError(`No data about the person ${id} of the company ${tenant}`)
  await write(file, data)
  console.log(`All data about that person are in ${file}.`)
}

async function exportCompany(archive: Archive, file: string, tenant: string): Promise<void> {
  const data = companyDataOf(await companyFileOf(ofCompany(archive.records(), tenant)))
  if (!data.company) throw new UsageError(`No data about the company ${tenant}`)
  await write(file, data)
  console.log(`The company's own data are in ${file}, with personal data.`)
}

const write = (file: string, data: object) =>
  writeFile(file, `${JSON.stringify(data, null, 2)}\n`, { flag: 'wx', mode: 0o600 })

async function* ofCompany(records: AsyncIterable<ArchiveRecord>, tenant: string) {
  for await (const record of records) if (record.tenant === storedName(tenant)) yield record
}

function readArguments(args: readonly string[]): Wanted {
  const [file, option, tenant, id, ...others] = args
  const isPlain = [file, tenant, id].every((arg) => !arg?.startsWith('-')) && others.length === 0
  if (file !== undefined && isPlain && option === undefined) return { file }
  if (file !== undefined && isPlain && option === '--person' && tenant !== undefined && id !== undefined)
    return { file, person: { tenant, id } }
  if (file !== undefined && isPlain && option === '--company' && tenant !== undefined && id === undefined)
    return { file, company: tenant }
  throw new UsageError('Usage: npm run export -- <file> [--company <tenant> | --person <tenant> <person>]')
}
