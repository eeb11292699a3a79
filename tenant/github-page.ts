const MOST_ITEMS = 100;
const USUAL_ITEMS = 30;

/** A page of a listing, and the header `Link` with its neighbours. https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export interface GithubPage<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Undefined for a listing of one page. */
  readonly link: string | undefined;
}

/** The page that a URL asks for. `base`: the URL of the API, which links name the repository by its number below. `most`: items that GitHub shows of all. */
export function githubPage<T>(all: readonly T[], { searchParams }: URL, base: string, most = Infinity): GithubPage<T> {
  const size = Math.min(MOST_ITEMS, positive(searchParams.get('per_page'), USUAL_ITEMS));
  const page = positive(searchParams.get('page'), 1);
  const shown = all.slice(0, most);
  const last = Math.max(1, Math.ceil(shown.length / size));
  const linkTo = (number: number, relation: string): string => {
    const query = new URLSearchParams(searchParams);
    query.set('page', String(number));
    return `<${base}?${query.toString()}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [linkTo(page - 1, 'prev')] : []),
    ...(page < last ? [linkTo(page + 1, 'next'), linkTo(last, 'last')] : []),
    ...(page > 1 ? [linkTo(1, 'first')] : []),
  ];
  return {
    items: shown.slice((page - 1) * size, page * size),
    total: all.length,
    link: links.length === 0 ? undefined : links.join(', '),
  };
}

function positive(text: string | null, usual: number): number {
  const value = Number(text ?? usual);
  return Number.isInteger(value) && value > 0 ? value : usual;
}
