import { hash } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';
import { UserError } from '../../../errors.ts';
import { property, textIn, type Json } from '../../../json.ts';
import { shownText } from '../../../text/display.ts';
import { appIdOf, withMade } from './setup-record.ts';
import { command, jsonFile, type SetupStep, type SetupTools } from './setup-step.ts';

/** https://learn.microsoft.com/graph/api/resources/federatedidentitycredentials-overview */
const MOST_CREDENTIALS = 20;

/** Networks that Entra ID cannot reach: RFC 1918, 3927, 6598, 4193, 4291. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');

/** The claims that Entra ID compares. */
export interface FederatedClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** Registers the claims of a job's OIDC token, one credential a subject, unless the application has them. */
export async function federatedCredentialSteps(
  claims: readonly FederatedClaims[],
  applicationId: string | undefined,
  { graph, record, portal }: SetupTools,
): Promise<readonly SetupStep[]> {
  const present =
    applicationId === undefined
      ? []
      : await graph.list(`/v1.0/applications/${applicationId}/federatedIdentityCredentials`);
  const sameAs = ({ issuer, subject }: FederatedClaims): Json | undefined =>
    present.find((one) => textIn(one, 'issuer') === issuer && textIn(one, 'subject') === subject);
  for (const claim of claims) {
    const same = sameAs(claim);
    const audiences = property(same, 'audiences');
    const hasAudience = Array.isArray(audiences) && audiences.includes(claim.audience);
    if (same !== undefined && !hasAudience) throw otherAudience(textIn(same, 'name'), claim.audience);
  }
  const newClaims = claims.filter((claim) => sameAs(claim) === undefined);
  if (present.length + newClaims.length > MOST_CREDENTIALS) throw tooMany(present.length);
  return newClaims.map((claim) => {
    const body = {
      name: nameOf(claim),
      issuer: claim.issuer,
      subject: claim.subject,
      audiences: [claim.audience],
      description: 'Made by mailbox-report setup',
    };
    return {
      mark: '+',
      lines: [`federated credential ${claim.subject}, issuer ${claim.issuer}`],
      commands: [
        jsonFile('federated.json', body),
        command("az ad app federated-credential create --id APP_ID --parameters '@federated.json'"),
      ],
      make: async () => {
        const made = { name: body.name, id: undefined };
        await record.update({ federatedCredentials: withMade(record.content.federatedCredentials, made) });
        const path = `/v1.0/applications/${record.content.application?.id ?? ''}/federatedIdentityCredentials`;
        const { status, json } = await graph.write(
          { method: 'POST', path, body },
          'the application',
          // One with these claims has been there since the plan, such as on a restored application.
          (answer) => answer.status === 409 && answer.message.includes(body.name),
        );
        const own = status === 409 ? (await graph.list(path)).find((one) => textIn(one, 'name') === body.name) : json;
        await record.update({
          federatedCredentials: withMade(record.content.federatedCredentials, { ...made, id: textIn(own, 'id') }),
        });
        return { text: `Created federated credential ${claim.subject}`, link: portal.credentials(appIdOf(record)) };
      },
    };
  });
}

/** Names are unique on an application and cannot change, so each depends on the claims. */
function nameOf({ issuer, subject }: FederatedClaims): string {
  return `mailbox-report-${hash('sha256', `${issuer}\n${subject}`).slice(0, 12)}`;
}

function otherAudience(name: string, audience: string): UserError {
  return new UserError(
    'SETUP_REFUSED',
    `The federated credential ${shownText(name)} has this issuer and subject with another audience, and Entra ID allows no second one.`,
    { hint: `Change its audience to ${audience}, or delete it, and run the command again.` },
  );
}

function tooMany(count: number): UserError {
  return new UserError(
    'SETUP_REFUSED',
    `The application has ${count} federated credentials, and Entra ID allows ${MOST_CREDENTIALS}.`,
    {
      hint: 'Delete those that no workflow uses, or set --name to another application.',
    },
  );
}

/**
 * Entra ID reads the keys of an issuer over the internet. Rejects with the UserError `SETUP_REFUSED` for the issuer of a server whose name
 * has no address, or only private ones. Whether a firewall lets Entra ID in cannot be seen from here.
 */
export async function requireReachableIssuer(issuer: string): Promise<void> {
  const { hostname } = new URL(issuer);
  const addresses = await lookup(hostname, { all: true }).catch(() => []);
  const isPublic = addresses.some(({ address, family }) => !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4'));
  if (isPublic) return;
  const reason = addresses.length === 0 ? 'its name has no address here' : 'its name has private addresses only';
  throw new UserError('SETUP_REFUSED', `Microsoft Entra ID cannot reach the issuer ${issuer}: ${reason}.`, {
    hint:
      'A federated credential needs an issuer that is public, at least its /.well-known/openid-configuration. Or sign in with a ' +
      'certificate: run setup with --terminal, and store the PFX as a secret of the repository.',
  });
}
