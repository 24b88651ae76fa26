import { z } from 'zod'
import { licencesByHand } from './licences.ts'

const entry = z.object({
  name: z.string().optional(),
  version: z.string(),
  license: z.string().optional(),
  dev: z.boolean().default(false),
  devOptional: z.boolean().default(false),
  integrity: z.string().optional(),
  /** Absent in a lockfile without registry addresses. */
  resolved: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
})

const lockfile = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), z.unknown()),
})

/** Package pinned by package-lock.json. */
export interface Locked {
  /** Installation path: `node_modules/…`. */
  readonly path: string
  readonly name: string
  readonly version: string
  /** SPDX expression; undefined if unknown. */
  readonly licence: string | undefined
  /** Needed only for tests and tools, not in production. */
  readonly dev: boolean
  /** For tests and tools, but also installed in production, where a package may use it. */
  readonly devOptional: boolean
  readonly integrity: string | undefined
  readonly resolved: string | undefined
  readonly hasInstallScript: boolean
}

/** Lists the packages in a lockfile's text, in order. Throws ZodError. */
export function packagesIn(text: string): Locked[] {
  const { packages } = lockfile.parse(JSON.parse(text))
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, value]) => lockedAt(path, entry.parse(value)))
}

function lockedAt(path: string, { name: alias, license, ...rest }: z.infer<typeof entry>): Locked {
  const name = alias ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const licence = license ?? licencesByHand.get(`${name}@${rest.version}`)
  return { path, name, licence, ...rest, integrity: rest.integrity, resolved: rest.resolved }
}

/** Returns a package's reference in a bill of materials. */
export const refOf = ({ name, version }: Pick<Locked, 'name' | 'version'>): string => `${name}@${version}`

/** Lists what runs in production on some system, each version once, by name. */
export function shipped(packages: readonly Locked[]): Locked[] {
  const byRef = new Map(packages.filter(({ dev }) => !dev).map((each) => [refOf(each), each]))
  return [...byRef.values()].sort((one, other) => (refOf(one) < refOf(other) ? -1 : 1))
}
