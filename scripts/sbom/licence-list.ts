import { playground } from './licences.ts'
import { type Locked, shipped } from './lockfile.ts'

/** Formats docs/licences.md from all packages of the lockfile. */
export function licenceList(packages: readonly Locked[]): string {
  const all = shipped(packages)
  const counts = new Map<string, number>()
  for (const each of all) counts.set(licenceOf(each), (counts.get(licenceOf(each)) ?? 0) + 1)
  const sums = [...counts]
    .sort(([one, some], [other, more]) => more - some || (one < other ? -1 : 1))
    .map(([licence, count]) => `| ${licence} | ${count} |`)
  const rows = all.map((each) => `| ${each.name} | ${each.version} | ${licenceOf(each)} |`)
  return `${[...introduction, ...sums, '', ...list, ...rows].join('\n')}\n`
}

const licenceOf = ({ licence }: Locked): string => licence ?? 'unknown'

const introduction = [
  '# Licences',
  '',
  'Packages that run in production, on any system, as `package-lock.json` pins them. Made by `npm run sbom`; a test compares',
  'it with the lockfile and refuses licences that ask for more than to keep their notice.',
  '',
  '- `json-schema` may be had under two licences; we take BSD-3-Clause.',
  '- `big-integer` and `tweetnacl` (Unlicense) are in the public domain, `tslib` (0BSD) asks for nothing.',
  '- `graceful-fs` (BlueOak-1.0.0) asks that its licence, or a link to it, goes with copies.',
  '- `cldrjs`, `escape-regexp-component` and `jspath` name their licence in their files alone: MIT, read for these versions.',
  `- Not in the list, as it never runs in production: \`${playground}\` has Microsoft's pre-release terms. It may be installed to`,
  "  evaluate it, so `npm start` uses it on a developer's machine, and nothing of it is passed on. What else tests and tools",
  '  need is under the licences below, PSF-2.0 (`argparse`) or LGPL-3.0-or-later (libvips, with which `sharp` makes pictures).',
  '',
  '| Licence | Packages |',
  '|---|---|',
]

const list = ['| Package | Version | Licence |', '|---|---|---|']
