import { planFiles } from './setup-files.ts';
import { appIdOf } from './setup-record.ts';
import type { PlannedSteps, SetupTools } from './setup-step.ts';
import { certificateSteps, type CertificateSetup } from './terminal-certificate.ts';

const CONFIG_FILE = 'mailbox-report.yml';

/** What commands on this machine need besides the application: a certificate, and the file with the IDs. */
export async function terminalSteps(
  tools: SetupTools,
  certificate: Pick<CertificateSetup, 'name' | 'terminal' | 'clock' | 'password'>,
): Promise<PlannedSteps> {
  const { record, folder, cloud, present } = tools;
  const { tenantId } = record.content;
  const about = 'the IDs for commands at the terminal';
  const fileFor = (clientId: string) => {
    const lines = [
      `tenant-id: ${tenantId}`,
      `client-id: ${clientId}`,
      ...(cloud === 'global' ? [] : [`cloud: ${cloud}`]),
    ];
    return { file: CONFIG_FILE, content: `${lines.join('\n')}\n`, about };
  };
  const { steps, kept } = await planFiles([fileFor(present?.appId ?? 'APP_ID')], folder, record);
  // The client ID is known only after the application was made.
  const config = steps.map((step) => ({
    ...step,
    make: async () => {
      const [own] = (await planFiles([fileFor(appIdOf(record))], folder, record)).steps;
      return own === undefined ? { text: `Kept ${CONFIG_FILE}` } : own.make();
    },
  }));
  const ofCertificate = await certificateSteps(present?.id, { ...tools, ...certificate });
  return { steps: [...ofCertificate, ...config], notes: [], kept };
}
