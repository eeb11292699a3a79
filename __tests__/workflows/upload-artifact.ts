/** A step of a workflow that uploads a folder by GitHub's own client, as actions/upload-artifact does. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { getInput } from '@actions/core';

const folder = path.resolve(getInput('path', { required: true }));
const entries = globSync('**/*', { cwd: folder, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile()).map(({ name, parentPath }) => path.join(parentPath, name));
if (files.length === 0) throw new Error(`no files in ${folder}`);
await new DefaultArtifactClient().uploadArtifact(getInput('name', { required: true }), files, folder);
