import { z } from 'zod'
import { type Locked, refOf, shipped } from './lockfile.ts'

const component = z.looseObject({
  'bom-ref': z.string(),
  licenses: z.array(z.unknown()).default([]),
})
const bill = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
})
type Bill = z.infer<typeof bill>

/**
 * Filters npm's bill of materials of the whole lockfile, removing packages only for development. npm's own `--omit
 * dev` also drops packages needed for both: esbuild, without which tsx does not run. Throws ZodError.
 */
export function billOf(json: unknown, packages: readonly Locked[], name: string): Bill {
  const { metadata, components, dependencies, ...rest } = bill.parse(json)
  const kept = new Map(shipped(packages).map((each) => [refOf(each), each]))
  const root = z.string().parse(metadata.component['bom-ref'])
  const isKept = (ref: string) => kept.has(ref) || ref === root
  return {
    ...rest,
    // npm names the program after its folder.
    metadata: { ...metadata, component: { ...metadata.component, name } },
    components: once(components, (each) => each['bom-ref'])
      .filter((each) => isKept(each['bom-ref']))
      .map((each) => licensed(each, kept)),
    dependencies: once(dependencies, ({ ref }) => ref)
      .filter(({ ref }) => isKept(ref))
      .map((each) => ({ ...each, dependsOn: each.dependsOn.filter(isKept) })),
  }
}

/** npm 10 repeats a version for each place in the tree; the format requires it once. */
const once = <T>(all: readonly T[], refIn: (each: T) => string): T[] => [
  ...new Map(all.map((each) => [refIn(each), each])).values(),
]

function licensed(each: z.infer<typeof component>, packages: ReadonlyMap<string, Locked>) {
  const id = packages.get(each['bom-ref'])?.licence
  return each.licenses.length > 0 || id === undefined ? each : { ...each, licenses: [{ license: { id } }] }
}
