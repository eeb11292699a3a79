/** A step of a workflow that downloads an artifact by GitHub's own client, as actions/download-artifact does. */
import { DefaultArtifactClient } from '@actions/artifact';
import { getInput, setOutput } from '@actions/core';

const client = new DefaultArtifactClient();
const { artifact } = await client.getArtifact(getInput('name', { required: true }));
const { downloadPath } = await client.downloadArtifact(artifact.id, { path: getInput('path', { required: true }) });
setOutput('download-path', downloadPath);
