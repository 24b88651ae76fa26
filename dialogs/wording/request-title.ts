import type { CompanyView } from '../engine/world/company-view.ts'

/** What a request to Microsoft is about, as the person called it. */
export const requestTitle = ({ company }: CompanyView, id: string): string =>
  company.requests.find((request) => request.id === id)?.title ?? id
