import { errors } from './stories/errors.ts';
import { help } from './stories/help.ts';
import { rehearsal } from './stories/rehearsal.ts';
import { remediation } from './stories/remediation.ts';
import { reports } from './stories/reports.ts';
import { setups } from './stories/setup.ts';
import { terminal } from './stories/terminal.ts';
import type { Story } from './story.ts';

/** All golden files, those that take longest first. */
export const STORIES: readonly Story[] = [remediation, terminal, reports, errors, rehearsal, setups, help];

/** The codes of which only the documents are recorded: their runs take long, or need more than this machine and the tenant. */
export const CODES_WITHOUT_RUN = [
  'EXPRESSION',
  'REGISTER_INCOMPLETE',
  'UNEXPECTED',
  'IS_PEM',
  'KEY_PASSWORD',
  'NO_PRIVATE_KEY',
  'NO_CERTIFICATE',
  'KEY_NOT_RSA',
  'KEY_TOO_SHORT',
  'KEY_DAMAGED',
  'CERTIFICATE_DAMAGED',
  'KEY_CERT_MISMATCH',
  'MANY_KEYS',
  'UNSUPPORTED',
  'GRAPH_TOKEN_REJECTED',
  'OIDC_UNREACHABLE',
  'TENANT_DIFFERS',
  'MANAGED_IDENTITY_REFUSED',
  'ENTRA_UNREACHABLE',
  'NOT_ENTRA',
  'LIST_UNREADABLE',
  'LIST_GLOB_TOO_BROAD',
  'LIST_TOO_LARGE',
  'NAMES_CONCEALED',
  'GRAPH_LISTING',
  'EXCHANGE_LISTING',
  'CANCELLED',
  'SHARD_UNUSABLE',
  'SMTP_TLS',
  'SMTP_CERTIFICATE',
  'SMTP_REFUSED',
  'SETUP_DENIED',
  'SETUP_FAILED',
  'SETUP_GITHUB',
  'SUBJECT_UNKNOWN',
];
