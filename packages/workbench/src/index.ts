/** The page that `npm start` serves: a person's own register analysed in the browser, with nothing uploaded. */
export { servePage, type Built, type ServedPage } from './server.ts';
