/** Whether two ids are of the same account: Teams has bots and people as `28:<id>` and `29:<id>`, other clients without. */
export function isSameAccount(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

const bare = (id: string): string => id.toLowerCase().replace(/^2[89]:/, '')
