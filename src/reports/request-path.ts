import type { ReportRequest } from './definition.ts';

/** The path of a report's request below `/users/{mailbox}/`, with its query, percent-encoded. */
export function requestPath({ path, query }: ReportRequest): string {
  return path + queryOf(query);
}

/** The path that asks for what stands inside a row, by the row's own id. */
export function childrenPath(template: string, id: string, query: ReportRequest['query']): string {
  return template.replace('{id}', () => encodeURIComponent(id)) + queryOf(query);
}

/** OData's option names begin with `$`, which must not be encoded for every server to know them. */
function queryOf(query: ReportRequest['query'] = {}): string {
  const options = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return options.length === 0 ? '' : `?${options.join('&')}`;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%24', '$').replaceAll('%2C', ',');
}
