import type { Program } from './program.ts'
import { type Issue, wrong } from './reference-issue.ts'

/** Finds paths and stages of benefits that the program does not have. */
export function strayPaths({ benefits, enrollment }: Program): Issue[] {
  const known = [...(enrollment?.paths ?? []), ...(enrollment?.stages ?? [])].map(({ id }): string => id)
  return benefits.flatMap(({ paths = [], stages = [] }, at) =>
    [...paths, ...stages]
      .filter((id) => !known.includes(id))
      .map((id) => wrong(['benefits', at], 'expected a path or stage of the enrollment', id)),
  )
}

/** Finds allowances of stages that the program does not have, and second ones of one purpose and stage. */
export function strayAllowances({ allowances = [], enrollment }: Program): Issue[] {
  return allowances.flatMap(({ purpose, stage }, at) => {
    const path = ['allowances', at, 'stage']
    if (!enrollment?.stages.some(({ id }) => id === stage))
      return [wrong(path, 'expected a stage of the enrollment', stage)]
    const first = allowances.findIndex((each) => each.purpose === purpose && each.stage === stage)
    return first === at ? [] : [wrong(path, `expected one allowance for ${purpose} in a stage`, stage)]
  })
}

/** Finds validities that do not begin at nothing, or whose amounts do not ascend. */
export function unorderedValidity({ sponsorshipRequests }: Program): Issue[] {
  return (sponsorshipRequests?.validity ?? []).flatMap(({ fromUsd }, at, all) => {
    const path = ['sponsorshipRequests', 'validity', at, 'fromUsd']
    if (at === 0)
      return fromUsd === 0 ? [] : [wrong(path, 'expected 0: every amount has a validity', fromUsd)]
    const below = all[at - 1]?.fromUsd ?? 0
    return fromUsd > below ? [] : [wrong(path, `expected more than ${below}, the amount before`, fromUsd)]
  })
}
