import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { billOf } from './sbom/bill.ts'
import { licenceList } from './sbom/licence-list.ts'
import { packagesIn } from './sbom/lockfile.ts'

const FILE = 'dist/sbom.cdx.json'
const LIST = 'docs/licences.md'

/** Writes a CycloneDX bill of materials of the production packages, and the list of licences. Needs no network. */
export async function main(): Promise<number> {
  const packages = packagesIn(readFileSync('package-lock.json', 'utf8'))
  const { name } = z.object({ name: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const bill = billOf(billByNpm(), packages, name)
  mkdirSync('dist', { recursive: true })
  writeFileSync(FILE, `${JSON.stringify(bill, null, 2)}\n`)
  writeFileSync(LIST, licenceList(packages))
  console.log(`${FILE} lists ${bill.components.length} packages, ${LIST} their licences.`)
  return 0
}

/** Uses the lockfile alone, so that the result is the same on every system. */
function billByNpm(): unknown {
  const options = ['--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  const text = execFileSync('npm', ['sbom', ...options], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  return JSON.parse(text)
}
