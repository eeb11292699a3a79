import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ArtifactUploader, type UploadedArtifact, type UploaderOptions } from '../../src/outputs/artifact.ts';
import { stepEnvironment } from '../../src/run/runner.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { RecordingCore } from '../support/recording-core.ts';
import { runtimeToken, startResultsService, type ResultsService, type ServiceOptions } from './results-service.ts';
import { newFolder } from '../support/new-folder.ts';

const JOB_START = Date.parse('2026-11-25T08:00:00Z') / 1000;
const BEFORE = '2026-11-25T07:59:00Z';
const DURING = '2026-11-25T08:00:00Z';

const folder = newFolder();
const file = path.join(folder, 'mailbox-settings.csv');
let service: ResultsService | undefined;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  await writeFile(file, 'MailboxName\r\n');
});
let core: RecordingCore;
beforeEach(() => {
  core = new RecordingCore();
  environment = process.env;
});
afterEach(async () => {
  process.env = environment;
  await service?.close();
  service = undefined;
});

function uploadReport(options: UploaderOptions): Promise<UploadedArtifact> {
  return new ArtifactUploader(options).upload('mailbox-report', [file]);
}

/** Options of an upload in a job of the given attempt. The client reads the address of the service from `process.env`. */
async function job(
  attempt: string,
  behaviour: ServiceOptions = {},
  claims: object = { iat: JOB_START },
): Promise<UploaderOptions> {
  service = await startResultsService(behaviour);
  const env = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'contoso/mail',
    GITHUB_RUN_ID: '99',
    GITHUB_RUN_ATTEMPT: attempt,
    ACTIONS_RUNTIME_TOKEN: runtimeToken({ ...claims }),
    ACTIONS_RESULTS_URL: service.url,
  };
  process.env = { ...environment, ...env };
  return {
    folder,
    step: stepEnvironment(env),
    log: core,
    retentionDays: undefined,
    deadline: new AbortController().signal,
    timer: thisMachine().timer,
  };
}

describe('an upload', () => {
  test('that fails does not show the token that the service echoes', async () => {
    const token = runtimeToken({ iat: JOB_START });
    const options = await job('1', { refuse: { CreateArtifact: [403, `${token}; ${token}`] } });
    const error: unknown = await uploadReport(options).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'ARTIFACT_FAILED', message: expect.stringContaining('***; ***') });
    expect(inspect(error, { depth: 5 })).not.toContain('eyJ');
  });

  test('fails if the response has no id', async () => {
    const options = await job('1');
    const loadClient = () =>
      Promise.resolve({
        uploadArtifact: () => Promise.resolve({}),
        listArtifacts: () => Promise.resolve({ artifacts: [] }),
        deleteArtifact: () => Promise.resolve(),
      });
    await expect(uploadReport({ ...options, loadClient })).rejects.toMatchObject({
      code: 'ARTIFACT_FAILED',
      message: expect.stringContaining('no artifact id'),
    });
  });
});

describe('an artifact name that exists', () => {
  const existing = [
    { name: 'other', created_at: DURING },
    { name: 'mailbox-report', created_at: BEFORE },
  ];
  const taken = {
    code: 'ARTIFACT_NAME_TAKEN',
    message: expect.stringContaining('"mailbox-report"'),
    hint: expect.stringContaining('artifact-name'),
  };

  test.each([
    ['iat', { iat: JOB_START, nbf: JOB_START - 300 }],
    ['nbf', { nbf: JOB_START }],
    ['no time at all', {}],
  ])('is replaced if it belongs to an earlier attempt (token with %s)', async (_, claims) => {
    const options = await job('2', { existing }, claims);
    await expect(uploadReport(options)).resolves.toMatchObject({ id: 42 });
    expect(core.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining(`replaces the one of ${new Date(BEFORE).toISOString()}`),
    ]);
    expect(service?.calls.filter((call) => call !== 'PUT')).toEqual([
      'CreateArtifact',
      'ListArtifacts',
      'ListArtifacts',
      'DeleteArtifact',
      'CreateArtifact',
      'FinalizeArtifact',
    ]);
  });

  test('is an error if it belongs to this attempt, and the artifact remains', async () => {
    const options = await job('2', { existing: [{ name: 'mailbox-report', created_at: DURING }] });
    await expect(uploadReport(options)).rejects.toMatchObject(taken);
    expect(service?.calls).not.toContain('DeleteArtifact');
  });

  test('is an error if its upload did not finish', async () => {
    const options = await job('2', { refuse: { CreateArtifact: [409, 'Conflict'] } });
    await expect(uploadReport(options)).rejects.toMatchObject(taken);
  });

  test('is an error if it exists again after it was deleted', async () => {
    const options = await job('2', { existing, raced: true });
    await expect(uploadReport(options)).rejects.toMatchObject(taken);
  });

  test('fails with the reason if it cannot be deleted', async () => {
    const options = await job('2', { existing, refuse: { DeleteArtifact: [403, 'not yours'] } });
    await expect(uploadReport(options)).rejects.toMatchObject({
      code: 'ARTIFACT_FAILED',
      message: expect.stringContaining('not yours'),
    });
  });

  test('is replaced if the token is not a JWT', async () => {
    const options = await job('2', { existing });
    const step = { ...options.step, runtimeToken: 'not-a-jwt' };
    await expect(uploadReport({ ...options, step })).resolves.toMatchObject({ id: 42 });
  });
});

describe('an upload without progress', () => {
  const MINUTE = 60_000;
  beforeEach(() => {
    // Only the timers of this process: the client and the service need the others.
    const doNotFake = [
      'Date',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'setInterval',
    ] as const;
    jest.useFakeTimers({ doNotFake: [...doNotFake, 'clearImmediate', 'clearInterval'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function called(method: string): Promise<void> {
    while (service?.calls.includes(method) !== true) await new Promise((resolve) => setImmediate(resolve));
  }

  test.each(['CreateArtifact', 'PUT', 'FinalizeArtifact'])(
    'fails three minutes after the request %s, and not before',
    async (method) => {
      const options = await job('1', { hang: [method] });
      const onEnd = jest.fn();
      const uploading = uploadReport(options).finally(onEnd);
      uploading.catch(() => undefined);
      await called(method);
      await jest.advanceTimersByTimeAsync(3 * MINUTE - 1);
      expect(onEnd).not.toHaveBeenCalled();
      await jest.advanceTimersByTimeAsync(1);
      await expect(uploading).rejects.toMatchObject({
        code: 'ARTIFACT_FAILED',
        message: expect.stringContaining('3 minutes'),
        hint: expect.stringContaining(file),
      });
      await expect(stat(file)).resolves.toBeDefined();
    },
  );

  test('may take longer in all', async () => {
    const hold = async (): Promise<void> => {
      await jest.advanceTimersByTimeAsync(2 * MINUTE);
    };
    await expect(uploadReport(await job('1', { hold }))).resolves.toMatchObject({ id: 42 });
  });
});

describe('an upload whose first response is cut', () => {
  test('starts once more', async () => {
    const options = await job('1', { cut: ['CreateArtifact'] });
    await expect(uploadReport(options)).resolves.toMatchObject({ id: 42 });
    expect(service?.calls.filter((call) => call === 'CreateArtifact')).toHaveLength(2);
  });

  test('fails with that cause if the request had created the artifact', async () => {
    const options = await job('1', { cut: ['CreateArtifact'], refuse: { CreateArtifact: [409, 'Conflict'] } });
    await expect(uploadReport(options)).rejects.toMatchObject({
      code: 'ARTIFACT_FAILED',
      message: expect.stringContaining('ended within a response'),
    });
  });
});

describe('an abort', () => {
  test('ends the upload if the service does not respond', async () => {
    const options = await job('1', { hang: ['CreateArtifact'] });
    const controller = new AbortController();
    const uploading = uploadReport({ ...options, deadline: controller.signal });
    while (service?.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(new Error('the run was cancelled'));
    await expect(uploading).rejects.toMatchObject({
      code: 'ARTIFACT_FAILED',
      message: expect.stringContaining('the run was cancelled'),
    });
  });

  test('before the upload starts nothing', async () => {
    const options = await job('1');
    await expect(uploadReport({ ...options, deadline: AbortSignal.abort('why') })).rejects.toMatchObject({
      code: 'ARTIFACT_FAILED',
      message: expect.stringContaining('why'),
    });
    expect(service?.calls).toEqual([]);
  });
});

describe('an upload that is not possible', () => {
  const upload = (env: NodeJS.ProcessEnv) =>
    uploadReport({
      folder: '/',
      log: core,
      retentionDays: undefined,
      deadline: new AbortController().signal,
      timer: thisMachine().timer,
      step: stepEnvironment(env),
      loadClient: () => Promise.reject(new Error('the client was loaded')),
    });
  const token = { ACTIONS_RUNTIME_TOKEN: 'x', ACTIONS_RESULTS_URL: 'https://results.example' };

  test.each(['https://github.com', 'https://contoso.ghe.com', 'http://github.localhost', undefined])(
    'does not take %s for an Enterprise Server',
    async (server) => {
      const env = server === undefined ? token : { ...token, GITHUB_SERVER_URL: server };
      await expect(upload(env)).rejects.toMatchObject({
        code: 'ARTIFACT_FAILED',
        message: expect.stringContaining('the client was loaded'),
      });
    },
  );
});
