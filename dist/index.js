import { report } from './actions.js';

await report();
