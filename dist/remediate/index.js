import { remediate } from '../actions.js';

await remediate();
