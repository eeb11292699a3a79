import * as core from '@actions/core';
import { runValidate } from './run.ts';

await runValidate(process.env, core);
