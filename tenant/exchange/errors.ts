import type { JsonObject } from '../json.ts';

/** The response of Exchange to one request: the members that a batch and a single request share. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** The end of the Retry-After in epoch ms. */
  readonly opensAt?: number;
}

export const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** A domain controller and a server, as errors of the service name them. */
const CONTROLLER = 'AM7PR05A010DC04.EURPR05A010.PROD.OUTLOOK.COM';
const SERVER = 'AM9PR05MB8123.eurprd05.prod.outlook.com';
const STACK = [
  `[Server=${SERVER.split('.', 1).join('')},RequestId=,TimeStamp=]`,
  '   at Microsoft.Exchange.Configuration.Tasks.Task.ThrowError(Exception exception, ErrorCategory errorCategory)',
  '   at Microsoft.Exchange.AdminApi.CommandInvocation.CommandInvocation.InvokeCommand(QueryContext queryContext)',
].join('\r\n');

interface Failure {
  readonly status: 400 | 404 | 500;
  readonly code: string;
  /** The outermost message, the same for almost all errors. */
  readonly message: string;
  /** Full name of the exception. */
  readonly type: string;
  /** What happened. */
  readonly text: string;
  /** The text before the type in `details`, such as an error code. Undefined for no `details`. */
  readonly mark?: string;
  readonly stack?: boolean;
}

/** The envelope of every error of a cmdlet or its parameter binding. The specific message is innermost. */
function failure({ status, code, message, type, text, mark, stack = false }: Failure): ExchangeAnswer {
  const stacktrace = stack ? STACK : '';
  const error: JsonObject = {
    code,
    message,
    ...(mark === undefined ? {} : { details: [{ code: 'Client', target: '', message: `${mark}|${type}|${text}` }] }),
    innererror: {
      message,
      type: 'Microsoft.Exchange.Admin.OData.Core.ODataServiceException',
      stacktrace,
      internalexception: { message: text, type, stacktrace },
    },
    'adminapi.warnings@odata.type': '#Collection(String)',
    '@adminapi.warnings': [],
  };
  return { status, body: JSON.stringify({ error }), headers: { 'Content-Type': JSON_TYPE } };
}

function invalid(type: string, text: string, mark?: string): ExchangeAnswer {
  const base = { status: 400, code: 'BadRequest', message: 'Invalid Operation', type, text } as const;
  return failure(mark === undefined ? base : { ...base, mark });
}

/** The error for a body or URL that is not a command. */
export function badRequest(text: string): ExchangeAnswer {
  return invalid('Microsoft.Exchange.Admin.OData.Core.ODataServiceException', text, '');
}

export function unknownParameters(names: readonly string[]): ExchangeAnswer {
  return invalid(
    'Microsoft.Exchange.AdminApi.CommandInvocation.AmbiguousParameterSetException',
    `Parameter set cannot be resolved using the specified named parameters. Invalid cmdlet parameters specified. ${names.join(', ')}`,
    '',
  );
}

export function missingParameter(name: string): ExchangeAnswer {
  return invalid(
    'Microsoft.Exchange.AdminApi.CommandInvocation.ParameterBindingException',
    `Cannot process command because of one or more missing mandatory parameters: ${name}.`,
    '',
  );
}

/** Unlike the others without `details`. */
export function unsuitableValue(parameter: string, reason: string): ExchangeAnswer {
  return invalid(
    'Microsoft.Exchange.AdminApi.CommandInvocation.ParameterTransformationException',
    `Cannot process argument transformation on parameter '${parameter}'. ${reason}`,
  );
}

/** The cmdlet does not exist, or no role of the application includes it. The service does not distinguish them. */
export function unknownCmdlet(name: string): ExchangeAnswer {
  return invalid(
    'System.Management.Automation.CommandNotFoundException',
    `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or executable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
    '',
  );
}

export function unknownColumns(names: readonly string[]): ExchangeAnswer {
  return badRequest(`The property '${names.join("', '")}' specified in the $select query option does not exist.`);
}

export function objectNotFound(identity: string): ExchangeAnswer {
  return failure({
    status: 404,
    code: 'NotFound',
    message: 'Error executing cmdlet',
    type: 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException',
    text: `The operation couldn't be performed because object '${identity}' couldn't be found on '${CONTROLLER}'.`,
    mark: 'Ex6F9304',
    stack: true,
  });
}

/** A property of a mailbox that is synchronised from a directory on premises, where it must be changed. */
export function onPremises(identity: string, parameter: string): ExchangeAnswer {
  return failure({
    status: 400,
    code: 'BadRequest',
    message: 'Error executing cmdlet',
    type: 'System.InvalidOperationException',
    text: `The operation on mailbox "${identity}" failed because it's out of the current user's write scope. The action 'Set-Mailbox', '${parameter}', can't be performed on the object '${identity}' because the object is being synchronized from your on-premises organization. This action should be performed on the object in your on-premises organization.`,
    mark: 'Ex6F9304',
    stack: true,
  });
}

/** A link was followed too late, from elsewhere, or with another command. */
export function expiredPage(): ExchangeAnswer {
  return badRequest('Expired or Invalid pagination request. Default Expiry time is 00:30:00');
}

/** Temporary failures with the status of a bad request. */
export const TRANSIENT_TYPES = [
  'Microsoft.Exchange.Data.Directory.SystemConfiguration.TransientException',
  'Microsoft.Exchange.Net.ServerBusyException',
  'Microsoft.Exchange.AdminApi.CmdletProxy.CmdletProxyNotAvailableFailure',
  'Microsoft.Exchange.AdminApi.BackendCommunicationException',
] as const;

export function transient(type: string): ExchangeAnswer {
  const short = type.split('.').at(-1) ?? type;
  return failure({
    status: 400,
    code: 'BadRequest',
    message: 'Error executing cmdlet',
    type,
    text: `${short}: The server '${SERVER}' is too busy to process the request now. Please try again later.`,
    mark: 'ExB1F2C4',
    stack: true,
  });
}

export function internalError(): ExchangeAnswer {
  return failure({
    status: 500,
    code: 'InternalServerError',
    message: 'Error executing cmdlet',
    type: 'System.NullReferenceException',
    text: `Object reference not set to an instance of an object. (${SERVER})`,
    mark: '',
    stack: true,
  });
}

/** The embedded tenant, rather than Exchange, does not support something. */
export function notSimulated(what: string): ExchangeAnswer {
  return badRequest(`${what} is not simulated by the embedded tenant.`);
}

/** A rejection whose body cannot be decoded: it is declared as gzip and contains 4 KiB of NUL. */
export function undecodable(status: 200 | 403, diagnostics?: string): ExchangeAnswer {
  return {
    status,
    body: Buffer.alloc(4096),
    headers: {
      'Content-Type': JSON_TYPE,
      'Content-Encoding': 'gzip',
      ...(diagnostics === undefined ? {} : { 'x-ms-diagnostics': diagnostics }),
    },
  };
}

/** Too many at a time. Plain text, unlike any other error. */
export function tooMany(
  status: 400 | 429 | 500 | 503,
  wait: { readonly header: string; readonly opensAt: number } | undefined,
): ExchangeAnswer {
  return {
    status,
    body: 'You have reached the maximum number of concurrent requests per tenant. Please wait and try again',
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-ExceptionType': 'Microsoft.Exchange.Admin.OData.Core.ThrottlingException',
      ...(wait === undefined ? {} : { 'Retry-After': wait.header }),
    },
    ...(wait === undefined ? {} : { opensAt: wait.opensAt }),
  };
}

export function unavailable(
  status: 503 | 504,
  wait: { readonly header: string; readonly opensAt: number } | undefined,
): ExchangeAnswer {
  return {
    status,
    body: status === 503 ? 'The service is unavailable.' : 'Gateway Timeout',
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      ...(wait === undefined ? {} : { 'Retry-After': wait.header }),
    },
    ...(wait === undefined ? {} : { opensAt: wait.opensAt }),
  };
}
