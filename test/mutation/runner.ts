/** A test file that does not load has noticed the mutant too: it gets one test, which fails as the file did. */
import { it } from 'vitest';
import { VitestTestRunner } from 'vitest/runners';

type Source = Parameters<VitestTestRunner['importFile']>[1];

export default class LoadingRunner extends VitestTestRunner {
  override async importFile(path: string, source: Source): Promise<unknown> {
    try {
      return await super.importFile(path, source);
    } catch (fault) {
      if (source !== 'collect') throw fault;
      it('loads', () => {
        throw fault;
      });
      return undefined;
    }
  }
}
