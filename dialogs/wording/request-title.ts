import type { CompanyView } from '../engine/world/company-view.ts'

/** Title of a request to Microsoft, as entered. */
export const requestTitle = ({ company }: CompanyView, id: string): string =>
  company.requests.find((request) => request.id === id)?.title ?? id
