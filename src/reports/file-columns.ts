import type { Json } from '../json.ts';
import type { ReportColumns } from './definition.ts';
import { known, NOT_KNOWN, type Known } from './known.ts';
import { isRegisteredColumn } from './registration.ts';
import type { AnyRow } from './rows.ts';

/** A column that comes from committed files, and not from a service: it is computed where rows are judged. */
export interface FileColumn {
  /** Whether it is about what the row is about, rather than about its mailbox. */
  readonly isOfCell: boolean;
  readonly valueIn: (row: AnyRow) => Known<Json>;
  /** Whether it has no meaning in the row. */
  readonly isNotApplicable: (row: AnyRow) => boolean;
}

/** What a register says about the right of a row. A row that no register was compared with is not known. */
const REGISTERED: FileColumn = {
  isOfCell: true,
  valueIn: ({ registration }) => {
    const { registered = NOT_KNOWN } = registration ?? {};
    return registered === 'not-applicable' ? known(null) : registered;
  },
  isNotApplicable: ({ registration }) => registration?.registered === 'not-applicable',
};

/**
 * How a column is computed: one of the mailbox list, or what a register says. Undefined: the report has no such column of files. A list
 * file without the column says nothing.
 */
export function fileColumn(
  report: Pick<ReportColumns, 'listColumns' | 'hasRegister'>,
  name: string,
): FileColumn | undefined {
  if (isRegisteredColumn(report, name)) return REGISTERED;
  const position = report.listColumns?.get(name);
  if (position === undefined) return undefined;
  const valueIn: FileColumn['valueIn'] = ({ mailbox }) => {
    const text = mailbox?.columns?.[position];
    if (typeof text !== 'string') return NOT_KNOWN;
    return known(text === '' ? null : text);
  };
  return { isOfCell: false, valueIn, isNotApplicable: () => false };
}
