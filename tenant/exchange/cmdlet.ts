import type { ExchangeRole } from './access.ts';
import type { ExchangeAnswer } from './errors.ts';
import type { ParameterTypes, ParameterValues } from './parameters.ts';
import type { RowSource } from './rows.ts';
import type { Surroundings } from './surroundings.ts';

/** A cmdlet that the tenant simulates. */
export interface Cmdlet {
  readonly name: string;
  /** The role that has it, as third parties observed or Microsoft documents. */
  readonly role: ExchangeRole;
  readonly parameters: ParameterTypes;
  /** Parameters that only another role has: for any other, they do not exist. */
  readonly parameterRoles?: Readonly<Record<string, ExchangeRole>>;
  /** The parameter without which it is refused. */
  readonly mandatory?: string;
  /** Warnings of each page. */
  readonly warnings?: readonly string[];
  /** Whether it answers with one page, without a link to the rest. */
  readonly hasOnePage?: boolean;
  readonly run: (values: ParameterValues, surroundings: Surroundings) => RowSource | ExchangeAnswer;
}
