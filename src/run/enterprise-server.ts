/** Whether a GitHub is an Enterprise Server, where `@actions/artifact` refuses to work: neither github.com, ghe.com nor *.localhost. */
export function isEnterpriseServer(server: string): boolean {
  const host = URL.parse(server)?.hostname.toLowerCase();
  return host !== undefined && host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
