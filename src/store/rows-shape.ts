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
import { BY_SEVERITY } from '../run/mailbox-result.ts';
import type { Result } from '../run/result.ts';

export const ROWS_FORMAT = 'mailbox-report-rows';
/** Increase it with every change after which an earlier reader would misunderstand a file. */
export const ROWS_VERSION = 1;

const STATUS = oneOf<RowStatus>(['ok', ...BY_SEVERITY]);
const VERDICT = oneOf<Finding['verdict']>(['fail', 'warn', 'known', 'exempt', 'inconclusive']);
const RESULT_OF_RUN = oneOf<Result>(['pass', 'violations', 'incomplete', 'error']);
const TEXTS = arrayOf(isText);
const COUNTS = mapOf(isWhole);
/** Those of a run. Further counts may follow these. */
const RUN_COUNTS = both(COUNTS, objectOf({ mailboxes: isWhole, read: isWhole, unreadable: isWhole }));

export const REPORT = objectOf({
  name: isText,
  digest: isText,
  columns: TEXTS,
  manyRows: isTruth,
  item: optional(arrayOf(either(isText, TEXTS))),
  ignored: TEXTS,
  limits: optional(mapOf(arrayOf(isNumber))),
});

/** The first line without the list. */
export const RUN = objectOf({
  productVersion: isText,
  tenant: isText,
  cloud: isText,
  shown: objectOf({ tenant: isText, cloud: isText }),
  run: objectOf({ id: isText, attempt: isWhole, url: optional(isText), started: isTime }),
  policy: optional(isText),
  rules: optional(arrayOf(objectOf({ id: isText, report: isText }))),
  shard: optional(
    where(
      objectOf({ number: isWhole, of: isWhole }),
      ({ number, of }) => number >= 1 && number <= of && of <= MAX_SHARDS,
    ),
  ),
  positions: optional(arrayOf(isWhole)),
  certificate: optional(objectOf({ expires: isTime, thumbprint: isText })),
  reports: arrayOf(REPORT),
  history: optional(arrayOf(objectOf({ url: optional(isText), started: isTime, counts: COUNTS }))),
});

const PLACE = objectOf({ address: isText, file: isText, line: isWhole });

/** The list in the first line. */
export const LIST = objectOf({
  files: TEXTS,
  columns: optional(TEXTS),
  mailboxes: arrayOf(
    objectOf({ file: isText, addresses: arrayOf(where(isText, isMailboxId)), lines: arrayOf(isWhole) }),
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
  row: optional(isText),
  column: isText,
  found: optional(isPresent),
  since: optional(isText),
});

export const RESULT = objectOf({
  status: STATUS,
  error: optional(isText),
  rows: optional(arrayOf(ROW)),
  violations: optional(arrayOf(VIOLATION)),
});

/** The line of a mailbox. */
export const MAILBOX = objectOf({
  mailbox: isText,
  columns: optional(arrayOf(either(isText, oneOf([null])))),
  reports: arrayOf(RESULT),
});

/** The last line. */
export const END = objectOf({
  counts: RUN_COUNTS,
  throttling: objectOf({ waits: isWhole, waitedMs: isNumber, refused: isWhole }),
  warnings: TEXTS,
  result: RESULT_OF_RUN,
  stoppedBy: optional(objectOf({ message: isText, hint: isText })),
  cancelled: isTruth,
  applications: optional(arrayOf(arrayOf(isPresent))),
});
