import { WINDOWS_TO_IANA_MAP } from 'windows-iana'

/** CLDR's territory for the zone that a name stands for anywhere. */
const world = '001'

const byName = new Map(
  WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === world).map(
    ({ windowsName, iana }) => [windowsName.toLowerCase(), iana[0]] as const,
  ),
)

/**
 * The IANA zone for a name that Windows shows ("Romance Standard Time", "Eastern Time"), in any case; undefined for any
 * other text. Source: Unicode CLDR, windowsZones.
 */
export function ianaOfWindows(name: string): string | undefined {
  const said = name.trim().toLowerCase()
  return byName.get(said) ?? byName.get(said.replace(/(?<!standard) time$/, ' standard time'))
}
