import { validate } from '../actions.js';

await validate();
