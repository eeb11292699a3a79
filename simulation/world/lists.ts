import type { Draws, Streams } from './streams.ts';
import type { Left } from './parts.ts';
import type { World, WorldEntry, WorldList } from './world.ts';

/** A line of a list before it has a place. */
interface Line {
  readonly address: string;
  readonly cells: readonly string[];
}

/** What the columns of a list may be: a header, and the cells that people write under it. */
const EXTRA: readonly (readonly [column: string, cells: readonly string[]])[] = [
  ['Team', ['Sales', 'R&D', 'Legal; London', '=1+1', '"quoted", and more']],
  ['Site', ['Berlin', 'Zürich', '', '-7']],
];
const HEADERS = ['MailboxName', 'UserPrincipalName', 'UPN', 'Primary SMTP Address', 'windows-email-address', 'Mail'];

/** Lists of some addresses of the tenant, in files of one or more formats. */
export function listOf(streams: Streams, left: Left, addresses: readonly string[]): WorldList {
  const draws = streams.of('list');
  const count = draws.has(0.3) ? addresses.length : draws.between(1, addresses.length);
  const columns = draws.has(0.35) ? draws.some(EXTRA, draws.between(1, EXTRA.length)) : [];
  const lines = draws
    .some(addresses, count)
    .filter((_, at) => at === 0 || left.has('list', String(at)))
    .map((address) => ({
      address: spelled(address, draws),
      cells: columns.map(([, cells]) => draws.pick(cells)),
    }));
  const repeated = draws.has(0.4) && left.has('repeated') ? draws.some(lines, draws.between(1, 3)) : [];
  const again = repeated.map(({ address, cells }) => ({ address: otherCase(address), cells }));
  return written(
    [...lines, ...again],
    columns.map(([column]) => column),
    draws,
  );
}

/** The list of a run before: some mailboxes are not in it yet, others were, and cells and spelling may have been others. */
export function listBefore(
  streams: Streams,
  left: Left,
  { entries, columns }: WorldList,
  addresses: readonly string[],
): WorldList {
  const draws = streams.of('list before');
  const listed = new Set(entries.map(({ address }) => address.toLowerCase()));
  const others = addresses.filter((address) => !listed.has(address.toLowerCase()));
  const kept = entries.filter(({ address }, at) => !draws.has(0.25) || at === 0 || !left.has('list before', address));
  const gone = draws.some(others, draws.between(0, 3)).filter((address) => left.has('list before', address));
  const cellsOf = (column: string): readonly string[] => EXTRA.find(([name]) => name === column)?.[1] ?? [''];
  const lines = [...kept.map(({ address }) => address), ...gone].map((address) => ({
    address: spelled(address, draws),
    cells: columns.map((column) => draws.pick(cellsOf(column))),
  }));
  return written(draws.shuffled(lines), columns, draws);
}

/** Whether a run asks the tenant for its mailboxes. Columns are those of files. */
export function allOf(streams: Streams, left: Left, name: string, { columns }: WorldList): World['all'] {
  const draws = streams.of(`all mailboxes of ${name}`);
  const all = columns.length === 0 ? draws.pick(['alone', 'too'] as const) : 'too';
  return draws.has(0.2) && left.has('all', name) ? all : undefined;
}

/** A world in which the list of the last run has what it asks the tenant for. */
export function withTenant(world: World): World {
  const { list, all } = world;
  if (all === undefined) return world;
  const asked =
    all === 'alone'
      ? { files: {}, inputs: { mailboxes: 'all' }, entries: [], repeated: 0 }
      : { inputs: { ...list.inputs, mailboxes: `${list.inputs.mailboxes ?? ''}\nall` } };
  return { ...world, list: { ...list, ...asked, hasTenant: true } };
}

/** Lines as files of one or two formats. */
function written(lines: readonly Line[], columns: readonly string[], draws: Draws): WorldList {
  const files = new Map<string, string>();
  const entries: WorldEntry[] = [];
  const cuts = draws.has(0.3) && lines.length > 2 ? [draws.between(1, lines.length - 1)] : [];
  const parts = [lines.slice(0, cuts[0]), ...cuts.map((cut) => lines.slice(cut))];
  for (const [at, part] of parts.entries()) {
    const { name, text, lineOf } = fileOf(part, at, columns, draws);
    files.set(name, text);
    for (const [place, { address, cells }] of part.entries()) {
      if (entries.some((entry) => entry.address.toLowerCase() === address.toLowerCase())) continue;
      // A file of texts has no columns.
      entries.push({ address, file: name, line: lineOf(place), cells: name.endsWith('.txt') ? [] : cells });
    }
  }
  return {
    files: Object.fromEntries(files),
    inputs: {
      mailboxes: [...files.keys()].join('\n'),
      ...(columns.length === 0 ? {} : { 'extra-columns': columns.join(', ') }),
    },
    entries,
    repeated: lines.length - entries.length,
    columns,
  };
}

interface ListFile {
  readonly name: string;
  readonly text: string;
  readonly lineOf: (place: number) => number;
}

function fileOf(lines: readonly Line[], at: number, columns: readonly string[], draws: Draws): ListFile {
  const end = draws.pick(['\n', '\r\n']);
  const mark = draws.has(0.3) ? '\uFEFF' : '';
  const format = draws.pick(columns.length > 0 ? (['csv', 'json'] as const) : (['txt', 'csv', 'json'] as const));
  const name = `lists/${'abc'[at] ?? 'd'}.${format}`;
  if (format === 'txt') {
    const texts = lines.flatMap(({ address }, place) => [...(place % 3 === 1 ? ['# a comment', ''] : []), address]);
    return {
      name,
      text: mark + texts.join(end) + (draws.has(0.5) ? end : ''),
      lineOf: (place) => place + 1 + 2 * Math.floor((place + 2) / 3),
    };
  }
  if (format === 'json') {
    const hasObjects = columns.length > 0 || draws.has(0.5);
    const objects = lines.map(({ address, cells }) =>
      hasObjects
        ? { id: 'x', mail: address, ...Object.fromEntries(columns.map((column, which) => [column, cells[which]])) }
        : address,
    );
    // An element a line.
    return {
      name,
      text: `[${end}${objects.map((each) => JSON.stringify(each)).join(`,${end}`)}${end}]${end}`,
      lineOf: (place) => place + 2,
    };
  }
  const delimiter = draws.pick([',', ';', '\t']);
  const record = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  const rows = [[draws.pick(HEADERS), ...columns], ...lines.map(({ address, cells }) => [address, ...cells])];
  return { name, text: mark + rows.map(record).join(end) + end, lineOf: (place) => place + 2 };
}

function spelled(address: string, draws: Draws): string {
  return draws.has(0.15) ? otherCase(address) : address;
}

function otherCase(address: string): string {
  return address === address.toUpperCase() ? address.toLowerCase() : address.toUpperCase();
}
