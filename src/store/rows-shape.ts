/** The lines of `rows.ndjson.gz`, as `rows-file.ts` writes them and `rows-reader.ts` reads them. */
import {
  arrayOf,
  both,
  either,
  isNumber,
  isPresent,
  isText,
  isTime,
  isTruth,
  isWhole,
  mapOf,
  objectOf,
  oneOf,
  optional,
  where,
} from '../files/json-shape.ts';
import { isMailboxId } from '../mailboxes/address.ts';
import { MAX_SHARDS } from '../mailboxes/shard.ts';
import type { Finding } from '../policy/verdict.ts';
import type { RowStatus } from '../reports/rows.ts';
import { FAIL_ON, UNLISTED_MODES, type MaxUnreadable } from '../run/input-readers.ts';
import { BY_SEVERITY } from '../run/mailbox-result.ts';
import type { Result } from '../run/result.ts';

export const ROWS_FORMAT = 'mailbox-report-rows';
/** Increase it with every change after which an earlier reader would misunderstand a file. */
export const ROWS_VERSION = 2;

const STATUS = oneOf<RowStatus>(['ok', ...BY_SEVERITY]);
const VERDICT = oneOf<Finding['verdict']>(['fail', 'warn', 'known', 'exempt', 'inconclusive']);
const RESULT_OF_RUN = oneOf<Result>(['pass', 'violations', 'incomplete', 'error']);
const TEXTS = arrayOf(isText);
const COUNTS = mapOf(isWhole);
const COUNTS_BY_NAME = mapOf(either(isWhole, COUNTS));
/** Those of a run. Further counts may follow these. */
const RUN_COUNTS = both(COUNTS, objectOf({ mailboxes: isWhole, read: isWhole, unreadable: isWhole }));

export const REPORT = objectOf({
  name: isText,
  reads: objectOf({ permission: optional(isText), endpoint: optional(isText) }),
  revision: isWhole,
  digests: objectOf({ row: isText, columns: mapOf(isText) }),
  columns: TEXTS,
  manyRows: isTruth,
  item: arrayOf(either(isText, TEXTS)),
  ignored: TEXTS,
  limits: mapOf(arrayOf(isNumber)),
});

const GATE = objectOf({
  failOn: oneOf(FAIL_ON),
  maxUnreadable: objectOf({
    kind: oneOf<MaxUnreadable['kind']>(['count', 'percent']),
    most: isNumber,
    always: optional(isNumber),
  }),
  unlisted: oneOf(UNLISTED_MODES),
});

/** The first line without the list. */
export const RUN = objectOf({
  productVersion: isText,
  tenant: isText,
  cloud: isText,
  shown: objectOf({ tenant: isText, cloud: isText }),
  run: objectOf({
    id: isText,
    attempt: isWhole,
    url: optional(isText),
    started: isTime,
    commit: optional(isText),
    actor: optional(isText),
    repository: optional(isText),
  }),
  digests: objectOf({
    policy: optional(isText),
    baseline: optional(isText),
    register: optional(isText),
    catalogues: optional(mapOf(isText)),
  }),
  gate: optional(GATE),
  rules: optional(arrayOf(objectOf({ id: isText, report: isText }))),
  shard: optional(
    where(
      objectOf({ number: isWhole, of: isWhole }),
      ({ number, of }) => number >= 1 && number <= of && of <= MAX_SHARDS,
    ),
  ),
  positions: optional(arrayOf(isWhole)),
  recent: optional(arrayOf(objectOf({ position: isWhole, created: isTime }))),
  certificate: optional(objectOf({ expires: isTime, thumbprint: isText })),
  reports: arrayOf(REPORT),
  tables: optional(arrayOf(REPORT)),
  history: optional(arrayOf(objectOf({ url: optional(isText), started: isTime, counts: COUNTS }))),
});

const PLACE = objectOf({ address: isText, file: isText, line: isWhole });

/** The list in the first line. */
export const LIST = objectOf({
  files: TEXTS,
  columns: optional(TEXTS),
  // Without file and lines: those that no list has.
  mailboxes: arrayOf(
    objectOf({
      file: optional(isText),
      addresses: arrayOf(where(isText, isMailboxId)),
      lines: optional(arrayOf(isWhole)),
    }),
  ),
  listed: optional(isWhole),
  duplicateCount: isWhole,
  duplicates: arrayOf(objectOf({ mailbox: PLACE, firstAt: PLACE })),
});

export const ROW = objectOf({
  cells: arrayOf(isPresent),
  unknown: optional(arrayOf(isWhole)),
  notApplicable: optional(arrayOf(isWhole)),
  status: optional(STATUS),
  error: optional(isText),
  id: optional(isText),
  identity: optional(mapOf(isPresent)),
});

export const VIOLATION = objectOf({
  rule: isText,
  verdict: VERDICT,
  item: isText,
  row: isText,
  column: isText,
  found: isPresent,
  since: optional(isText),
});

export const RESULT = objectOf({
  status: STATUS,
  error: optional(isText),
  rows: optional(arrayOf(ROW)),
  violations: optional(arrayOf(VIOLATION)),
});

/** How the line of a mailbox starts. */
export const MAILBOX_LINE = '{"mailbox":';
/** The line of a mailbox. */
export const MAILBOX = objectOf({
  mailbox: isText,
  ids: optional(objectOf({ account: optional(isText), guid: optional(isText) })),
  columns: optional(arrayOf(either(isText, oneOf([null])))),
  reports: arrayOf(RESULT),
});

/** How a line of a table about the tenant starts. */
export const TABLE_LINE = '{"table":';
/** A line of a table, which may have several. */
export const TABLE = both(RESULT, objectOf({ table: isText }));

/** The last line. */
export const END = objectOf({
  counts: RUN_COUNTS,
  ended: isTime,
  tables: optional(COUNTS_BY_NAME),
  controls: optional(COUNTS_BY_NAME),
  throttling: objectOf({ waits: isWhole, waitedMs: isNumber, refused: isWhole }),
  warnings: TEXTS,
  result: RESULT_OF_RUN,
  stoppedBy: optional(objectOf({ message: isText, hint: isText })),
  cancelled: isTruth,
});
